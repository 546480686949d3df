//! What happens by itself: versions that come into force, dates of a changed calendar, what the law
//! does when time passes, alarms.
//!
//! Nothing is remembered between rounds but the database: a round looks for what is due and does each
//! in a transaction of its own that looks once more. Any number of workers may run at the same time;
//! what one has done the other no longer finds.

mod alarms;
mod dates;
mod duties;

use crate::catalogue::version;
use crate::{Result, Services, indicators, watch};
use chrono::{NaiveDate, Timelike as _};
use entity::case_file;
use sea_orm::{ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

/// Alarms are told while somebody is there to hear them: from nine until five on working days.
const HOURS: std::ops::Range<u32> = 9..17;
/// Cases looked up at a time.
const BATCH: u64 = 200;

/// What a round has done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Versions of items that came into force.
    pub versions: u64,
    /// Cases whose dates a changed calendar moved.
    pub moved: u64,
    /// 视为受理, 视为放弃, 终止.
    pub duties: u64,
    /// Certificates whose term was over.
    pub lapsed: u64,
    /// Alarms told.
    pub alarms: u64,
    /// Alerts of 电子监察 found because time passed, or a rule was new.
    pub alerts: u64,
    /// Orders of supervision reminded of or escalated.
    pub orders: u64,
    /// Readings of indicators kept for their trend, once a day.
    pub readings: u64,
}

/// One round: all that is due now.
///
/// # Errors
/// Storage errors; what was done stays done, and the next round goes on.
pub async fn round(services: &Services) -> Result<Round> {
    let versions = version::release_due(services).await?;
    let moved = dates::recount(services).await?;
    let duties = duties::perform(services).await?;
    let lapsed = crate::certificates::lapse_due(services).await?;
    let alarms = if in_hours(services) { alarms::tell(services).await? } else { 0 };
    let alerts = watch::sweep(services).await? + watch::look_back(services).await?;
    let orders = if in_hours(services) { watch::time_passes(services).await? } else { 0 };
    let readings = indicators::take_snapshot(services).await?;
    Ok(Round { versions, moved, duties, lapsed, alarms, alerts, orders, readings })
}

/// What the law made happen and the alarms of one moment of the past, while a demonstration is loaded.
///
/// # Errors
/// Storage errors.
pub(crate) async fn catch_up(services: &Services) -> Result<()> {
    duties::perform(services).await?;
    watch::sweep(services).await?;
    if in_hours(services) {
        alarms::tell(services).await?;
        watch::time_passes(services).await?;
    }
    Ok(())
}

/// Whether somebody is there to hear an alarm.
fn in_hours(services: &Services) -> bool {
    let hour = services.clock.now().with_timezone(&domain::calendar::CITY_OFFSET).hour();
    HOURS.contains(&hour) && services.reference.calendar().day(services.clock.today()).kind.is_workday()
}

/// The cases that a column calls up by today, a batch at a time; none twice in a round.
async fn called(
    services: &Services,
    column: case_file::Column,
    today: NaiveDate,
    after: Uuid,
) -> Result<Vec<Uuid>> {
    use sea_orm::{ColumnTrait as _, QueryOrder as _};
    let ids = case_file::Entity::find()
        .select_only()
        .column(case_file::Column::Id)
        .filter(column.lte(today))
        .filter(case_file::COLUMN.id.gt(after))
        .order_by_asc(case_file::Column::Id)
        .limit(BATCH);
    Ok(ids.into_tuple().all(&services.db.read).await?)
}

/// The row as it is now, held until the end of the transaction.
async fn held<C: ConnectionTrait>(tx: &C, id: Uuid) -> Result<Option<case_file::Model>> {
    Ok(case_file::Entity::find_by_id(id).lock_exclusive().one(tx).await?)
}

#[cfg(test)]
mod tests;
