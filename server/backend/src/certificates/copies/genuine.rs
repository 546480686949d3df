//! Whether a copy is genuine, and still good: for whoever holds it and its code.

use chrono::{DateTime, NaiveDate, Utc};
use domain::certificate::Unfit;
use domain::permission::Actor;
use entity::certificate_copy;
use sea_orm::{EntityTrait as _, QueryFilter as _};

use super::{Copy, CopyCode};
use crate::access::{self, Access, Act};
use crate::certificates::present::{Disclosure, disclosed, looker};
use crate::{Error, Result, Services};

/// Under this name the ledger shows who verifies without signing in as staff.
const PUBLIC: &str = "公众查验";

/// A genuine copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Of what.
    pub certificate: Disclosure,
    /// What for.
    pub purpose: String,
    /// Last day.
    pub expires_on: NaiveDate,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Its last day is over.
    pub expired: bool,
    /// Why the certificate itself cannot be relied on now.
    pub unfit: Option<Unfit>,
}

impl Checked {
    /// Whether it may be relied on, for its purpose.
    pub fn is_good(&self) -> bool {
        !self.expired && self.unfit.is_none()
    }
}

/// What there is under a code, as typed; its owner learns that somebody asked.
///
/// # Errors
/// [`crate::Kind::NotFound`] when no copy has this code; nothing is shown that could not be written
/// into the ledger.
pub async fn check(services: &Services, viewer: Option<&Actor>, typed: &str) -> Result<Checked> {
    let code = CopyCode::parse(typed).ok_or_else(Error::not_found)?;
    let tx = services.db.begin().await?;
    let by_code = certificate_copy::COLUMN.code.eq(code.as_str());
    let row = certificate_copy::Entity::find().filter(by_code).one(&tx).await?;
    let row = row.ok_or_else(Error::not_found)?;
    let certificate = super::super::one(&tx, &services.keys, row.certificate_id).await?;
    let copy = Copy::try_from(row)?;
    let today = services.clock.today();
    let checked = Checked {
        certificate: disclosed(&tx, &certificate).await?,
        expired: copy.expires_on < today,
        unfit: certificate.standing.fit(today).err(),
        purpose: copy.purpose,
        expires_on: copy.expires_on,
        made_at: copy.made_at,
    };
    let reason = format!("查验加注件：{}", checked.purpose);
    let line = Access::new(certificate.holder, Act::CertificateVerified, &certificate.code, reason);
    let line = Access { certificate: Some(certificate.id), ..line };
    access::record(&tx, services.clock.now(), &looker(viewer, PUBLIC), vec![line]).await?;
    tx.commit().await?;
    Ok(checked)
}
