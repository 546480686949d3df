//! 新发: a certificate with its identifier.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};
use domain::certificate::{CertificateId, Operation};
use entity::{certificate, department};
use rand::RngExt as _;
use sea_orm::{ActiveModelTrait as _, ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::kind::{self, CertificateKind};
use super::{Certificate, Occasion, event, held};
use crate::crypto::{Field, Keys};
use crate::holder::Holder;
use crate::{Error, Result};

/// Digits of a serial that come by chance, after the eight of the day.
const CHANCE: u64 = 1_000_000_000_000;

/// A certificate to be issued.
#[derive(Clone)]
pub struct NewCertificate {
    /// Its type: `EC_IDCARD`.
    pub code: String,
    /// Whose.
    pub holder: Holder,
    /// 证照编号; the serial where there is none.
    pub number: Option<String>,
    /// 颁发日期.
    pub issued_on: NaiveDate,
    /// First day of its term.
    pub valid_from: NaiveDate,
    /// Last day of its term; none where it does not lapse.
    pub valid_until: Option<NaiveDate>,
    /// Its own particulars, by the keys of its type.
    pub data: BTreeMap<String, String>,
    /// The department that issues it; that of its type where none is named.
    pub department: Option<Uuid>,
}

impl NewCertificate {
    /// One that is valid from a day on, for as long as those of its type are.
    pub fn from(kind: &CertificateKind, holder: Holder, day: NaiveDate) -> Self {
        Self {
            code: kind.code.clone(),
            holder,
            number: None,
            issued_on: day,
            valid_from: day,
            valid_until: last_day(kind, day),
            data: BTreeMap::new(),
            department: None,
        }
    }
}

/// The last day of a term that begins on a day.
pub fn last_day(kind: &CertificateKind, from: NaiveDate) -> Option<NaiveDate> {
    let months = Months::new(kind.valid_months?);
    from.checked_add_months(months).and_then(|day| day.pred_opt())
}

/// Issues a certificate.
///
/// # Errors
/// [`crate::Kind::Denied`] to all but reviewers of the issuing department and the portal,
/// [`crate::Kind::Invalid`] without a reason, [`crate::Kind::Conflict`] for a type of which none can be
/// issued here, or a holder of the wrong kind.
pub async fn issue(
    tx: &impl ConnectionTrait,
    keys: &Keys,
    occasion: &Occasion<'_>,
    new: NewCertificate,
) -> Result<Certificate> {
    let kind = kind::kind(tx, &new.code).await?;
    let issuer = issuer(tx, &kind, new.department).await?;
    occasion.may(Operation::Issue, Some(issuer.id))?;
    let row = first(keys, occasion, &kind, &issuer, new)?;
    insert(tx, keys, occasion, Operation::Issue, row).await
}

/// The department that issues.
pub(super) async fn issuer(
    tx: &impl ConnectionTrait,
    kind: &CertificateKind,
    department: Option<Uuid>,
) -> Result<department::Model> {
    let found = match department {
        Some(id) => department::Entity::find_by_id(id).one(tx).await?,
        None => {
            let key = kind.department_key.clone().unwrap_or_default();
            department::Entity::find().filter(department::COLUMN.key.eq(key)).one(tx).await?
        }
    };
    found.ok_or_else(Error::conflict)
}

/// The row of a first version.
pub(super) fn first(
    keys: &Keys,
    occasion: &Occasion<'_>,
    kind: &CertificateKind,
    issuer: &department::Model,
    new: NewCertificate,
) -> Result<certificate::ActiveModel> {
    let serial = serial(new.issued_on);
    numbered(keys, occasion, (kind, issuer), serial, new)
}

/// The same with a serial that is given.
pub(crate) fn numbered(
    keys: &Keys,
    occasion: &Occasion<'_>,
    (kind, issuer): (&CertificateKind, &department::Model),
    serial: String,
    new: NewCertificate,
) -> Result<certificate::ActiveModel> {
    let fits = match new.holder {
        Holder::Person(_) => true,
        Holder::Entity(_) => kind.holder != kind::HolderKind::Person,
    };
    let term = new.valid_until.is_none_or(|last| last >= new.valid_from);
    let type_code = kind.type_code.as_deref().filter(|_| fits && term).ok_or_else(Error::conflict)?;
    let identifier = CertificateId::compose(type_code, &issuer.uscc, &serial, 1);
    let identifier = identifier.ok_or_else(Error::conflict)?;
    let id = Uuid::now_v7();
    let number = new.number.as_deref().unwrap_or(&serial);
    Ok(certificate::ActiveModel {
        id: Set(id),
        identifier: Set(identifier.short()),
        version: Set(1),
        number_cipher: Set(Some(keys.seal(Field::CERTIFICATE_NUMBER.of(id), number)?)),
        data_cipher: Set(data(keys, id, &new.code, new.data, new.valid_until)?),
        person_id: Set(new.holder.person()),
        entity_id: Set(new.holder.entity()),
        issuer_name: Set(issuer.name.clone()),
        issuer_code: Set(issuer.uscc.clone()),
        department_id: Set(Some(issuer.id)),
        issued_on: Set(new.issued_on),
        valid_from: Set(new.valid_from),
        valid_until: Set(new.valid_until),
        status: Set("valid".to_owned()),
        status_at: Set(occasion.at),
        status_reason: Set(None),
        superseded: Set(false),
        case_id: Set(occasion.case),
        created_at: Set(occasion.at),
        serial: Set(serial),
        code: Set(new.code),
    })
}

/// Its own particulars, sealed.
pub(super) fn data(
    keys: &Keys,
    id: Uuid,
    code: &str,
    mut data: BTreeMap<String, String>,
    until: Option<NaiveDate>,
) -> Result<Option<String>> {
    let repeated = kind::known(code).and_then(|known| known.until_key.clone()).zip(until);
    data.extend(repeated.map(|(key, last)| (key, last.to_string())));
    if data.is_empty() {
        return Ok(None);
    }
    keys.seal(Field::CERTIFICATE_DATA.of(id), &serde_json::to_string(&data)?).map(Some)
}

/// The day and twelve digits by chance: whoever knows one serial cannot guess another.
fn serial(day: NaiveDate) -> String {
    format!("{}{:012}", day.format("%Y%m%d"), rand::rng().random_range(0..CHANCE))
}

/// Writes a version with what was done.
pub(super) async fn insert(
    tx: &impl ConnectionTrait,
    keys: &Keys,
    occasion: &Occasion<'_>,
    operation: Operation,
    row: certificate::ActiveModel,
) -> Result<Certificate> {
    let row = sea_orm::TryIntoModel::try_into_model(row)?;
    let all: certificate::ActiveModel = row.clone().into();
    certificate::Entity::insert(all.reset_all()).exec_without_returning(tx).await?;
    event::record(tx, occasion, operation, row.id).await?;
    held::opened(keys, row)
}

impl std::fmt::Debug for NewCertificate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NewCertificate({}, {:?})", self.code, self.holder)
    }
}
