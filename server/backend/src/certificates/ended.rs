//! What ends by itself: with the death of its holder, and with its term.

use chrono::NaiveDate;
use domain::certificate::{Operation, Status};
use domain::permission::Actor;
use entity::certificate;
use sea_orm::{
    ActiveValue::Set, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _,
};
use uuid::Uuid;

use super::kind::{Again, known};
use super::{Occasion, event};
use crate::{Error, Result, Services, settings};

/// Under this key the database remembers the day on which terms were last looked at.
const LAPSED: &str = "certificates_lapsed_on";

/// Certificates ended in one transaction.
const BATCH: u64 = 200;

/// 注销 of everything that nobody can hold after death (行政许可法 art. 70 (2)): the ID card, licences,
/// allowances; not what tells of a life or of an estate. How many.
///
/// # Errors
/// Storage errors.
pub async fn end_with_holder(
    tx: &impl ConnectionTrait,
    occasion: &Occasion<'_>,
    person: Uuid,
) -> Result<u64> {
    let standing = [Status::Valid, Status::Suspended, Status::Lapsed].map(Status::as_str);
    let rows = certificate::Entity::find()
        .filter(certificate::COLUMN.person_id.eq(person))
        .filter(certificate::COLUMN.superseded.eq(false))
        .filter(certificate::COLUMN.status.is_in(standing))
        .all(tx)
        .await?;
    let ends = |row: &certificate::Model| known(&row.code).is_some_and(|known| known.again == Again::One);
    let ids: Vec<Uuid> = rows.iter().filter(|row| ends(row)).map(|row| row.id).collect();
    end(tx, occasion, (Operation::Cancel, Status::Cancelled), &ids).await
}

/// 过期: once a day, says of certificates whose term is over that they have lapsed. They could not be
/// relied on since then; now lists and events say so too.
///
/// # Errors
/// Storage errors; what was done stays done.
pub async fn lapse_due(services: &Services) -> Result<u64> {
    let today = services.clock.today();
    let last: Option<NaiveDate> = settings::get(&services.db.read, LAPSED).await?;
    if last.is_some_and(|last| last >= today) {
        return Ok(0);
    }
    let mut done = 0;
    loop {
        let lapsed = lapse_some(services, last).await?;
        done += lapsed;
        if lapsed < BATCH {
            break;
        }
    }
    settings::put(&services.db.write, LAPSED, &today).await?;
    Ok(done)
}

/// As many as one transaction takes, of those whose term has ended since the last time.
async fn lapse_some(services: &Services, last: Option<NaiveDate>) -> Result<u64> {
    let actor = Actor::portal();
    let occasion = Occasion::now(services, &actor, "有效期届满");
    let tx = services.db.begin().await?;
    let since = last.map(|last| certificate::COLUMN.valid_until.gte(last));
    let due: Vec<Uuid> = certificate::Entity::find()
        .select_only()
        .column(certificate::Column::Id)
        .filter(Condition::all().add_option(since))
        .filter(certificate::COLUMN.valid_until.lt(occasion.today))
        .filter(certificate::COLUMN.status.is_in([Status::Valid, Status::Suspended].map(Status::as_str)))
        .filter(certificate::COLUMN.superseded.eq(false))
        .limit(BATCH)
        .into_tuple()
        .all(&tx)
        .await?;
    let lapsed = end(&tx, &occasion, (Operation::Lapse, Status::Lapsed), &due).await?;
    tx.commit().await?;
    Ok(lapsed)
}

/// Ends several at once, or none where somebody was faster with one of them; how many.
async fn end(
    tx: &impl ConnectionTrait,
    occasion: &Occasion<'_>,
    (operation, status): (Operation, Status),
    ids: &[Uuid],
) -> Result<u64> {
    if ids.is_empty() {
        return Ok(0);
    }
    let change = certificate::ActiveModel {
        status: Set(status.as_str().to_owned()),
        status_at: Set(occasion.at),
        status_reason: Set(Some(occasion.reason.clone())),
        ..Default::default()
    };
    let done = certificate::Entity::update_many()
        .set(change)
        .filter(certificate::COLUMN.id.is_in(ids.to_vec()))
        .filter(certificate::COLUMN.superseded.eq(false))
        .filter(certificate::COLUMN.status.ne(status.as_str()))
        .exec(tx)
        .await?;
    if usize::try_from(done.rows_affected) != Ok(ids.len()) {
        return Err(Error::conflict());
    }
    event::record_all(tx, occasion, operation, ids).await?;
    Ok(done.rows_affected)
}
