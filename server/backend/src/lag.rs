//! How far behind is what is done after the answer: counting, sealing, and SQLite's log on its way
//! into the file.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use entity::{audit, counter_delta};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _, Statement,
};

use crate::{Db, Portal, Result};

/// What waits at one moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lag {
    /// Rows of the audit trail without a seal.
    pub unsealed: i64,
    /// Seconds since the oldest of them was written.
    pub trail: i64,
    /// Deltas not folded into counters. Figures are exact all the same.
    pub unfolded: i64,
    /// The key of the oldest; the same key, seen again later, is what is late.
    pub first_unfolded: Option<i64>,
}

/// Looks. Two short statements while little waits.
///
/// # Errors
/// When the database cannot be read.
pub async fn look(portal: &Portal) -> Result<Lag> {
    let db = &portal.db.read;
    let trail = audit::Entity::find()
        .select_only()
        .column_as(audit::Column::Id.count(), "n")
        .column_as(audit::Column::At.min(), "oldest")
        .filter(audit::Column::Seq.is_null());
    let (unsealed, oldest): (i64, Option<DateTime<Utc>>) =
        trail.into_tuple().one(db).await?.unwrap_or_default();
    let deltas = counter_delta::Entity::find()
        .select_only()
        .column_as(counter_delta::Column::Id.count(), "n")
        .column_as(counter_delta::Column::Id.min(), "first");
    let (unfolded, first_unfolded): (i64, Option<i64>) =
        deltas.into_tuple().one(db).await?.unwrap_or_default();
    // A clock set back makes nothing late.
    let trail = oldest.map_or(0, |oldest| (portal.clock.now() - oldest).num_seconds().max(0));
    Ok(Lag { unsealed, trail, unfolded, first_unfolded })
}

/// The file of a SQLite database; nothing for others and for those in memory.
///
/// # Errors
/// When the database cannot be read.
pub async fn file(db: &Db) -> Result<Option<PathBuf>> {
    if !db.is_sqlite() {
        return Ok(None);
    }
    let asked = "SELECT file FROM pragma_database_list WHERE name = 'main'";
    let asked = Statement::from_string(db.read.get_database_backend(), asked);
    let row = db.read.query_one_raw(asked).await?;
    let name = row.and_then(|row| row.try_get::<String>("", "file").ok());
    Ok(name.filter(|name| !name.is_empty()).map(PathBuf::from))
}

#[cfg(test)]
mod tests {
    use domain::permission::Actor;

    use super::*;
    use crate::{audit::Entry, both_databases};

    both_databases! {
        async fn what_waits_is_counted_until_it_is_done(portal: TestPortal) {
            let before = look(&portal).await.unwrap();
            let long_ago = portal.clock.now() - chrono::Duration::minutes(3);
            let entry = Entry::new(&Actor::portal(), "settings.test", "portal");
            crate::audit::record(&portal.db.write, long_ago, entry).await.unwrap();
            let lag = look(&portal).await.unwrap();
            assert_eq!(lag.unsealed, before.unsealed + 1);
            assert!((180..200).contains(&lag.trail), "{lag:?}");
            crate::audit::seal(&portal).await.unwrap();
            assert_eq!(look(&portal).await.unwrap(), Lag::default());
            assert_eq!(file(&portal.db).await.unwrap().is_some(), portal.db.is_sqlite());
        }
    }
}
