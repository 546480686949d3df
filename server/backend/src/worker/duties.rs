//! 视为受理, 视为放弃 and 终止: what the law does when nobody does anything.

use super::{called, held};
use crate::cases::{self, Deed};
use crate::{Kind, Result, Services};
use chrono::NaiveDate;
use domain::permission::Actor;
use entity::case_file;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

/// Does what is due; how much.
pub(super) async fn perform(services: &Services) -> Result<u64> {
    let today = services.clock.today();
    let (mut after, mut done) = (Uuid::nil(), 0);
    loop {
        let ids = called(services, case_file::Column::WakeOn, today, after).await?;
        let Some(&last) = ids.last() else { return Ok(done) };
        for id in ids {
            done += u64::from(one(services, id, today).await?);
        }
        after = last;
    }
}

/// Whether something was due and has been done.
async fn one(services: &Services, id: Uuid, today: NaiveDate) -> Result<bool> {
    let tx = services.db.begin().await?;
    // Another worker may have been here since.
    let row = held(&tx, id).await?.filter(|row| row.wake_on.is_some_and(|day| day <= today));
    let Some(row) = row else { return Ok(false) };
    let portal = Actor::portal();
    let loaded = cases::loaded(&tx, services, &portal, row).await?;
    let due = match loaded.case.duty() {
        Some((duty, day)) if day <= today => {
            // One case that cannot be done must not hold up all others.
            match cases::done(&tx, services, &portal, &loaded, Deed::from(duty.action())).await {
                Ok(_) => true,
                Err(error) if matches!(error.kind(), Kind::Refused(_)) => {
                    tracing::error!(case = %loaded.row.case_no, causes = error.causes().join(": "), "a duty was refused");
                    return Ok(false);
                }
                Err(error) => return Err(error),
            }
        }
        other => {
            wake(&tx, id, other.map(|(_, day)| day)).await?;
            false
        }
    };
    tx.commit().await?;
    Ok(due)
}

/// Nothing is due after all: looks again on that day.
async fn wake<C: ConnectionTrait>(tx: &C, id: Uuid, day: Option<NaiveDate>) -> Result<()> {
    let row = case_file::ActiveModel { wake_on: Set(day), ..Default::default() };
    case_file::Entity::update_many().set(row).filter(case_file::COLUMN.id.eq(id)).exec(tx).await?;
    Ok(())
}
