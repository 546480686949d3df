//! Telling alarms: each once, on its working day or as soon after it as somebody watches.

use super::{called, held};
use crate::cases;
use crate::{Result, Services};
use chrono::NaiveDate;
use domain::alarm::{self, Alarm};
use domain::permission::Actor;
use entity::{alarm as rows, case_file};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, sea_query::OnConflict};
use uuid::Uuid;

/// Tells what is to be told by today; how many.
pub(super) async fn tell(services: &Services) -> Result<u64> {
    let today = services.clock.today();
    let (mut after, mut told) = (Uuid::nil(), 0);
    loop {
        let ids = called(services, case_file::Column::AlarmOn, today, after).await?;
        let Some(&last) = ids.last() else { return Ok(told) };
        for id in ids {
            told += one(services, id, today).await?;
        }
        after = last;
    }
}

async fn one(services: &Services, id: Uuid, today: NaiveDate) -> Result<u64> {
    let tx = services.db.begin().await?;
    // Another worker may have been here since.
    let row = held(&tx, id).await?.filter(|row| row.alarm_on.is_some_and(|day| day <= today));
    let Some(row) = row else { return Ok(0) };
    let loaded = cases::loaded(&tx, services, &Actor::portal(), row).await?;
    let schedule = alarm::schedule(&loaded.case, &services.reference.calendar());
    let (due, coming): (Vec<Alarm>, Vec<Alarm>) = schedule.into_iter().partition(|one| one.on <= today);
    let mut told = 0;
    for alarm in due {
        told += raise(&tx, services, id, alarm).await?;
    }
    let next = coming.first().map(|alarm| alarm.on);
    let row = case_file::ActiveModel { alarm_on: Set(next), ..Default::default() };
    case_file::Entity::update_many().set(row).filter(case_file::COLUMN.id.eq(id)).exec(&tx).await?;
    tx.commit().await?;
    Ok(told)
}

/// One row, unless it was told before.
async fn raise<C: ConnectionTrait>(tx: &C, services: &Services, case_id: Uuid, alarm: Alarm) -> Result<u64> {
    let Alarm { on, rank, kind, basis, step, department } = alarm;
    let row = rows::ActiveModel {
        id: Set(Uuid::now_v7()),
        case_id: Set(case_id),
        department_id: Set(department),
        kind: Set(kind.as_str().to_owned()),
        rank: Set(rank.as_str().to_owned()),
        basis: Set(basis),
        step: Set(step),
        due_on: Set(on),
        raised_at: Set(services.clock.now()),
        seen_by: Set(None),
        seen_at: Set(None),
    };
    let known = [
        rows::Column::CaseId,
        rows::Column::Kind,
        rows::Column::Rank,
        rows::Column::Basis,
        rows::Column::Step,
        rows::Column::DepartmentId,
    ];
    let once = OnConflict::columns(known).do_nothing().to_owned();
    Ok(rows::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?)
}
