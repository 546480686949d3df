//! The alerts: found, listed, dismissed.

mod rows;

use super::{headed, supervisor, words};
use crate::audit::{self, Entry};
use crate::crypto::Field;
use crate::{Error, Kind, Result, Services};
use chrono::{DateTime, NaiveDate, Utc};
use domain::case::Status;
use domain::permission::Actor;
pub use domain::watch::AlertState;
use domain::watch::{Card, Evidence, RuleKind};
use entity::{case_file, watch_alert};
use rows::lines;
use sea_orm::{
    ActiveValue::Set, EntityTrait as _, IntoActiveModel as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, Select,
};
use uuid::Uuid;

/// Which alerts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AlertQuery {
    /// In this state; any where none is named.
    pub state: Option<AlertState>,
    /// All but dismissed ones: those that give a card.
    pub carded: bool,
    /// With this card.
    pub card: Option<Card>,
    /// Against this rule.
    pub rule: Option<String>,
    /// Of this department.
    pub department_id: Option<Uuid>,
    /// Came to be on this day or later.
    pub from: Option<NaiveDate>,
    /// Came to be on this day or earlier.
    pub to: Option<NaiveDate>,
    /// Counted from 1.
    pub page: u64,
    /// Lines of a page; 25 where it is 0, 200 at most.
    pub per_page: u64,
}

/// An alert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    /// Key.
    pub id: Uuid,
    /// The rule.
    pub rule: String,
    /// What it watches.
    pub kind: RuleKind,
    /// The rule's name.
    pub rule_name: String,
    /// In English.
    pub rule_name_en: String,
    /// What the rule rests on.
    pub article: String,
    /// In English.
    pub article_en: String,
    /// Working days to reply that the rule gives.
    pub reply: u16,
    /// 办件编号.
    pub case_no: String,
    /// The item's name.
    pub item_name: String,
    /// In English.
    pub item_name_en: Option<String>,
    /// Where the case stands now.
    pub status: Status,
    /// Whose it is.
    pub department_id: Uuid,
    /// Its name.
    pub department: String,
    /// In English.
    pub department_en: Option<String>,
    /// The card.
    pub card: Card,
    /// Where it stands.
    pub state: AlertState,
    /// The date it rests on.
    pub basis: NaiveDate,
    /// The step, or which of several requests; or empty.
    pub step: String,
    /// The event of the case that shows it.
    pub seq: i32,
    /// The day on which it came to be.
    pub happened_on: NaiveDate,
    /// When found.
    pub found_at: DateTime<Utc>,
    /// As it was then.
    pub evidence: Evidence,
    /// The order that it is part of: key, year and serial number.
    pub order: Option<(Uuid, i32, i32)>,
    /// Who dismissed it or closed its order, and when.
    pub settled: Option<(String, DateTime<Utc>)>,
    /// Why it was dismissed.
    pub reason: String,
}

/// A page of alerts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlertPage {
    /// The lines, the newest first.
    pub rows: Vec<Alert>,
    /// How many there are in all.
    pub total: u64,
}

/// The alerts of the whole city.
///
/// # Errors
/// [`Kind::Denied`] to all but supervisors; storage errors.
pub async fn alerts(services: &Services, actor: &Actor, query: &AlertQuery) -> Result<AlertPage> {
    supervisor(actor)?;
    listed(services, query).await
}

/// The alerts of the department that the actor heads: they are told what is found about it, and why
/// something was dismissed.
///
/// # Errors
/// [`Kind::Denied`] to all but heads; storage errors.
pub async fn of_department(services: &Services, actor: &Actor, query: &AlertQuery) -> Result<AlertPage> {
    let own = headed(actor).ok_or_else(Error::denied)?;
    listed(services, &AlertQuery { department_id: Some(own), ..query.clone() }).await
}

async fn listed(services: &Services, query: &AlertQuery) -> Result<AlertPage> {
    let per_page = if query.per_page == 0 { 25 } else { query.per_page.min(200) };
    let found = wanted(query);
    let db = &services.db.read;
    let total = found.clone().count(db).await?;
    let rows = found
        .order_by_desc(watch_alert::Column::HappenedOn)
        .order_by_desc(watch_alert::Column::Id)
        .offset(query.page.saturating_sub(1).saturating_mul(per_page))
        .limit(per_page)
        .all(db)
        .await?;
    Ok(AlertPage { rows: lines(services, rows).await?, total })
}

