//! 加注件: a copy of a certificate for one purpose, until one day, marked with both (国办函〔2016〕
//! 108号). Its code tells anybody whether it is genuine; without it nobody finds it.

mod code;
mod genuine;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Months, NaiveDate, SubsecRound as _, Utc};
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Actor;
use entity::certificate_copy;
use sea_orm::{ActiveValue::Set, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

pub use code::CopyCode;
pub use genuine::{Checked, check};

use super::present::unfit;
use super::{Certificate, wallet};
use crate::access::{self, Access, Act};
use crate::{Error, Result, Services};

/// Most characters of a purpose.
const LONGEST: usize = 60;
/// Longest time for which a copy is good.
const LIFE: Months = Months::new(12);

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCopy {
    /// 用证事由, as typed.
    pub purpose: String,
    /// Last day, as typed: `2026-12-31`.
    pub expires_on: String,
}

/// A copy, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// Key.
    pub id: Uuid,
    /// 用证事由.
    pub purpose: String,
    /// Last day.
    pub expires_on: NaiveDate,
    /// By which anybody finds out whether it is genuine.
    pub code: CopyCode,
    /// When it was made.
    pub made_at: DateTime<Utc>,
}

/// The last day that a copy of this certificate may name: a year from today, or the end of its term.
pub fn last_day(certificate: &Certificate, today: NaiveDate) -> NaiveDate {
    let year = today.checked_add_months(LIFE).unwrap_or(today);
    certificate.standing.valid_until.map_or(year, |last| last.min(year))
}

/// Makes a copy of a certificate of one's own.
///
/// # Errors
/// [`crate::Kind::NotFound`] for what is not one's own; [`crate::Kind::Invalid`] with what is wrong
/// with purpose and day, or with [`FieldCode::Unfit`] for a certificate that cannot be relied on.
pub async fn make(services: &Services, actor: &Actor, id: Uuid, new: &NewCopy) -> Result<Copy> {
    let account = actor.account.ok_or_else(Error::not_found)?;
    let tx = services.db.begin().await?;
    let certificate = wallet::own(&tx, &services.keys, actor, id).await?;
    let today = services.clock.today();
    certificate.standing.fit(today).map_err(unfit)?;
    // PostgreSQL keeps microseconds: the copy made is the copy read.
    let now = services.clock.now().trunc_subsecs(6);
    let copy = checked(new, today, last_day(&certificate, today), now)?;
    let row = certificate_copy::ActiveModel {
        id: Set(copy.id),
        certificate_id: Set(id),
        purpose: Set(copy.purpose.clone()),
        expires_on: Set(copy.expires_on),
        code: Set(copy.code.as_str().to_owned()),
        account_id: Set(account),
        made_at: Set(copy.made_at),
    };
    certificate_copy::Entity::insert(row).exec_without_returning(&tx).await?;
    let reason = format!("{}，有效期至{}", copy.purpose, copy.expires_on);
    let line = Access::new(certificate.holder, Act::Copied, &certificate.code, reason);
    let line = Access { certificate: Some(id), ..line };
    access::record(&tx, copy.made_at, actor, vec![line]).await?;
    tx.commit().await?;
    Ok(copy)
}

fn checked(new: &NewCopy, today: NaiveDate, last: NaiveDate, now: DateTime<Utc>) -> Result<Copy> {
    let purpose = new.purpose.split_whitespace().collect::<Vec<_>>().join(" ");
    let wrong_purpose = match purpose.chars().count() {
        0 => Some(FieldCode::Missing),
        long if long > LONGEST => Some(FieldCode::TooLong { max: LONGEST }),
        _ => None,
    };
    let expires_on = match new.expires_on.trim().parse() {
        Err(_) if new.expires_on.trim().is_empty() => Err(FieldCode::Missing),
        Err(_) => Err(FieldCode::Date),
        Ok(day) if day < today => Err(FieldCode::Past),
        Ok(day) if day > last => Err(FieldCode::TooLate { last }),
        Ok(day) => Ok(day),
    };
    match (wrong_purpose, expires_on) {
        (None, Ok(expires_on)) => {
            Ok(Copy { id: Uuid::now_v7(), purpose, expires_on, code: CopyCode::random(), made_at: now })
        }
        (wrong, day) => {
            let wrong = wrong.map(|code| FieldError::new("purpose", code));
            let day = day.err().map(|code| FieldError::new("expires_on", code));
            Err(Error::invalid(wrong.into_iter().chain(day).collect()))
        }
    }
}

/// The copies of a certificate of one's own, newest first.
///
/// # Errors
/// [`crate::Kind::NotFound`] for what is not one's own.
pub async fn of(services: &Services, actor: &Actor, certificate: Uuid) -> Result<Vec<Copy>> {
    wallet::one(services, actor, certificate).await?;
    let rows = certificate_copy::Entity::find()
        .filter(certificate_copy::COLUMN.certificate_id.eq(certificate))
        .order_by_desc(certificate_copy::Column::MadeAt)
        .all(&services.db.read)
        .await?;
    rows.into_iter().map(Copy::try_from).collect()
}

/// One of them.
///
/// # Errors
/// [`crate::Kind::NotFound`] for what is not one's own, as for what is not there.
pub async fn one(services: &Services, actor: &Actor, certificate: Uuid, id: Uuid) -> Result<Copy> {
    let copies = of(services, actor, certificate).await?;
    copies.into_iter().find(|copy| copy.id == id).ok_or_else(Error::not_found)
}

impl TryFrom<certificate_copy::Model> for Copy {
    type Error = Error;

    fn try_from(row: certificate_copy::Model) -> Result<Self> {
        let certificate_copy::Model { id, purpose, expires_on, code, made_at, .. } = row;
        let code = CopyCode::parse(&code).ok_or_else(|| Error::internal("a copy with a broken code"))?;
        Ok(Self { id, purpose, expires_on, code, made_at })
    }
}
