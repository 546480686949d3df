//! One order in full.

use super::list::department;
use super::row::order_of;
use crate::crypto::Field;
use crate::uploads::Upload;
use crate::watch::alerts::{Alert, of_order};
use crate::watch::{headed, supervisor};
use crate::{Error, Result, Services};
use chrono::{DateTime, NaiveDate, Utc};
use domain::permission::{Actor, Role};
use domain::watch::Order;
use entity::{account, upload, watch_file, watch_order, watch_order_event};
use sea_orm::{EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

/// An order in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderView {
    /// Key.
    pub id: Uuid,
    /// Year of its number.
    pub year: i32,
    /// Number within the year.
    pub serial: i32,
    /// To whom.
    pub department: String,
    /// In English.
    pub department_en: Option<String>,
    /// As the rules see it.
    pub order: Order,
    /// A reply is owed, and its day has passed.
    pub late: bool,
    /// How many events made it what it is.
    pub version: i32,
    /// What it says.
    pub words: String,
    /// Who issued it.
    pub issued_by: String,
    /// When.
    pub issued_at: DateTime<Utc>,
    /// What it is about.
    pub alerts: Vec<Alert>,
    /// What happened, oldest first.
    pub events: Vec<OrderEvent>,
}

/// Something that happened to an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderEvent {
    /// 1, 2, 3 …
    pub seq: i32,
    /// What.
    pub kind: String,
    /// The last day to reply, where it set one.
    pub reply_by: Option<NaiveDate>,
    /// What was said.
    pub words: String,
    /// Who did it.
    pub who: String,
    /// Their role; none for the portal.
    pub role: Option<Role>,
    /// When.
    pub at: DateTime<Utc>,
    /// Files that came with it.
    pub files: Vec<Upload>,
}

/// One order, to supervision and to the head whose it is.
///
/// # Errors
/// [`crate::Kind::Denied`]; [`crate::Kind::NotFound`] to another department too; storage errors.
pub async fn order(services: &Services, actor: &Actor, id: Uuid) -> Result<OrderView> {
    let own = headed(actor);
    if own.is_none() {
        supervisor(actor)?;
    }
    let found = watch_order::Entity::find_by_id(id).find_also_related(account::Entity);
    let (row, issuer) = found.one(&services.db.read).await?.ok_or_else(Error::not_found)?;
    if own.is_some_and(|own| own != row.department_id) {
        return Err(Error::not_found());
    }
    let (department, department_en) = department(services, row.department_id).await?;
    let order = order_of(&row)?;
    Ok(OrderView {
        id,
        year: row.year,
        serial: row.serial,
        department,
        department_en,
        late: order.is_late(services.clock.today()),
        order,
        version: row.version,
        words: services.keys.open(Field::WATCH_WORDS.of(id), &row.words_cipher)?.to_string(),
        issued_by: issuer.map(|one| one.name).unwrap_or_default(),
        issued_at: row.issued_at,
        alerts: of_order(services, id).await?,
        events: events(services, id).await?,
    })
}

async fn events(services: &Services, id: Uuid) -> Result<Vec<OrderEvent>> {
    let db = &services.db.read;
    let rows = watch_order_event::Entity::find()
        .filter(watch_order_event::COLUMN.order_id.eq(id))
        .order_by_asc(watch_order_event::Column::Seq)
        .all(db)
        .await?;
    let files = watch_file::Entity::find()
        .filter(watch_file::COLUMN.order_id.eq(id))
        .find_also_related(upload::Entity)
        .order_by_asc(watch_file::Column::UploadId)
        .all(db)
        .await?;
    let with = |seq: i32| {
        let these = files.iter().filter(move |(file, _)| file.seq == seq);
        these.filter_map(|(_, upload)| upload.clone().map(Upload::from)).collect::<Vec<_>>()
    };
    let cell = Field::WATCH_WORDS.of(id);
    let event = |row: watch_order_event::Model| {
        let words = row.words_cipher.map(|sealed| services.keys.open(cell, &sealed)).transpose()?;
        Ok(OrderEvent {
            seq: row.seq,
            reply_by: row.reply_by,
            words: words.map(|words| words.to_string()).unwrap_or_default(),
            who: row.actor_name,
            role: Role::parse(&row.actor_role),
            at: row.at,
            files: with(row.seq),
            kind: row.kind,
        })
    };
    rows.into_iter().map(event).collect()
}
