//! Where nobody does anything, no event is written: once a day somebody looks at what is late.

use super::lines::write;
use crate::cases::{case_of, loaded};
use crate::{Result, Services, settings};
use chrono::NaiveDate;
use domain::permission::Actor;
use domain::watch::{Around, Finding, found_by_date};
use entity::{case_file, case_task};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{Condition, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};
use uuid::Uuid;

/// Under this key stands the last day on which everything was looked at.
const SWEPT: &str = "watch_swept";
/// Cases looked up at a time.
const PAGE: u64 = 200;

/// Looks at every case that may be late; how much was found that nobody knew of.
pub(crate) async fn sweep(services: &Services) -> Result<u64> {
    let today = services.clock.today();
    let swept: Option<NaiveDate> = settings::get(&services.db.read, SWEPT).await?;
    if swept == Some(today) {
        return Ok(0);
    }
    let (mut after, mut new) = (Uuid::nil(), 0);
    loop {
        let rows = late(services, today, after).await?;
        let Some(last) = rows.last().map(|row| row.id) else { break };
        for row in rows {
            if !by_date(services, &row).await?.is_empty() {
                new += one(services, row.id).await?;
            }
        }
        after = last;
    }
    settings::put(&services.db.write, SWEPT, &today).await?;
    Ok(new)
}

/// Cases with a running clock that are past a date, or wait in a step.
async fn late(services: &Services, today: NaiveDate, after: Uuid) -> Result<Vec<case_file::Model>> {
    let waiting = Query::select()
        .expr(Expr::val(1))
        .from(case_task::Entity)
        .and_where(
            Expr::col((case_task::Entity, case_task::Column::CaseId))
                .equals((case_file::Entity, case_file::Column::Id)),
        )
        .and_where(Expr::col((case_task::Entity, case_task::Column::Done)).eq(false))
        .and_where(Expr::col((case_task::Entity, case_task::Column::OpenedOn)).lt(today))
        .take();
    let may_be = Condition::any().add(case_file::COLUMN.next_due.lt(today)).add(Expr::exists(waiting));
    let found = case_file::Entity::find()
        .filter(case_file::COLUMN.status.is_in(["accepted", "review"]))
        .filter(may_be)
        .filter(case_file::COLUMN.id.gt(after))
        .order_by_asc(case_file::Column::Id)
        .limit(PAGE);
    Ok(found.all(&services.db.read).await?)
}

async fn by_date(services: &Services, row: &case_file::Model) -> Result<Vec<Finding>> {
    let process = services.catalogue.process(&row.item_id, row.item_version).await?;
    let (calendar, today) = (services.reference.calendar(), services.clock.today());
    let around = Around { today, calendar: &calendar, guide: &[] };
    Ok(found_by_date(&services.watch.rules(), &case_of(row, process, None)?, &around))
}

/// Looks once more at the case as it is now, and writes what is found.
async fn one(services: &Services, id: Uuid) -> Result<u64> {
    let tx = services.db.begin().await?;
    let row = case_file::Entity::find_by_id(id).lock_exclusive().one(&tx).await?;
    let Some(row) = row else { return Ok(0) };
    let case = loaded(&tx, services, &Actor::portal(), row).await?.case;
    let (calendar, today) = (services.reference.calendar(), services.clock.today());
    let around = Around { today, calendar: &calendar, guide: &[] };
    let rules = services.watch.rules();
    let findings = found_by_date(&rules, &case, &around);
    let new = write(&tx, &rules, id, findings, services.clock.now()).await?;
    tx.commit().await?;
    Ok(new)
}
