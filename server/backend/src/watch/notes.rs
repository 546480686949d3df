//! A supervisor's notes: on a case, an alert, an order. Supervision reads them, nobody else.

use super::{supervisor, words};
use crate::audit::{self, Entry};
use crate::crypto::Field;
use crate::{Error, Result, Services};
use chrono::{DateTime, Utc};
use domain::permission::Actor;
use entity::{account, case_file, watch_alert, watch_note, watch_order};
use sea_orm::{ActiveValue::Set, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};
use uuid::Uuid;

/// What a note is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A case.
    Case(Uuid),
    /// An alert.
    Alert(Uuid),
    /// An order.
    Order(Uuid),
}

impl Subject {
    fn parts(self) -> (&'static str, Uuid) {
        match self {
            Self::Case(id) => ("case", id),
            Self::Alert(id) => ("alert", id),
            Self::Order(id) => ("order", id),
        }
    }

    /// The case with this number.
    ///
    /// # Errors
    /// [`crate::Kind::NotFound`]; storage errors.
    pub async fn case(services: &Services, case_no: &str) -> Result<Self> {
        let id: Option<Uuid> = case_file::Entity::find()
            .select_only()
            .column(case_file::Column::Id)
            .filter(case_file::COLUMN.case_no.eq(case_no))
            .into_tuple()
            .one(&services.db.read)
            .await?;
        id.map(Self::Case).ok_or_else(Error::not_found)
    }

    async fn exists(self, services: &Services) -> Result<()> {
        let db = &services.db.read;
        let there = match self {
            Self::Case(id) => case_file::Entity::find_by_id(id).one(db).await?.is_some(),
            Self::Alert(id) => watch_alert::Entity::find_by_id(id).one(db).await?.is_some(),
            Self::Order(id) => watch_order::Entity::find_by_id(id).one(db).await?.is_some(),
        };
        if there { Ok(()) } else { Err(Error::not_found()) }
    }
}

/// A note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it says.
    pub words: String,
    /// Whose it is.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// The notes on something, oldest first.
///
/// # Errors
/// [`crate::Kind::Denied`] to all but supervisors; storage errors.
pub async fn notes(services: &Services, actor: &Actor, on: Subject) -> Result<Vec<Note>> {
    supervisor(actor)?;
    let (subject, id) = on.parts();
    let rows = watch_note::Entity::find()
        .filter(watch_note::COLUMN.subject.eq(subject))
        .filter(watch_note::COLUMN.subject_id.eq(id))
        .find_also_related(account::Entity)
        .order_by_asc(watch_note::Column::At)
        .order_by_asc(watch_note::Column::Id)
        .all(&services.db.read)
        .await?;
    let open = |(row, author): (watch_note::Model, Option<account::Model>)| {
        let words = services.keys.open(Field::WATCH_WORDS.of(row.id), &row.words_cipher)?.to_string();
        Ok(Note { words, author: author.map(|one| one.name).unwrap_or_default(), at: row.at })
    };
    rows.into_iter().map(open).collect()
}

/// Writes a note.
///
/// # Errors
/// [`crate::Kind::Denied`], [`crate::Kind::NotFound`], [`crate::Kind::Invalid`] on `note`; storage errors.
pub async fn note(services: &Services, actor: &Actor, on: Subject, text: &str) -> Result<()> {
    supervisor(actor)?;
    let text = words("note", text)?;
    let author = actor.account.ok_or_else(Error::denied)?;
    on.exists(services).await?;
    let (subject, subject_id) = on.parts();
    let id = Uuid::now_v7();
    let row = watch_note::ActiveModel {
        id: Set(id),
        subject: Set(subject.to_owned()),
        subject_id: Set(subject_id),
        words_cipher: Set(services.keys.seal(Field::WATCH_WORDS.of(id), &text)?),
        author_id: Set(author),
        at: Set(services.clock.now()),
    };
    let tx = services.db.begin().await?;
    watch_note::Entity::insert(row).exec_without_returning(&tx).await?;
    let entry = Entry::new(actor, "watch.note", format!("watch_{subject}/{subject_id}"));
    audit::record(&tx, services.clock.now(), entry).await?;
    Ok(tx.commit().await?)
}
