//! 同意: what an applicant lets a department use for a case, given with the application and taken back
//! whenever they like (个人信息保护法 art. 14, 15).

mod withdraw;

pub use withdraw::{Withdrawal, withdraw};

use chrono::{DateTime, Utc};
use entity::{case_file, consent};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

use crate::cases::record::Moment;
use crate::{Error, Portal, Result};

/// The purpose of what is given with an application.
const FOR_CASE: &str = "case";

/// How it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// By submitting online.
    Online,
    /// To a clerk.
    Counter,
}

/// What somebody has agreed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// Key.
    pub id: Uuid,
    /// Number of the case it is for.
    pub case_no: Option<String>,
    /// The item of that case.
    pub item_id: Option<String>,
    /// What may be used: codes of certificate types, names of registries and of materials kept.
    pub scope: Vec<String>,
    /// How it was given.
    pub how: How,
    /// When.
    pub given_at: DateTime<Utc>,
    /// When it was taken back.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// The case is still undecided: taking it back has an effect on it.
    pub effective: bool,
}

/// All that a person has agreed to, newest first.
///
/// # Errors
/// Storage errors.
pub async fn of_person(portal: &Portal, person: Uuid) -> Result<Vec<Consent>> {
    let rows = consent::Entity::find()
        .filter(consent::COLUMN.person_id.eq(person))
        .order_by_desc(consent::Column::Id)
        .find_also_related(case_file::Entity)
        .all(&portal.db.read)
        .await?;
    rows.into_iter().map(|(row, case)| view(row, case)).collect()
}

fn view(row: consent::Model, case: Option<case_file::Model>) -> Result<Consent> {
    let how = match row.manner.as_str() {
        "online" => How::Online,
        "counter" => How::Counter,
        _ => return Err(Error::internal("unknown manner of consent")),
    };
    let undecided = case.as_ref().map(withdraw::undecided).transpose()?.unwrap_or_default();
    let (case_no, item_id) = case.map(|case| (case.case_no, case.item_id)).unzip();
    Ok(Consent {
        id: row.id,
        case_no,
        item_id,
        scope: serde_json::from_value(row.scope)?,
        how,
        given_at: row.given_at,
        withdrawn_at: row.withdrawn_at,
        effective: undecided && row.withdrawn_at.is_none(),
    })
}

/// Records what is agreed to with an application, in its transaction.
pub(crate) async fn give(
    tx: &impl ConnectionTrait,
    person: Uuid,
    case: Uuid,
    scope: Vec<String>,
    at_counter: bool,
    moment: &Moment<'_>,
) -> Result<()> {
    if scope.is_empty() {
        return Ok(());
    }
    let row = consent::ActiveModel {
        id: Set(Uuid::now_v7()),
        person_id: Set(person),
        purpose: Set(FOR_CASE.to_owned()),
        case_id: Set(Some(case)),
        scope: Set(serde_json::to_value(scope)?),
        manner: Set(if at_counter { "counter" } else { "online" }.to_owned()),
        given_at: Set(moment.at),
        given_by: Set(moment.actor.account),
        withdrawn_at: Set(None),
    };
    consent::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}
