//! What the portal itself knows of an organisation.

use chrono::NaiveDate;
use entity::legal_entity;
use sea_orm::{ConnectionTrait, EntityTrait as _};
use uuid::Uuid;

use super::person::months_since;
use super::{Known, Source};
use crate::{Error, Result};

/// 新设: so many months after it was established an organisation counts as new.
const NEW: i64 = 3;

pub(super) async fn add<C: ConnectionTrait>(
    db: &C,
    known: &mut Known,
    id: Uuid,
    today: NaiveDate,
) -> Result<()> {
    let row = legal_entity::Entity::find_by_id(id).one(db).await?.ok_or_else(Error::not_found)?;
    let source = Source::Identity;
    // Nobody but those who may act for it gets so far.
    for field in ["applicant.real_name", "applicant.is_self_or_authorised", "applicant.is_agent_of_org"] {
        known.put(field, true, &source, today);
    }
    known.put("company.status", row.status.as_str(), &source, today);
    if let Some(months) = row.established_on.and_then(|since| months_since(since, today)) {
        known.put("company.months_operating", months, &source, today);
        known.put("company.new", months < NEW, &source, today);
    }
    Ok(())
}
