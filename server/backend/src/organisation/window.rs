//! 窗口: the windows of the halls.

use domain::permission::Actor;
use uuid::Uuid;

use super::{WindowForm, switched};
use crate::audit::{self, Entry};
use crate::edition::{self, Volume};
use crate::import::may_administer;
use crate::repo::organisation as rows;
use crate::{Db, Error, Portal, Result};

/// A counter window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// Key.
    pub id: Uuid,
    /// The hall it is in.
    pub hall_id: Uuid,
    /// The number on the sign.
    pub number: String,
    /// What the sign says.
    pub name: String,
    /// What it takes.
    pub kind: WindowKind,
    /// Whether it is open.
    pub active: bool,
}

/// What a window takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WindowKind {
    /// 综合窗口: everything.
    General,
    /// One field only.
    Special,
}

impl WindowKind {
    /// The name in storage and forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::Special => "special",
        }
    }

    /// Reads the name back.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "general" => Some(Self::General),
            "special" => Some(Self::Special),
            _ => None,
        }
    }
}

/// The windows of a hall, by number.
///
/// # Errors
/// When the database cannot be read.
pub async fn windows(db: &Db, hall: Uuid) -> Result<Vec<Window>> {
    rows::windows(&db.read, Some(hall)).await
}

/// One window.
///
/// # Errors
/// [`crate::Kind::NotFound`] when there is none.
pub async fn window(db: &Db, id: Uuid) -> Result<Window> {
    rows::window(&db.read, id).await?.ok_or_else(Error::not_found)
}

/// Creates a window in a hall, or changes the one with this id.
///
/// # Errors
/// As [`super::save_department`].
pub async fn save_window(
    portal: &Portal,
    actor: &Actor,
    hall: Uuid,
    id: Option<Uuid>,
    form: &WindowForm,
) -> Result<Uuid> {
    may_administer(actor)?;
    let tx = portal.db.begin().await?;
    rows::hall(&tx, hall).await?.ok_or_else(Error::not_found)?;
    let others: Vec<Window> =
        rows::windows(&tx, Some(hall)).await?.into_iter().filter(|other| Some(other.id) != id).collect();
    let window = form.read(hall, id, &others)?;
    let id = rows::save_window(&tx, id, window).await?;
    audit::record(&tx, portal.clock.now(), Entry::new(actor, "window_saved", format!("window/{id}"))).await?;
    edition::commit(portal, tx, Volume::Catalogue).await?;
    Ok(id)
}

/// Opens or closes a window.
///
/// # Errors
/// [`crate::Kind::NotFound`], [`crate::Kind::Denied`].
pub async fn set_window_active(portal: &Portal, actor: &Actor, id: Uuid, active: bool) -> Result<()> {
    may_administer(actor)?;
    let tx = portal.db.begin().await?;
    rows::set_window_active(&tx, id, active).await?;
    audit::record(&tx, portal.clock.now(), switched(actor, "window", id, active)).await?;
    edition::commit(portal, tx, Volume::Catalogue).await
}
