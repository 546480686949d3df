//! Settings of the city, kept in the database as JSON by name.

use entity::setting;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, sea_query::OnConflict};
use serde::{Serialize, de::DeserializeOwned};

use crate::Result;

/// The value of a setting; `None` when it was never set.
///
/// # Errors
/// When it cannot be read, or is not what is expected.
pub async fn get<T: DeserializeOwned>(db: &impl ConnectionTrait, name: &str) -> Result<Option<T>> {
    let row = setting::Entity::find_by_id(name).one(db).await?;
    Ok(row.map(|row| serde_json::from_value(row.value)).transpose()?)
}

/// Sets a setting, new or old.
///
/// # Errors
/// When it cannot be written.
pub async fn put<T: Serialize + Sync>(db: &impl ConnectionTrait, name: &str, value: &T) -> Result<()> {
    let row = setting::ActiveModel { key: Set(name.to_owned()), value: Set(serde_json::to_value(value)?) };
    let replace = OnConflict::column(setting::Column::Key).update_column(setting::Column::Value).to_owned();
    setting::Entity::insert(row).on_conflict(replace).exec_without_returning(db).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::both_databases;

    both_databases! {
        async fn a_setting_is_kept_and_replaced(portal: TestPortal) {
            let db = &portal.db.write;
            assert_eq!(get::<u32>(db, "n").await.unwrap(), None);
            put(db, "n", &1_u32).await.unwrap();
            put(db, "n", &2_u32).await.unwrap();
            assert_eq!(get::<u32>(db, "n").await.unwrap(), Some(2));
        }
    }
}
