//! The rules in memory: whoever writes events asks no table for them.

use crate::edition::{self, Mark, Volume};
use crate::{Db, Result};
use chrono::Utc;
use domain::watch::Rule;
use entity::watch_rule;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryOrder as _, sea_query::OnConflict};
use std::sync::{Arc, PoisonError, RwLock};
use tokio::sync::Mutex;

/// The rules that a city begins with.
const FIRST: &str = include_str!("../../../data/watch-rules.json");

/// The rules in memory. Cheap to clone; all clones reload together.
#[derive(Clone, Debug)]
pub struct RuleBook {
    known: Arc<RwLock<Known>>,
    /// One reads at a time: who began earlier must not end later and put back what is older.
    reading: Arc<Mutex<()>>,
}

#[derive(Clone, Debug)]
struct Known {
    edition: Mark,
    rules: Arc<Vec<Rule>>,
}

impl RuleBook {
    /// Reads the rules once.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn load(db: &Db) -> Result<Self> {
        Ok(Self { known: Arc::new(RwLock::new(Known::read(db).await?)), reading: Arc::default() })
    }

    /// Reads them again, after a change.
    pub(super) async fn reload(&self, db: &Db) -> Result<()> {
        let _alone = self.reading.lock().await;
        let known = Known::read(db).await?;
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = known;
        Ok(())
    }

    /// Reads them again if another server has changed them: one short statement where not.
    pub(crate) async fn refresh(&self, db: &Db) -> Result<()> {
        let same = edition::current(&db.read, Volume::Watch).await? == self.known().edition;
        if same { Ok(()) } else { self.reload(db).await }
    }

    fn known(&self) -> Known {
        self.known.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Every rule, those that are off too.
    pub fn rules(&self) -> Arc<Vec<Rule>> {
        self.known().rules
    }
}

impl Known {
    async fn read(db: &Db) -> Result<Self> {
        let edition = edition::current(&db.read, Volume::Watch).await?;
        let rows = watch_rule::Entity::find().order_by_asc(watch_rule::Column::Sort).all(&db.read).await?;
        let rules: Vec<Rule> = rows.into_iter().map(read).collect::<Result<_>>()?;
        Ok(Self { edition, rules: Arc::new(rules) })
    }
}

/// The rule of a row.
pub(super) fn read(row: watch_rule::Model) -> Result<Rule> {
    Ok(serde_json::from_value(row.rule)?)
}

/// Takes in the rules that a city begins with, where it has none of their name yet.
pub(crate) async fn complete<C: ConnectionTrait>(db: &C) -> Result<()> {
    let first: Vec<Rule> = serde_json::from_str(FIRST)?;
    let mut rows = Vec::new();
    for (rule, sort) in first.iter().zip(1..) {
        rows.push(watch_rule::ActiveModel {
            key: Set(rule.key.clone()),
            sort: Set(sort),
            rule: Set(serde_json::to_value(rule)?),
            revision: Set(1),
            scanned: Set(0),
            updated_at: Set(Utc::now()),
            updated_by: Set(None),
        });
    }
    let kept = OnConflict::column(watch_rule::Column::Key).do_nothing().to_owned();
    watch_rule::Entity::insert_many(rows).on_conflict(kept).exec_without_returning(db).await?;
    Ok(())
}
