//! 部门: the departments.

use domain::permission::Actor;
use uuid::Uuid;

use super::{DepartmentForm, switched};
use crate::audit::{self, Entry};
use crate::edition::{self, Volume};
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
    edition::commit(portal, tx, Volume::Catalogue).await?;
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
    edition::commit(portal, tx, Volume::Catalogue).await
}
