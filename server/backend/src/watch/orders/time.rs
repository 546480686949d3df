//! What time makes of orders: a reminder before the last day, a red card after it, once each.

use super::deed::{audited, follow};
use super::row::{Happened, order_of, write};
use crate::audit::{self, Entry};
use crate::{Result, Services};
use domain::permission::Actor;
use domain::watch::{Hand, OrderAction};
use entity::watch_order;
use sea_orm::{EntityTrait as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

/// Looks at every order that owes a reply; how many were reminded or escalated.
pub(crate) async fn time_passes(services: &Services) -> Result<u64> {
    let owing: Vec<Uuid> = watch_order::Entity::find()
        .select_only()
        .column(watch_order::Column::Id)
        .filter(watch_order::COLUMN.state.is_in(["issued", "returned"]))
        .into_tuple()
        .all(&services.db.read)
        .await?;
    let mut done = 0;
    for id in owing {
        for action in [OrderAction::Lapse, OrderAction::Remind] {
            done += u64::from(one(services, id, action).await?);
        }
    }
    Ok(done)
}

/// Whether it was due and is done. Another worker may have been here since it was looked up.
async fn one(services: &Services, id: Uuid, action: OrderAction) -> Result<bool> {
    let (today, calendar) = (services.clock.today(), services.reference.calendar());
    let seen = watch_order::Entity::find_by_id(id).one(&services.db.read).await?;
    let due = |row: &watch_order::Model| {
        order_of(row).map(|order| order.after(action, Hand::Portal, today, &calendar))
    };
    match seen.as_ref().map(due).transpose()? {
        Some(Ok(_)) => {}
        Some(Err(_)) | None => return Ok(false),
    }
    let tx = services.db.begin().await?;
    let row = watch_order::Entity::find_by_id(id).lock_exclusive().one(&tx).await?;
    let Some(row) = row else { return Ok(false) };
    let before = order_of(&row)?;
    let Ok(after) = before.after(action, Hand::Portal, today, &calendar) else { return Ok(false) };
    let (actor, now) = (Actor::portal(), services.clock.now());
    let happened = Happened { kind: action.event(), actor: &actor, reply_by: None, words: "" };
    write(&tx, services, &row, &after, &happened).await?;
    follow(&tx, &actor, id, &before, &after, now).await?;
    let entry = Entry::new(&actor, audited(action), format!("watch_order/{id}"));
    audit::record(&tx, now, entry).await?;
    tx.commit().await?;
    Ok(true)
}
