//! Who looked at what is held of a person or an organisation, when and why. Beside the audit trail,
//! which is for auditors: this ledger is the owner's, who can read every line of it (个人信息保护法
//! art. 44, 45). Written in the transaction of what it tells of.

mod act;
mod case_read;
mod ledger;
mod line;
mod query;

use chrono::{DateTime, SubsecRound as _, Utc};
use domain::permission::{Actor, Role};
use entity::access;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _};
use uuid::Uuid;

pub use act::Act;
pub(crate) use case_read::case_read;
pub use ledger::{LedgerPage, counts, of_certificate, of_holder, uses_of_holdings};
pub use line::{Line, Who};
pub use query::{Cursor, LedgerQuery};

use crate::Result;
use crate::holder::Holder;

/// One line of the ledger.
#[derive(Clone, Debug)]
pub struct Access {
    /// Of whom.
    pub holder: Holder,
    /// What was done.
    pub act: Act,
    /// Of what: the code of a certificate type, the name of a material or registry, or `person`.
    pub what: String,
    /// The certificate.
    pub certificate: Option<Uuid>,
    /// The material of the library.
    pub holding: Option<Uuid>,
    /// In which case.
    pub case: Option<Uuid>,
    /// For which item.
    pub item: Option<String>,
    /// Why: 用证事由, in the words the owner will read.
    pub reason: String,
}

impl Access {
    /// A line about a holder, without particulars.
    pub fn new(holder: Holder, act: Act, what: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            holder,
            act,
            what: what.into(),
            certificate: None,
            holding: None,
            case: None,
            item: None,
            reason: reason.into(),
        }
    }
}

/// Writes lines in the transaction of what they tell of.
///
/// # Errors
/// When they cannot be written; the act must then not be done.
pub async fn record(
    tx: &impl ConnectionTrait,
    at: DateTime<Utc>,
    actor: &Actor,
    lines: Vec<Access>,
) -> Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    let rows: Vec<_> = lines.into_iter().map(|line| row(at, actor, line)).collect();
    access::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

fn row(at: DateTime<Utc>, actor: &Actor, line: Access) -> access::ActiveModel {
    access::ActiveModel {
        id: Set(Uuid::now_v7()),
        person_id: Set(line.holder.person()),
        entity_id: Set(line.holder.entity()),
        // PostgreSQL keeps microseconds; a cursor must find the line again on both databases.
        at: Set(at.trunc_subsecs(6)),
        account_id: Set(actor.account),
        actor_name: Set(actor.name.clone()),
        actor_role: Set(actor.role.map_or("system", Role::as_str).to_owned()),
        department_id: Set(actor.department),
        act: Set(line.act.as_str().to_owned()),
        what: Set(line.what),
        certificate_id: Set(line.certificate),
        holding_id: Set(line.holding),
        case_id: Set(line.case),
        item_id: Set(line.item),
        reason: Set(line.reason),
        once_key: Set(None),
    }
}

#[cfg(test)]
mod tests;
