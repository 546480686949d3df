//! How many cases a list has, without reading any of them.

use super::{CaseQuery, found};
use crate::cases::file::known;
use crate::{Result, Services};
use domain::case::Status;
use domain::permission::Actor;
use entity::case_file;
use sea_orm::{PaginatorTrait as _, QuerySelect as _};
use std::collections::HashMap;

/// An item of which a list has cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedItem {
    /// The item.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its name in English.
    pub name_en: Option<String>,
}

/// How many cases somebody may see of what they ask for.
///
/// # Errors
/// [`crate::Kind::Denied`] for roles that see no cases; storage errors.
pub async fn count(services: &Services, actor: &Actor, query: &CaseQuery) -> Result<u64> {
    Ok(found(services, actor, query)?.count(&services.db.read).await?)
}

/// The same by where they stand; what does not occur is absent.
///
/// # Errors
/// [`crate::Kind::Denied`] for roles that see no cases; storage errors.
pub async fn by_status(
    services: &Services,
    actor: &Actor,
    query: &CaseQuery,
) -> Result<HashMap<Status, u64>> {
    let counted: Vec<(String, i64)> = found(services, actor, query)?
        .select_only()
        .column(case_file::Column::Status)
        .column_as(case_file::COLUMN.id.count(), "cases")
        .group_by(case_file::Column::Status)
        .into_tuple()
        .all(&services.db.read)
        .await?;
    let read = |(status, cases): (String, i64)| {
        Ok((known(Status::parse(&status), "status")?, u64::try_from(cases).unwrap_or_default()))
    };
    counted.into_iter().map(read).collect()
}

/// The items of which a list has cases, by their ids.
///
/// # Errors
/// [`crate::Kind::Denied`] for roles that see no cases; storage errors.
pub async fn items(services: &Services, actor: &Actor, query: &CaseQuery) -> Result<Vec<ListedItem>> {
    let mut ids: Vec<String> = found(services, actor, query)?
        .select_only()
        .column(case_file::Column::ItemId)
        .distinct()
        .into_tuple()
        .all(&services.db.read)
        .await?;
    ids.sort_unstable();
    services
        .catalogue
        .look_up(|book| {
            let named = |id: &String| {
                let item = book.item(id, None)?;
                Some(ListedItem { id: id.clone(), name: item.name.clone(), name_en: item.name_en.clone() })
            };
            ids.iter().map(named).collect()
        })
        .await
}
