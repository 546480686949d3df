//! 草稿: what somebody is filling in. Stored as typed, right or wrong, so that nothing is ever lost.

mod change;
mod material;
mod online;

use change::change;
pub(crate) use change::write;
pub use change::{save, set_material, set_situation, want_person};
pub use material::{Manner, MaterialAnswer, forget_material};
pub use online::{OnlineDraft, online, take_over};

use crate::crypto::Field;
use crate::{Error, Holder, Portal, Result};
use chrono::{DateTime, Utc};
use domain::intake::Answers;
use domain::item::Channel;
use domain::permission::Actor;
use domain::prefill::Mark;
use entity::draft;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A draft as its author sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftView {
    /// Key.
    pub id: Uuid,
    /// What is applied for.
    pub item_id: String,
    /// 情形, by its two digits.
    pub situation: Option<String>,
    /// The way it will come.
    pub channel: Channel,
    /// For whom; with an organisation, who acts for it.
    pub person_id: Option<Uuid>,
    /// For which organisation, if for one.
    pub entity_id: Option<Uuid>,
    /// As typed, or filled in.
    pub answers: Answers,
    /// Where answers come from that nobody typed, by key.
    pub prefilled: BTreeMap<String, Mark>,
    /// What was said of the materials.
    pub materials: Vec<MaterialAnswer>,
    /// 秒批: the applicant wants a person, not a rule, to decide.
    pub person_wanted: bool,
    /// Rises with each change.
    pub version: i32,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When it was last saved.
    pub updated_at: DateTime<Utc>,
}

impl DraftView {
    /// What it is for: the organisation, or else the person.
    pub fn holder(&self) -> Option<Holder> {
        self.entity_id.map(Holder::Entity).or(self.person_id.map(Holder::Person))
    }
}

/// Begins a draft, or goes on with the one that this account has for this person, organisation and
/// item. [`crate::prefill`] also fills it in.
///
/// # Errors
/// [`crate::Kind::Denied`] without an account; storage errors.
pub async fn begin(
    portal: &Portal,
    actor: &Actor,
    item_id: &str,
    person: Option<Uuid>,
    entity: Option<Uuid>,
    situation: Option<&str>,
    channel: Channel,
) -> Result<DraftView> {
    let account = account(actor)?;
    let tx = portal.db.begin().await?;
    if let Some(row) = open(&tx, account, item_id, person, entity).await? {
        // Whoever began it may not be durable yet; this waits for it.
        tx.commit().await?;
        return view(portal, row);
    }
    let now = portal.clock.now();
    let id = Uuid::now_v7();
    let row = draft::ActiveModel {
        id: Set(id),
        account_id: Set(account),
        person_id: Set(person),
        item_id: Set(item_id.to_owned()),
        situation: Set(situation.map(str::to_owned)),
        channel: Set(channel.as_str().to_owned()),
        answers_cipher: Set(sealed(portal, id, &Answers::new())?),
        materials: Set(serde_json::json!([])),
        step: Set(String::new()),
        person_wanted: Set(false),
        entity_id: Set(entity),
        prefilled: Set(serde_json::json!({})),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    };
    let row = draft::Entity::insert(row).exec_with_returning(&tx).await?;
    tx.commit().await?;
    view(portal, row)
}

/// The draft, for its author alone.
///
/// # Errors
/// [`crate::Kind::NotFound`] for everybody else.
pub async fn get(portal: &Portal, actor: &Actor, id: Uuid) -> Result<DraftView> {
    view(portal, own(&portal.db.read, actor, id).await?)
}

/// All drafts of this account, newest first.
///
/// # Errors
/// Storage errors.
pub async fn list(portal: &Portal, actor: &Actor) -> Result<Vec<DraftView>> {
    let rows = draft::Entity::find()
        .filter(draft::COLUMN.account_id.eq(account(actor)?))
        .order_by_desc(draft::Column::UpdatedAt)
        .all(&portal.db.read)
        .await?;
    rows.into_iter().map(|row| view(portal, row)).collect()
}

/// Throws a draft away.
///
/// # Errors
/// [`crate::Kind::NotFound`] for everybody but the author.
pub async fn discard(portal: &Portal, actor: &Actor, id: Uuid) -> Result<()> {
    let tx = portal.db.begin().await?;
    own(&tx, actor, id).await?;
    remove(&tx, id).await?;
    Ok(tx.commit().await?)
}

/// Throws away what this account has begun for a person: the desk's wipe. How many there were.
///
/// # Errors
/// Storage errors.
pub async fn discard_all(portal: &Portal, actor: &Actor, person: Uuid) -> Result<u64> {
    let done = draft::Entity::delete_many()
        .filter(draft::COLUMN.account_id.eq(account(actor)?))
        .filter(draft::COLUMN.person_id.eq(person))
        .exec(&portal.db.write)
        .await?;
    Ok(done.rows_affected)
}

pub(crate) async fn remove<C: ConnectionTrait>(db: &C, id: Uuid) -> Result<()> {
    draft::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

async fn open<C: ConnectionTrait>(
    db: &C,
    account: Uuid,
    item_id: &str,
    person: Option<Uuid>,
    entity: Option<Uuid>,
) -> Result<Option<draft::Model>> {
    let drafts = draft::Entity::find()
        .filter(draft::COLUMN.account_id.eq(account))
        .filter(draft::COLUMN.item_id.eq(item_id))
        .order_by_desc(draft::Column::UpdatedAt)
        .all(db)
        .await?;
    Ok(drafts.into_iter().find(|draft| draft.person_id == person && draft.entity_id == entity))
}

async fn own<C: ConnectionTrait>(db: &C, actor: &Actor, id: Uuid) -> Result<draft::Model> {
    draft::Entity::find_by_id(id)
        .filter(draft::COLUMN.account_id.eq(account(actor)?))
        .one(db)
        .await?
        .ok_or_else(Error::not_found)
}

fn account(actor: &Actor) -> Result<Uuid> {
    actor.account.ok_or_else(Error::denied)
}

fn sealed(portal: &Portal, id: Uuid, answers: &Answers) -> Result<String> {
    portal.keys.seal(Field::DRAFT_ANSWERS.of(id), &serde_json::to_string(answers)?)
}

fn view(portal: &Portal, row: draft::Model) -> Result<DraftView> {
    let plain = portal.keys.open(Field::DRAFT_ANSWERS.of(row.id), &row.answers_cipher)?;
    Ok(DraftView {
        id: row.id,
        item_id: row.item_id,
        situation: row.situation,
        channel: Channel::parse(&row.channel).ok_or_else(|| Error::internal("unknown channel"))?,
        person_id: row.person_id,
        entity_id: row.entity_id,
        prefilled: serde_json::from_value(row.prefilled)?,
        answers: serde_json::from_str(&plain)?,
        materials: serde_json::from_value(row.materials)?,
        person_wanted: row.person_wanted,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}
