//! The trail as the auditor reads it, newest first.

use chrono::{DateTime, Utc};
use domain::permission::{Actor, Role};
use entity::{account, audit};
use sea_orm::{
    Condition, EntityTrait, JsonValue as Json, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::HashMap;
use uuid::Uuid;

use crate::{Error, Portal, Result};

/// Entries on a page.
pub const PER_PAGE: u64 = 50;

/// Which entries. The default is all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrailQuery {
    /// Only this act.
    pub action: Option<String>,
    /// Only by the account with this sign-in name.
    pub username: Option<String>,
    /// From this moment on.
    pub from: Option<DateTime<Utc>>,
    /// Before this moment.
    pub before: Option<DateTime<Utc>>,
    /// From 1.
    pub page: u64,
}

/// One entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// When.
    pub at: DateTime<Utc>,
    /// The name of the account; none for the portal itself.
    pub who: Option<String>,
    /// Role at the time; none for the portal itself.
    pub role: Option<Role>,
    /// What was done.
    pub action: String,
    /// To what.
    pub subject: String,
    /// Particulars.
    pub detail: Json,
    /// Number in the chain, once sealed.
    pub seq: Option<i64>,
}

/// A page of the trail.
#[derive(Clone, Debug, PartialEq)]
pub struct TrailPage {
    /// The entries.
    pub acts: Vec<Act>,
    /// How many there are in all.
    pub total: u64,
}

/// The trail.
///
/// # Errors
/// [`crate::Kind::Denied`] to everybody but auditors; storage errors.
pub async fn trail(portal: &Portal, actor: &Actor, query: &TrailQuery) -> Result<TrailPage> {
    must_be_auditor(actor)?;
    let db = &portal.db.read;
    let found = audit::Entity::find().filter(wanted(portal, query).await?);
    let total = found.clone().count(db).await?;
    let offset = query.page.saturating_sub(1).saturating_mul(PER_PAGE);
    let rows = found
        .order_by_desc(audit::Column::At)
        .order_by_desc(audit::Column::Id)
        .offset(offset)
        .limit(PER_PAGE)
        .all(db)
        .await?;
    let names = names(portal, &rows).await?;
    Ok(TrailPage { acts: rows.into_iter().map(|row| act(&names, row)).collect(), total })
}

/// Every act that occurs, for the filter.
///
/// # Errors
/// As [`trail`].
pub async fn actions(portal: &Portal, actor: &Actor) -> Result<Vec<String>> {
    must_be_auditor(actor)?;
    let found = audit::Entity::find().select_only().column(audit::Column::Action).distinct();
    Ok(found.order_by_asc(audit::Column::Action).into_tuple().all(&portal.db.read).await?)
}

fn must_be_auditor(actor: &Actor) -> Result<()> {
    if actor.is(Role::Auditor) { Ok(()) } else { Err(Error::denied()) }
}

/// A sign-in name that nobody has finds nothing.
async fn wanted(portal: &Portal, query: &TrailQuery) -> Result<Condition> {
    let mut all = Condition::all()
        .add_option(query.action.as_ref().map(|action| audit::COLUMN.action.eq(action)))
        .add_option(query.from.map(|from| audit::COLUMN.at.gte(from)))
        .add_option(query.before.map(|before| audit::COLUMN.at.lt(before)));
    if let Some(username) = &query.username {
        let account = account::Entity::find()
            .filter(account::COLUMN.username.eq(username.trim().to_lowercase()))
            .one(&portal.db.read)
            .await?;
        all =
            all.add(audit::COLUMN.actor_account_id.eq(account.map_or_else(Uuid::nil, |account| account.id)));
    }
    Ok(all)
}

async fn names(portal: &Portal, rows: &[audit::Model]) -> Result<HashMap<Uuid, String>> {
    let accounts: Vec<(Uuid, String, String)> = account::Entity::find()
        .select_only()
        .columns([account::Column::Id, account::Column::Name, account::Column::Role])
        .filter(account::COLUMN.id.is_in(rows.iter().filter_map(|row| row.actor_account_id)))
        .into_tuple()
        .all(&portal.db.read)
        .await?;
    // Who applied is nobody's business here: the act and the case are.
    let shown = |name: String, role: &str| {
        if role == Role::Citizen.as_str() { crate::persons::mask_name(&name) } else { name }
    };
    Ok(accounts.into_iter().map(|(id, name, role)| (id, shown(name, &role))).collect())
}

fn act(names: &HashMap<Uuid, String>, row: audit::Model) -> Act {
    Act {
        at: row.at,
        who: row.actor_account_id.and_then(|id| names.get(&id).cloned()),
        role: Role::parse(&row.actor_role),
        action: row.action,
        subject: row.subject,
        detail: row.detail,
        seq: row.seq,
    }
}
