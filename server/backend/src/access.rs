//! Who looked at what is held of a person or an organisation, when and why. Beside the audit trail,
//! which is for auditors: this ledger is the owner's, who can read every line of it (个人信息保护法
//! art. 44, 45). Written in the transaction of what it tells of.

use chrono::{DateTime, Utc};
use domain::permission::{Actor, Role};
use entity::access;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _};
use uuid::Uuid;

use crate::Result;
use crate::holder::Holder;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// 查询: the person or organisation was looked up by number.
    LookedUp,
    /// 查看全号: the number was shown in full.
    Revealed,
    /// 用证: a certificate stood in for a material.
    CertificateUsed,
    /// 查验: a certificate was verified.
    CertificateVerified,
    /// 亮证: it was shown by a code.
    Presented,
    /// 加注件: a copy was made.
    Copied,
    /// 复用: a material kept in the library was used again.
    HoldingUsed,
    /// 核验: a material was compared with its original.
    HoldingVerified,
    /// 数据共享: what a registry says was used.
    DataUsed,
    /// 预填: a form was filled in from what is known.
    Prefilled,
    /// 查看办件: a case was opened.
    CaseRead,
    /// 导出: all that is held was handed out.
    Exported,
}

impl Act {
    /// Every act.
    pub const ALL: [Self; 12] = [
        Self::LookedUp,
        Self::Revealed,
        Self::CertificateUsed,
        Self::CertificateVerified,
        Self::Presented,
        Self::Copied,
        Self::HoldingUsed,
        Self::HoldingVerified,
        Self::DataUsed,
        Self::Prefilled,
        Self::CaseRead,
        Self::Exported,
    ];

    /// The name in storage and in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LookedUp => "looked_up",
            Self::Revealed => "revealed",
            Self::CertificateUsed => "certificate_used",
            Self::CertificateVerified => "certificate_verified",
            Self::Presented => "presented",
            Self::Copied => "copied",
            Self::HoldingUsed => "holding_used",
            Self::HoldingVerified => "holding_verified",
            Self::DataUsed => "data_used",
            Self::Prefilled => "prefilled",
            Self::CaseRead => "case_read",
            Self::Exported => "exported",
        }
    }

    /// Reads a stored name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.as_str() == text)
    }
}

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
        at: Set(at),
        account_id: Set(actor.account),
        actor_name: Set(actor.name.clone()),
        actor_role: Set(actor.role.map_or("system", Role::as_str).to_owned()),
        act: Set(line.act.as_str().to_owned()),
        what: Set(line.what),
        certificate_id: Set(line.certificate),
        holding_id: Set(line.holding),
        case_id: Set(line.case),
        item_id: Set(line.item),
        reason: Set(line.reason),
    }
}
