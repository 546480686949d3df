//! Lists of orders.

use super::row::order_of;
use crate::watch::{headed, supervisor};
use crate::{Error, Result, Services};
use chrono::{DateTime, NaiveDate, Utc};
use domain::permission::{Actor, Role};
use domain::watch::{Card, OrderState};
use entity::{watch_alert, watch_order};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};
use std::collections::HashMap;
use uuid::Uuid;

/// Which orders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OrderQuery {
    /// In this state; any where none is named.
    pub state: Option<OrderState>,
    /// With this card.
    pub card: Option<Card>,
    /// To this department.
    pub department_id: Option<Uuid>,
    /// Issued in this year.
    pub year: Option<i32>,
    /// Without a reply after the last day.
    pub late: bool,
    /// Counted from 1.
    pub page: u64,
    /// Lines of a page; 25 where it is 0, 200 at most.
    pub per_page: u64,
}

/// An order in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderRow {
    /// Key.
    pub id: Uuid,
    /// Year of its number.
    pub year: i32,
    /// Number within the year.
    pub serial: i32,
    /// To whom.
    pub department_id: Uuid,
    /// Its name.
    pub department: String,
    /// In English.
    pub department_en: Option<String>,
    /// The card.
    pub card: Card,
    /// Where it stands.
    pub state: OrderState,
    /// Last day to reply.
    pub reply_by: NaiveDate,
    /// A reply is owed, and its day has passed.
    pub late: bool,
    /// How often it was escalated.
    pub escalations: u16,
    /// How many alerts it is about.
    pub alerts: u64,
    /// When issued.
    pub issued_at: DateTime<Utc>,
}

/// A page of orders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderPage {
    /// The lines, the newest first.
    pub rows: Vec<OrderRow>,
    /// How many there are in all.
    pub total: u64,
}

/// The orders: all to a supervisor, their own to the head of a department.
///
/// # Errors
/// [`crate::Kind::Denied`] to everybody else; storage errors.
pub async fn orders(services: &Services, actor: &Actor, query: &OrderQuery) -> Result<OrderPage> {
    let department_id = match headed(actor) {
        Some(own) => Some(own),
        None => supervisor(actor).map(|()| query.department_id)?,
    };
    let per_page = if query.per_page == 0 { 25 } else { Ord::min(query.per_page, 200) };
    let found = wanted(services, &OrderQuery { department_id, ..*query });
    let db = &services.db.read;
    let total = found.clone().count(db).await?;
    let rows = found
        .order_by_desc(watch_order::Column::Year)
        .order_by_desc(watch_order::Column::Serial)
        .offset(query.page.saturating_sub(1).saturating_mul(per_page))
        .limit(per_page)
        .all(db)
        .await?;
    Ok(OrderPage { rows: lines(services, rows).await?, total })
}

fn wanted(services: &Services, query: &OrderQuery) -> sea_orm::Select<watch_order::Entity> {
    let OrderQuery { state, card, department_id, year, late, page: _, per_page: _ } = query;
    let mut found = watch_order::Entity::find();
    if let Some(state) = state {
        found = found.filter(watch_order::COLUMN.state.eq(state.as_str()));
    }
    if let Some(card) = card {
        found = found.filter(watch_order::COLUMN.card.eq(card.as_str()));
    }
    if let Some(department) = department_id {
        found = found.filter(watch_order::COLUMN.department_id.eq(*department));
    }
    if let Some(year) = year {
        found = found.filter(watch_order::COLUMN.year.eq(*year));
    }
    if *late {
        found = found
            .filter(watch_order::COLUMN.state.is_in(["issued", "returned"]))
            .filter(watch_order::COLUMN.reply_by.lt(services.clock.today()));
    }
    found
}

/// How many orders wait for whoever asks: a reply of the department, or a word of supervision.
///
/// # Errors
/// Storage errors.
pub async fn waiting(services: &Services, actor: &Actor) -> Result<u64> {
    let found = watch_order::Entity::find();
    let found = match headed(actor) {
        Some(own) => found
            .filter(watch_order::COLUMN.department_id.eq(own))
            .filter(watch_order::COLUMN.state.is_in(["issued", "returned"])),
        None if actor.is(Role::Supervisor) => found.filter(watch_order::COLUMN.state.eq("answered")),
        None => return Ok(0),
    };
    Ok(found.count(&services.db.read).await?)
}

async fn lines(services: &Services, rows: Vec<watch_order::Model>) -> Result<Vec<OrderRow>> {
    let counts: Vec<(Option<Uuid>, i64)> = watch_alert::Entity::find()
        .select_only()
        .column(watch_alert::Column::OrderId)
        .column_as(Expr::col(watch_alert::Column::Id).count(), "n")
        .filter(watch_alert::COLUMN.order_id.is_in(rows.iter().map(|row| row.id)))
        .group_by(watch_alert::Column::OrderId)
        .into_tuple()
        .all(&services.db.read)
        .await?;
    let counts: HashMap<Uuid, i64> = counts.into_iter().filter_map(|(id, n)| Some((id?, n))).collect();
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let (name, name_en) = department(services, row.department_id).await?;
        let order = order_of(&row)?;
        lines.push(OrderRow {
            id: row.id,
            year: row.year,
            serial: row.serial,
            department_id: row.department_id,
            department: name,
            department_en: name_en,
            card: order.card,
            state: order.state,
            reply_by: order.reply_by,
            late: order.is_late(services.clock.today()),
            escalations: order.escalations,
            alerts: u64::try_from(counts.get(&row.id).copied().unwrap_or_default())
                .map_err(Error::internal)?,
            issued_at: row.issued_at,
        });
    }
    Ok(lines)
}

/// The names of a department, from memory.
pub(super) async fn department(services: &Services, id: Uuid) -> Result<(String, Option<String>)> {
    let named = |book: &crate::catalogue::Handbook| {
        book.department(id).map(|one| (one.name.clone(), one.name_en.clone()))
    };
    services.catalogue.look_up(named).await
}
