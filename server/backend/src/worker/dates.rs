//! A calendar that was imported or corrected: every open case's dates are counted anew, and what moved
//! is written in the case.

use super::held;
use crate::cases::{self, Deed};
use crate::repo::calendar;
use crate::{Result, Services, settings};
use chrono::{DateTime, TimeDelta, Utc};
use domain::case::table::row;
use domain::case::{Action, ActionKind};
use domain::permission::Actor;
use entity::case_file;
use sea_orm::{ActiveValue::Set, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};
use uuid::Uuid;

/// Under this key stands the calendar that all dates follow, by the moment of its import.
const FOLLOWED: &str = "dates_follow";
/// So long after an import every server knows of it.
const SETTLED: TimeDelta = TimeDelta::seconds(5);
/// Cases looked up at a time.
const BATCH: u64 = 200;

/// Counts anew where the calendar is another than all dates follow; how many cases moved.
pub(super) async fn recount(services: &Services) -> Result<u64> {
    let now = calendar::coverage(&services.db.read).await?.map(|span| span.imported_at);
    let followed: Option<DateTime<Utc>> = settings::get(&services.db.read, FOLLOWED).await?;
    if now.is_none() || now == followed {
        return Ok(0);
    }
    // This very process may not have read it yet.
    services.reference.reload(&services.db).await?;
    let moved = all(services).await?;
    look_again(services).await?;
    // Another server may have counted with the old calendar until a moment ago: the next round looks
    // once more.
    if now.is_some_and(|imported| services.clock.now() - imported >= SETTLED) {
        settings::put(&services.db.write, FOLLOWED, &now).await?;
    }
    Ok(moved)
}

/// Alarms fall on working days: which these are has changed, so each case is looked at once more.
async fn look_again(services: &Services) -> Result<()> {
    let row = case_file::ActiveModel { alarm_on: Set(Some(services.clock.today())), ..Default::default() };
    let waiting = case_file::Entity::update_many().set(row).filter(case_file::COLUMN.alarm_on.is_not_null());
    waiting.exec(&services.db.write).await?;
    Ok(())
}

async fn all(services: &Services) -> Result<u64> {
    let open: Vec<&str> = row(ActionKind::MoveDates).from.iter().map(|status| status.as_str()).collect();
    let (mut after, mut moved) = (Uuid::nil(), 0);
    loop {
        let ids: Vec<Uuid> = case_file::Entity::find()
            .select_only()
            .column(case_file::Column::Id)
            .filter(case_file::COLUMN.status.is_in(open.iter().copied()))
            .filter(case_file::COLUMN.id.gt(after))
            .order_by_asc(case_file::Column::Id)
            .limit(BATCH)
            .into_tuple()
            .all(&services.db.read)
            .await?;
        let Some(&last) = ids.last() else { return Ok(moved) };
        for id in ids {
            moved += u64::from(one(services, id).await?);
        }
        after = last;
    }
}

/// Whether a date moved.
async fn one(services: &Services, id: Uuid) -> Result<bool> {
    let tx = services.db.begin().await?;
    let Some(found) = held(&tx, id).await? else { return Ok(false) };
    let portal = Actor::portal();
    let loaded = cases::loaded(&tx, services, &portal, found).await?;
    // Decided since: its dates are history.
    if !row(ActionKind::MoveDates).from.contains(&loaded.case.status) {
        return Ok(false);
    }
    let after = cases::done(&tx, services, &portal, &loaded, Deed::from(Action::MoveDates)).await?;
    tx.commit().await?;
    Ok(after.version > loaded.case.version)
}
