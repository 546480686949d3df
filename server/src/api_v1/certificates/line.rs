//! A certificate in a list: without number and particulars.

use crate::api_v1::page::Page;
use backend::certificates::Summary;
use chrono::NaiveDate;
use domain::certificate::{OID_ROOT, Standing, Unfit};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A certificate somebody holds.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api_v1) struct HeldCertificate {
    pub id: Uuid,
    /// The type: `EC_IDCARD`.
    pub code: String,
    pub name: String,
    pub name_en: Option<String>,
    /// 电子证照标识 with its root.
    pub identifier: String,
    pub version: i32,
    pub issuer: String,
    pub issued_on: NaiveDate,
    #[serde(flatten)]
    pub standing: StandingBody,
}

/// Whether it may be relied on.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api_v1) struct StandingBody {
    pub valid_from: NaiveDate,
    /// Null for one that does not lapse.
    pub valid_until: Option<NaiveDate>,
    /// valid, suspended, withdrawn, cancelled, lapsed, transferred, revoked or other.
    pub status: &'static str,
    /// It may be relied on today.
    pub fit: bool,
    /// Why not: superseded, status, not_yet_valid or expired.
    pub unfit: Option<&'static str>,
}

impl StandingBody {
    pub(super) fn new(standing: &Standing, today: NaiveDate) -> Self {
        let unfit = standing.fit(today).err();
        Self {
            valid_from: standing.valid_from,
            valid_until: standing.valid_until,
            status: standing.status.as_str(),
            fit: unfit.is_none(),
            unfit: unfit.map(unfit_code),
        }
    }
}

pub(super) fn unfit_code(why: Unfit) -> &'static str {
    match why {
        Unfit::Superseded => "superseded",
        Unfit::Status(_) => "status",
        Unfit::NotYetValid => "not_yet_valid",
        Unfit::Expired => "expired",
        Unfit::OtherHolder => "other_holder",
    }
}

pub(super) fn page(held: Vec<Summary>, today: NaiveDate) -> Page<HeldCertificate> {
    let items: Vec<_> = held.into_iter().map(|one| line(one, today)).collect();
    let total = u64::try_from(items.len()).unwrap_or(u64::MAX);
    Page { items, next_cursor: None, total }
}

fn line(one: Summary, today: NaiveDate) -> HeldCertificate {
    HeldCertificate {
        id: one.id,
        code: one.code,
        name: one.name,
        name_en: one.name_en,
        identifier: format!("{OID_ROOT}{}", one.identifier),
        version: one.version,
        issuer: one.issuer,
        issued_on: one.issued_on,
        standing: StandingBody::new(&one.standing, today),
    }
}
