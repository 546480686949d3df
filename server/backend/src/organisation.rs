//! The organisation: departments, halls and their windows.

mod form;
#[cfg(test)]
mod tests;

pub(crate) use form::Reading;
pub use form::{DepartmentForm, HallForm, WindowForm};

use domain::permission::Actor;
use uuid::Uuid;

use crate::audit::{self, Entry};
use crate::import::may_administer;
use crate::repo::organisation as rows;
use crate::{Db, Error, Portal, Result};

/// A department that takes in or decides cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Department {
    /// Key.
    pub id: Uuid,
    /// Short stable name, such as `MZ`.
    pub key: String,
    /// Name.
    pub name: String,
    /// Name in English.
    pub name_en: Option<String>,
    /// Unified social credit code.
    pub uscc: String,
    /// Two digits of the guiding department of the centre.
    pub central_code: String,
    /// Enquiries.
    pub phone: Option<String>,
    /// Place in lists.
    pub sort: i32,
    /// Whether it still takes cases.
    pub active: bool,
}

/// A service hall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hall {
    /// Key.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// Name in English.
    pub name_en: Option<String>,
    /// The division it stands in.
    pub division_code: String,
    /// Street address.
    pub address: String,
    /// Street address in English.
    pub address_en: Option<String>,
    /// Opening hours.
    pub hours: String,
    /// Opening hours in English.
    pub hours_en: Option<String>,
    /// Enquiries.
    pub phone: String,
    /// How to get there.
    pub directions: Option<String>,
    /// Whether it is open.
    pub active: bool,
}

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

/// Every department, in the order of lists.
///
/// # Errors
/// When the database cannot be read.
pub async fn departments(db: &Db) -> Result<Vec<Department>> {
    rows::departments(&db.read).await
}

/// One department.
///
/// # Errors
/// [`crate::Kind::NotFound`] when there is none.
pub async fn department(db: &Db, id: Uuid) -> Result<Department> {
    rows::department(&db.read, id).await?.ok_or_else(Error::not_found)
}

/// Every hall, by name.
///
/// # Errors
/// When the database cannot be read.
pub async fn halls(db: &Db) -> Result<Vec<Hall>> {
    rows::halls(&db.read).await
}

/// One hall.
///
/// # Errors
/// [`crate::Kind::NotFound`] when there is none.
pub async fn hall(db: &Db, id: Uuid) -> Result<Hall> {
    rows::hall(&db.read, id).await?.ok_or_else(Error::not_found)
}

/// The windows of a hall, by number.
///
/// # Errors
/// When the database cannot be read.
pub async fn windows(db: &Db, hall: Uuid) -> Result<Vec<Window>> {
    rows::windows(&db.read, hall).await
}

/// One window.
///
/// # Errors
/// [`crate::Kind::NotFound`] when there is none.
pub async fn window(db: &Db, id: Uuid) -> Result<Window> {
    rows::window(&db.read, id).await?.ok_or_else(Error::not_found)
}

/// Creates a department, or changes the one with this id.
///
/// # Errors
/// [`crate::Kind::Invalid`] with the fields that are wrong, [`crate::Kind::Denied`] to all but an
/// administrator.
pub async fn save_department(
    portal: &Portal,
    actor: &Actor,
    id: Option<Uuid>,
    form: &DepartmentForm,
) -> Result<Uuid> {
    may_administer(actor)?;
    let tx = portal.db.begin().await?;
    let others: Vec<Department> =
        rows::departments(&tx).await?.into_iter().filter(|other| Some(other.id) != id).collect();
    let department = form.read(id, &others)?;
    let id = rows::save_department(&tx, id, department).await?;
    let entry = Entry::new(actor, "department_saved", format!("department/{id}"));
    audit::record(&tx, portal.clock.now(), entry).await?;
    tx.commit().await?;
    Ok(id)
}

/// Creates a hall, or changes the one with this id.
///
/// # Errors
/// As [`save_department`].
pub async fn save_hall(portal: &Portal, actor: &Actor, id: Option<Uuid>, form: &HallForm) -> Result<Uuid> {
    may_administer(actor)?;
    let tx = portal.db.begin().await?;
    let hall = form.read(id)?;
    if rows::division_name(&tx, &hall.division_code).await?.is_none() {
        return Err(form::wrong_division());
    }
    let id = rows::save_hall(&tx, id, hall).await?;
    audit::record(&tx, portal.clock.now(), Entry::new(actor, "hall_saved", format!("hall/{id}"))).await?;
    tx.commit().await?;
    Ok(id)
}

/// Creates a window in a hall, or changes the one with this id.
///
/// # Errors
/// As [`save_department`].
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
        rows::windows(&tx, hall).await?.into_iter().filter(|other| Some(other.id) != id).collect();
    let window = form.read(hall, id, &others)?;
    let id = rows::save_window(&tx, id, window).await?;
    audit::record(&tx, portal.clock.now(), Entry::new(actor, "window_saved", format!("window/{id}"))).await?;
    tx.commit().await?;
    Ok(id)
}

/// Lets a department take cases, or no longer.
///
/// # Errors
/// [`crate::Kind::NotFound`], [`crate::Kind::Denied`].
pub async fn set_department_active(portal: &Portal, actor: &Actor, id: Uuid, active: bool) -> Result<()> {
    may_administer(actor)?;
    let tx = portal.db.begin().await?;
    rows::set_department_active(&tx, id, active).await?;
    audit::record(&tx, portal.clock.now(), switched(actor, "department", id, active)).await?;
    Ok(tx.commit().await?)
}

/// Opens or closes a hall.
///
/// # Errors
/// [`crate::Kind::NotFound`], [`crate::Kind::Denied`].
pub async fn set_hall_active(portal: &Portal, actor: &Actor, id: Uuid, active: bool) -> Result<()> {
    may_administer(actor)?;
    let tx = portal.db.begin().await?;
    rows::set_hall_active(&tx, id, active).await?;
    audit::record(&tx, portal.clock.now(), switched(actor, "hall", id, active)).await?;
    Ok(tx.commit().await?)
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
    Ok(tx.commit().await?)
}

fn switched(actor: &Actor, what: &str, id: Uuid, active: bool) -> Entry {
    let action = if active { "switched_on" } else { "switched_off" };
    Entry::new(actor, action, format!("{what}/{id}"))
}
