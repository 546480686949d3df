//! What a department and supervision do to an order: one transaction, guarded by its version.

use super::files;
use super::row::{Happened, order_of, write};
use crate::audit::{self, Entry};
use crate::watch::alerts::AlertState;
use crate::watch::{headed, supervisor, words};
use crate::{Error, Result, Services};
use chrono::{DateTime, Utc};
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Actor;
use domain::watch::{Card, Hand, Order, OrderAction, OrderFault, OrderState, REPLY_MAX};
use entity::{watch_alert, watch_order};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

/// What is done, and said with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// What is done.
    pub action: OrderAction,
    /// What is said; only accepting, and closing what was accepted, needs no words.
    pub words: String,
    /// Files of a reply.
    pub files: Vec<Uuid>,
}

/// Does something to an order that the page showed in `version`.
///
/// # Errors
/// [`crate::Kind::Denied`], [`crate::Kind::NotFound`] to another department, [`crate::Kind::Stale`] where somebody was faster,
/// [`crate::Kind::Conflict`] where it does not stand so that it can be done, [`crate::Kind::Invalid`] on `words`,
/// `workdays` or `file`; storage errors.
pub async fn act(services: &Services, actor: &Actor, id: Uuid, version: i32, deed: Deed) -> Result<()> {
    let hand = hand(actor)?;
    let tx = services.db.begin().await?;
    let row = watch_order::Entity::find_by_id(id).lock_exclusive().one(&tx).await?;
    let row = row.filter(|row| hand == Hand::Supervision || headed(actor) == Some(row.department_id));
    let row = row.ok_or_else(Error::not_found)?;
    if row.version != version {
        return Err(Error::stale(None));
    }
    let before = order_of(&row)?;
    let text = said(&before, &deed)?;
    let (today, calendar) = (services.clock.today(), services.reference.calendar());
    let after = before.after(deed.action, hand, today, &calendar).map_err(fault)?;
    let reply_by = (after.reply_by != before.reply_by || sets_limit(deed.action)).then_some(after.reply_by);
    let happened = Happened { kind: deed.action.event(), actor, reply_by, words: &text };
    let seq = write(&tx, services, &row, &after, &happened).await?;
    files::keep(&tx, actor, id, seq, &deed.files).await?;
    follow(&tx, actor, id, &before, &after, services.clock.now()).await?;
    let entry = Entry::new(actor, audited(deed.action), format!("watch_order/{id}"));
    audit::record(&tx, services.clock.now(), entry).await?;
    Ok(tx.commit().await?)
}

fn hand(actor: &Actor) -> Result<Hand> {
    if headed(actor).is_some() { Ok(Hand::Department) } else { supervisor(actor).map(|()| Hand::Supervision) }
}

fn sets_limit(action: OrderAction) -> bool {
    matches!(action, OrderAction::SendBack(_) | OrderAction::Escalate(_))
}

/// Accepting says enough, and so does closing what was accepted.
fn said(order: &Order, deed: &Deed) -> Result<String> {
    let silent = match deed.action {
        OrderAction::Accept => true,
        OrderAction::Close => order.state == OrderState::Accepted,
        OrderAction::Answer
        | OrderAction::SendBack(_)
        | OrderAction::Escalate(_)
        | OrderAction::Remind
        | OrderAction::Lapse => false,
    };
    if silent && deed.words.trim().is_empty() { Ok(String::new()) } else { words("words", &deed.words) }
}

fn fault(fault: OrderFault) -> Error {
    match fault {
        OrderFault::NotYours => Error::denied(),
        OrderFault::WrongState | OrderFault::NotDue => Error::conflict(),
        OrderFault::Limit => {
            let code = FieldCode::Range { min: 1, max: REPLY_MAX.into() };
            Error::invalid(vec![FieldError::new("workdays", code)])
        }
    }
}

/// The name in the audit trail.
pub(super) fn audited(action: OrderAction) -> &'static str {
    match action {
        OrderAction::Answer => "watch.order.answered",
        OrderAction::Accept => "watch.order.accepted",
        OrderAction::SendBack(_) => "watch.order.returned",
        OrderAction::Escalate(_) => "watch.order.escalated",
        OrderAction::Close => "watch.order.closed",
        OrderAction::Remind => "watch.order.reminded",
        OrderAction::Lapse => "watch.order.lapsed",
    }
}

/// What follows for the alerts of the order: a red card is theirs too; closed, they are settled.
pub(super) async fn follow<C: ConnectionTrait>(
    tx: &C,
    actor: &Actor,
    id: Uuid,
    before: &Order,
    after: &Order,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut change = watch_alert::ActiveModel::default();
    let reddened = after.card == Card::Red && after.escalations > before.escalations;
    if reddened {
        change.card = Set(Card::Red.as_str().to_owned());
    }
    let closed = after.state == OrderState::Closed;
    if closed {
        change.state = Set(AlertState::Settled.as_str().to_owned());
        change.settled_by = Set(actor.account);
        change.settled_at = Set(Some(now));
    }
    if reddened || closed {
        let of_order = watch_alert::COLUMN.order_id.eq(id);
        watch_alert::Entity::update_many().set(change).filter(of_order).exec(tx).await?;
    }
    Ok(())
}
