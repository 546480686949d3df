//! A new order, from one or several alerts of one department.

use super::number;
use super::row::{Happened, event};
use crate::audit::{self, Entry};
use crate::crypto::Field;
use crate::watch::alerts::AlertState;
use crate::watch::{supervisor, words};
use crate::{Error, Kind, Result, Services};
use chrono::Datelike as _;
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Actor;
use domain::watch::{Card, Order, REPLY_MAX};
use entity::{watch_alert, watch_order};
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    sea_query::OnConflict,
};
use uuid::Uuid;

/// What an order is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOrder {
    /// The alerts that it is about.
    pub alerts: Vec<Uuid>,
    /// The card.
    pub card: Card,
    /// Working days to reply.
    pub workdays: u16,
    /// What it says.
    pub words: String,
}

/// Issues it; its key.
///
/// # Errors
/// [`Kind::Denied`] to all but supervisors; [`Kind::NotFound`] for an alert that is not there;
/// [`Kind::Stale`] where one is dismissed or ordered already; [`Kind::Invalid`] on `words`, `workdays`,
/// or on `alerts` where there is none or they are not of one department; storage errors.
pub async fn issue(services: &Services, actor: &Actor, new: NewOrder) -> Result<Uuid> {
    supervisor(actor)?;
    let text = words("words", &new.words)?;
    let (today, calendar) = (services.clock.today(), services.reference.calendar());
    let range = FieldCode::Range { min: 1, max: REPLY_MAX.into() };
    let order = Order::issue(new.card, new.workdays, today, &calendar)
        .map_err(|_| Error::invalid(vec![FieldError::new("workdays", range)]))?;
    let tx = services.db.begin().await?;
    let alerts = held(&tx, &new.alerts).await?;
    let department = of_one(&alerts)?;
    let id = Uuid::now_v7();
    let sealed = services.keys.seal(Field::WATCH_WORDS.of(id), &text)?;
    let (year, serial) = insert(&tx, services, actor, id, department, order, &sealed).await?;
    let happened = Happened { kind: "issued", actor, reply_by: Some(order.reply_by), words: "" };
    event(&tx, services, id, 1, &happened).await?;
    let change = watch_alert::ActiveModel {
        state: Set(AlertState::Ordered.as_str().to_owned()),
        order_id: Set(Some(id)),
        ..Default::default()
    };
    let these = watch_alert::COLUMN.id.is_in(alerts.iter().map(|alert| alert.id));
    watch_alert::Entity::update_many().set(change).filter(these).exec(&tx).await?;
    let detail =
        serde_json::json!({ "number": number(year, serial), "card": order.card, "alerts": alerts.len() });
    let entry = Entry::new(actor, "watch.order.issued", format!("watch_order/{id}")).detail(detail);
    audit::record(&tx, services.clock.now(), entry).await?;
    tx.commit().await?;
    Ok(id)
}

/// The alerts, held until the end of the transaction; all of them open.
async fn held<C: ConnectionTrait>(tx: &C, ids: &[Uuid]) -> Result<Vec<watch_alert::Model>> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    let rows = watch_alert::Entity::find()
        .filter(watch_alert::COLUMN.id.is_in(ids.clone()))
        .order_by_asc(watch_alert::Column::Id)
        .lock_exclusive()
        .all(tx)
        .await?;
    if rows.len() != ids.len() {
        return Err(Error::not_found());
    }
    if rows.iter().any(|row| row.state != AlertState::Open.as_str()) {
        return Err(Error::new(Kind::Stale { held_by: None }));
    }
    Ok(rows)
}

fn of_one(alerts: &[watch_alert::Model]) -> Result<Uuid> {
    let wrong = |code| Error::invalid(vec![FieldError::new("alerts", code)]);
    let first = alerts.first().ok_or_else(|| wrong(FieldCode::Missing))?.department_id;
    if alerts.iter().all(|alert| alert.department_id == first) {
        Ok(first)
    } else {
        Err(wrong(FieldCode::Choice))
    }
}

/// Takes the next number of the year: where somebody takes it at the same moment, the one after.
async fn insert<C: ConnectionTrait>(
    tx: &C,
    services: &Services,
    actor: &Actor,
    id: Uuid,
    department: Uuid,
    order: Order,
    words: &str,
) -> Result<(i32, i32)> {
    let year = services.clock.today().year();
    let once = OnConflict::columns([watch_order::Column::Year, watch_order::Column::Serial]);
    for _ in 0..50 {
        let last: Option<Option<i32>> = watch_order::Entity::find()
            .select_only()
            .column_as(watch_order::Column::Serial, "serial")
            .filter(watch_order::COLUMN.year.eq(year))
            .order_by_desc(watch_order::Column::Serial)
            .into_tuple()
            .one(tx)
            .await?;
        let serial = last.flatten().unwrap_or_default().saturating_add(1);
        let row = watch_order::ActiveModel {
            id: Set(id),
            year: Set(year),
            serial: Set(serial),
            department_id: Set(department),
            card: Set(order.card.as_str().to_owned()),
            state: Set(order.state.as_str().to_owned()),
            reply_by: Set(order.reply_by),
            escalations: Set(0),
            reminded_for: Set(None),
            lapsed_for: Set(None),
            words_cipher: Set(words.to_owned()),
            version: Set(1),
            issued_by: Set(actor.account),
            issued_at: Set(services.clock.now()),
            closed_at: Set(None),
        };
        let insert = watch_order::Entity::insert(row).on_conflict(once.clone().do_nothing().to_owned());
        if insert.exec_without_returning(tx).await? == 1 {
            return Ok((year, serial));
        }
    }
    Err(Error::internal("no free number of an order in fifty tries"))
}
