//! Numbers the rows and chains their hashes.

use entity::{audit, setting};
use sea_orm::{
    ActiveValue::Set,
    ConnectionTrait, EntityTrait, JsonValue as Json, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{LockType, OnConflict},
};
use serde::{Deserialize, Serialize};

use crate::{Portal, Result, crypto::Keys, settings};

/// Rows sealed in one transaction: on SQLite it holds up every other writer meanwhile.
const BATCH: u64 = 500;
const HEAD: &str = "audit_head";

/// The end of the chain. Its own seal keeps it from being set back by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Head {
    pub seq: i64,
    pub hash: String,
    seal: String,
}

impl Head {
    fn new(keys: &Keys, seq: i64, hash: String) -> Self {
        let seal = keys.mac("audit head", format!("{seq} {hash}").as_bytes());
        Self { seq, hash, seal }
    }

    /// Whether the portal made it; an empty chain's head needs no seal.
    pub(super) fn is_genuine(&self, keys: &Keys) -> bool {
        *self == Self::default() || *self == Self::new(keys, self.seq, self.hash.clone())
    }

    pub(super) async fn read(db: &impl ConnectionTrait) -> Result<Self> {
        Ok(settings::get(db, HEAD).await?.unwrap_or_default())
    }

    /// Reads it so that nobody else can until the transaction ends.
    async fn lock(tx: &impl ConnectionTrait) -> Result<Self> {
        let row = setting::ActiveModel {
            key: Set(HEAD.to_owned()),
            value: Set(serde_json::to_value(Self::default())?),
        };
        let keep = OnConflict::column(setting::Column::Key).do_nothing().to_owned();
        setting::Entity::insert(row).on_conflict(keep).exec_without_returning(tx).await?;
        let row = setting::Entity::find_by_id(HEAD).lock(LockType::Update).one(tx).await?;
        Ok(row.map(|row| serde_json::from_value(row.value)).transpose()?.unwrap_or_default())
    }
}

/// Seals every row not sealed yet; returns how many. Run it every few seconds.
///
/// # Errors
/// When the database cannot be written; batches done stay done.
pub async fn seal(portal: &Portal) -> Result<u64> {
    let mut sealed = 0;
    loop {
        let batch = seal_batch(portal).await?;
        sealed += batch;
        if batch < BATCH {
            return Ok(sealed);
        }
    }
}

async fn seal_batch(portal: &Portal) -> Result<u64> {
    let tx = portal.db.begin_alone().await?;
    let mut head = Head::lock(&tx).await?;
    let rows = audit::Entity::find()
        .filter(audit::COLUMN.seq.is_null())
        .order_by_asc(audit::Column::At)
        .order_by_asc(audit::Column::Id)
        .limit(BATCH)
        .all(&tx)
        .await?;
    let mut count = 0;
    for row in rows {
        let next = Head::new(&portal.keys, head.seq + 1, link(&portal.keys, head.seq + 1, &head.hash, &row));
        write(&tx, &row, &head, &next).await?;
        head = next;
        count += 1;
    }
    if count > 0 {
        settings::put(&tx, HEAD, &head).await?;
    }
    tx.commit().await?;
    Ok(count)
}

async fn write(tx: &impl ConnectionTrait, row: &audit::Model, before: &Head, head: &Head) -> Result<()> {
    let sealed = audit::ActiveModel {
        seq: Set(Some(head.seq)),
        prev_hash: Set(Some(before.hash.clone())),
        hash: Set(Some(head.hash.clone())),
        ..Default::default()
    };
    audit::Entity::update_many().set(sealed).filter(audit::COLUMN.id.eq(row.id)).exec(tx).await?;
    Ok(())
}

/// The hash of a row at its place in the chain.
pub(super) fn link(keys: &Keys, seq: i64, before: &str, row: &audit::Model) -> String {
    let audit::Model { id, at, actor_account_id, actor_role, action, subject, detail, .. } = row;
    let content = serde_json::json!([
        seq,
        before,
        id,
        at.timestamp_micros(),
        actor_account_id,
        actor_role,
        action,
        subject,
        canonical(detail),
    ]);
    keys.mac("audit", content.to_string().as_bytes())
}

/// The same text for the same value, whatever order the database gives its fields in.
fn canonical(value: &Json) -> String {
    match value {
        Json::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_by_key(|(name, _)| *name);
            let fields = fields.iter().map(|(k, v)| format!("{}:{}", Json::from(k.as_str()), canonical(v)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
        }
        Json::Array(values) => format!("[{}]", values.iter().map(canonical).collect::<Vec<_>>().join(",")),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => value.to_string(),
    }
}
