//! What comes into the library: the files of an application.

use chrono::{DateTime, NaiveDate, Utc};
use domain::evidence::{Grade, once_only};
use entity::holding;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _};
use uuid::Uuid;

use crate::Result;
use crate::holder::Holder;

/// A file that is kept.
pub(crate) struct Kept<'a> {
    /// Whose.
    pub holder: Holder,
    /// Name of the material.
    pub name: &'a str,
    /// The type of certificate it is a copy of.
    pub certificate_code: Option<&'a str>,
    /// How far it may be trusted.
    pub grade: Grade,
    /// The file.
    pub upload_id: Uuid,
    /// Who compared it with the original, where somebody did.
    pub verified_by: Option<Uuid>,
}

/// Keeps files of a case in one statement; what is written for one application is not kept.
/// The keys, one for each file given, in order.
pub(crate) async fn keep(
    tx: &impl ConnectionTrait,
    kept: &[Kept<'_>],
    case_id: Uuid,
    at: DateTime<Utc>,
    until: NaiveDate,
) -> Result<()> {
    let lasting = kept.iter().filter(|one| !once_only(one.name));
    let rows: Vec<_> = lasting
        .map(|one| holding::ActiveModel {
            id: Set(Uuid::now_v7()),
            person_id: Set(one.holder.person()),
            entity_id: Set(one.holder.entity()),
            name: Set(one.name.to_owned()),
            certificate_code: Set(one.certificate_code.map(str::to_owned)),
            upload_id: Set(Some(one.upload_id)),
            grade: Set(one.grade.as_str().to_owned()),
            case_id: Set(Some(case_id)),
            valid_until: Set(Some(until)),
            verified_by: Set(one.verified_by),
            verified_at: Set(one.verified_by.map(|_| at)),
            removed_at: Set(None),
            created_at: Set(at),
        })
        .collect();
    if !rows.is_empty() {
        holding::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}
