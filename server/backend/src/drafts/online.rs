//! What a citizen has begun online, seen at the counter: that it is there, not what it says; and
//! taken over by the clerk who has them in front of him.

use super::{DraftView, Manner, begin, change, view};
use crate::access::{self, Access, Act};
use crate::audit::{self, Entry};
use crate::{Error, Holder, Portal, Result};
use chrono::{DateTime, Utc};
use domain::item::Channel;
use domain::permission::{Actor, Role};
use entity::{account, draft};
use sea_orm::{
    EntityTrait as _, JoinType, QueryFilter as _, QueryOrder as _, QuerySelect as _, RelationTrait as _,
};
use uuid::Uuid;

/// Why the ledger says it was opened.
const REASON: &str = "窗口接着办网上填了一半的申请";

/// A draft of the citizen's own, without its answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnlineDraft {
    /// Key.
    pub id: Uuid,
    /// What is applied for.
    pub item_id: String,
    /// When it was last saved.
    pub updated_at: DateTime<Utc>,
}

/// What somebody has begun online for themself, newest first.
///
/// # Errors
/// Storage errors.
pub async fn online(portal: &Portal, person: Uuid) -> Result<Vec<OnlineDraft>> {
    let rows: Vec<(Uuid, String, DateTime<Utc>)> = draft::Entity::find()
        .select_only()
        .columns([draft::Column::Id, draft::Column::ItemId, draft::Column::UpdatedAt])
        .join(JoinType::InnerJoin, draft::Relation::Account.def())
        .filter(draft::COLUMN.person_id.eq(person))
        .filter(draft::COLUMN.entity_id.is_null())
        .filter(account::COLUMN.person_id.eq(person))
        .order_by_desc(draft::Column::UpdatedAt)
        .into_tuple()
        .all(&portal.db.read)
        .await?;
    let line = |(id, item_id, updated_at)| OnlineDraft { id, item_id, updated_at };
    Ok(rows.into_iter().map(line).collect())
}

/// Copies it into a draft of the clerk's own, with the person present. Files stay with the citizen:
/// at the counter the originals are looked at. What the clerk has typed already is kept. The owner
/// reads of it.
///
/// # Errors
/// [`crate::Kind::Denied`] to all but clerks; [`crate::Kind::NotFound`] where it is not this
/// person's own.
pub async fn take_over(portal: &Portal, actor: &Actor, person: Uuid, id: Uuid) -> Result<DraftView> {
    if !actor.is(Role::Clerk) {
        return Err(Error::denied());
    }
    let whole = draft::Entity::find_by_id(id).find_also_related(account::Entity).one(&portal.db.read).await?;
    let theirs = whole.filter(|(row, owner)| {
        row.person_id == Some(person) && owner.as_ref().is_some_and(|owner| owner.person_id == Some(person))
    });
    let (row, _) = theirs.ok_or_else(Error::not_found)?;
    let theirs = view(portal, row)?;
    let situation = theirs.situation.as_deref();
    let own = begin(portal, actor, &theirs.item_id, Some(person), None, situation, Channel::Window).await?;
    written_down(portal, actor, person, &theirs).await?;
    change(portal, actor, own.id, |own| {
        for (key, value) in theirs.answers {
            if !own.answers.contains_key(&key) {
                own.prefilled.extend(
                    theirs.prefilled.get_key_value(&key).map(|(key, mark)| (key.clone(), mark.clone())),
                );
                own.answers.insert(key, value);
            }
        }
        own.situation = theirs.situation;
        let brought = theirs.materials.into_iter().filter(|one| one.manner != Manner::Upload);
        for one in brought {
            if own.materials.iter().all(|known| known.material_id != one.material_id) {
                own.materials.push(one);
            }
        }
        Ok(())
    })
    .await
}

async fn written_down(portal: &Portal, actor: &Actor, person: Uuid, draft: &DraftView) -> Result<()> {
    let (tx, at) = (portal.db.begin().await?, portal.clock.now());
    let line = Access {
        item: Some(draft.item_id.clone()),
        ..Access::new(Holder::Person(person), Act::Prefilled, "draft", REASON)
    };
    access::record(&tx, at, actor, vec![line]).await?;
    audit::record(&tx, at, Entry::new(actor, "draft.take_over", format!("draft/{}", draft.id))).await?;
    Ok(tx.commit().await?)
}
