//! Between the row of an order and the order of the rules; and the rows of its history.

use crate::crypto::Field;
use crate::{Error, Result, Services};
use chrono::NaiveDate;
use domain::permission::Actor;
use domain::watch::{Card, Order, OrderState};
use entity::{watch_order, watch_order_event};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

/// The order of the rules.
pub(super) fn order_of(row: &watch_order::Model) -> Result<Order> {
    let unknown = || Error::internal("a stored order is not known to the rules");
    Ok(Order {
        state: OrderState::parse(&row.state).ok_or_else(unknown)?,
        card: Card::parse(&row.card).ok_or_else(unknown)?,
        reply_by: row.reply_by,
        escalations: u16::try_from(row.escalations).map_err(Error::internal)?,
        reminded_for: row.reminded_for,
        lapsed_for: row.lapsed_for,
    })
}

/// What happened, to be written.
pub(super) struct Happened<'a> {
    pub kind: &'static str,
    pub actor: &'a Actor,
    pub reply_by: Option<NaiveDate>,
    pub words: &'a str,
}

/// Writes the order as it is after what happened, if nobody was faster; the number of the event.
pub(super) async fn write<C: ConnectionTrait>(
    tx: &C,
    services: &Services,
    row: &watch_order::Model,
    after: &Order,
    happened: &Happened<'_>,
) -> Result<i32> {
    let now = services.clock.now();
    let version = row.version.saturating_add(1);
    let closed = (after.state == OrderState::Closed).then_some(now);
    let change = watch_order::ActiveModel {
        card: Set(after.card.as_str().to_owned()),
        state: Set(after.state.as_str().to_owned()),
        reply_by: Set(after.reply_by),
        escalations: Set(after.escalations.into()),
        reminded_for: Set(after.reminded_for),
        lapsed_for: Set(after.lapsed_for),
        version: Set(version),
        closed_at: Set(closed),
        ..Default::default()
    };
    let done = watch_order::Entity::update_many()
        .set(change)
        .filter(watch_order::COLUMN.id.eq(row.id))
        .filter(watch_order::COLUMN.version.eq(row.version))
        .exec(tx)
        .await?;
    if done.rows_affected != 1 {
        return Err(Error::stale(None));
    }
    event(tx, services, row.id, version, happened).await?;
    Ok(version)
}

/// Writes one line of the history.
pub(super) async fn event<C: ConnectionTrait>(
    tx: &C,
    services: &Services,
    order_id: Uuid,
    seq: i32,
    happened: &Happened<'_>,
) -> Result<()> {
    let Happened { kind, actor, reply_by, words } = happened;
    let sealed = || services.keys.seal(Field::WATCH_WORDS.of(order_id), words);
    let row = watch_order_event::ActiveModel {
        id: Set(Uuid::now_v7()),
        order_id: Set(order_id),
        seq: Set(seq),
        kind: Set((*kind).to_owned()),
        reply_by: Set(*reply_by),
        words_cipher: Set((!words.is_empty()).then(sealed).transpose()?),
        actor_account_id: Set(actor.account),
        actor_name: Set(actor.name.clone()),
        actor_role: Set(actor.role.map_or("portal", |role| role.as_str()).to_owned()),
        at: Set(services.clock.now()),
    };
    watch_order_event::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}