/// The set, for the list and for every number of it.
pub(super) fn wanted(query: &AlertQuery) -> Select<watch_alert::Entity> {
    let AlertQuery { state, carded, card, rule, department_id, from, to, page: _, per_page: _ } = query;
    let mut found = watch_alert::Entity::find();
    if let Some(state) = state {
        found = found.filter(watch_alert::COLUMN.state.eq(state.as_str()));
    }
    if *carded {
        found = found.filter(watch_alert::COLUMN.state.ne(AlertState::Dismissed.as_str()));
    }
    if let Some(card) = card {
        found = found.filter(watch_alert::COLUMN.card.eq(card.as_str()));
    }
    if let Some(rule) = rule {
        found = found.filter(watch_alert::COLUMN.rule.eq(rule.as_str()));
    }
    if let Some(department) = department_id {
        found = found.filter(watch_alert::COLUMN.department_id.eq(*department));
    }
    if let Some(from) = from {
        found = found.filter(watch_alert::COLUMN.happened_on.gte(*from));
    }
    if let Some(to) = to {
        found = found.filter(watch_alert::COLUMN.happened_on.lte(*to));
    }
    found
}

/// One alert.
///
/// # Errors
/// [`Kind::Denied`] to all but supervisors, [`Kind::NotFound`]; storage errors.
pub async fn alert(services: &Services, actor: &Actor, id: Uuid) -> Result<Alert> {
    supervisor(actor)?;
    let row = watch_alert::Entity::find_by_id(id).one(&services.db.read).await?;
    let rows = lines(services, vec![row.ok_or_else(Error::not_found)?]).await?;
    rows.into_iter().next().ok_or_else(Error::not_found)
}

/// The alerts of one case, the oldest first.
///
/// # Errors
/// [`Kind::Denied`] to all but supervisors; storage errors.
pub async fn of_case(services: &Services, actor: &Actor, case_no: &str) -> Result<Vec<Alert>> {
    supervisor(actor)?;
    let rows = watch_alert::Entity::find()
        .inner_join(case_file::Entity)
        .filter(case_file::COLUMN.case_no.eq(case_no))
        .order_by_asc(watch_alert::Column::HappenedOn)
        .order_by_asc(watch_alert::Column::Id)
        .all(&services.db.read)
        .await?;
    lines(services, rows).await
}

/// The alerts of an order.
pub(super) async fn of_order(services: &Services, order: Uuid) -> Result<Vec<Alert>> {
    let rows = watch_alert::Entity::find()
        .filter(watch_alert::COLUMN.order_id.eq(order))
        .order_by_asc(watch_alert::Column::HappenedOn)
        .order_by_asc(watch_alert::Column::Id)
        .all(&services.db.read)
        .await?;
    lines(services, rows).await
}

/// Dismisses an open alert. The department reads why; it gives no card any more.
///
/// # Errors
/// [`Kind::Denied`], [`Kind::NotFound`], [`Kind::Stale`] where it is not open any more,
/// [`Kind::Invalid`] on `reason`; storage errors.
pub async fn dismiss(services: &Services, actor: &Actor, id: Uuid, reason: &str) -> Result<()> {
    supervisor(actor)?;
    let reason = words("reason", reason)?;
    let tx = services.db.begin().await?;
    let row = watch_alert::Entity::find_by_id(id).lock_exclusive().one(&tx).await?;
    let row = row.ok_or_else(Error::not_found)?;
    if row.state != AlertState::Open.as_str() {
        return Err(Error::new(Kind::Stale { held_by: None }));
    }
    let (now, rule) = (services.clock.now(), row.rule.clone());
    let mut row = row.into_active_model();
    row.state = Set(AlertState::Dismissed.as_str().to_owned());
    row.settled_by = Set(actor.account);
    row.settled_at = Set(Some(now));
    row.reason_cipher = Set(Some(services.keys.seal(Field::WATCH_WORDS.of(id), &reason)?));
    watch_alert::Entity::update(row).exec(&tx).await?;
    let detail = serde_json::json!({ "rule": rule });
    let entry = Entry::new(actor, "watch.dismiss", format!("watch_alert/{id}")).detail(detail);
    audit::record(&tx, now, entry).await?;
    Ok(tx.commit().await?)
}
