//! 政务服务中心: the halls.

use domain::permission::Actor;
use uuid::Uuid;

use super::{HallForm, form, switched};
use crate::audit::{self, Entry};
use crate::edition::{self, Volume};
use crate::import::may_administer;
use crate::repo::organisation as rows;
use crate::{Db, Error, Portal, Result};

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

/// Creates a hall, or changes the one with this id.
///
/// # Errors
/// As [`super::save_department`].
pub async fn save_hall(portal: &Portal, actor: &Actor, id: Option<Uuid>, form: &HallForm) -> Result<Uuid> {
    may_administer(actor)?;
    let tx = portal.db.begin().await?;
    let hall = form.read(id)?;
    if rows::division_name(&tx, &hall.division_code).await?.is_none() {
        return Err(form::wrong_division());
    }
    let id = rows::save_hall(&tx, id, hall).await?;
    audit::record(&tx, portal.clock.now(), Entry::new(actor, "hall_saved", format!("hall/{id}"))).await?;
    edition::commit(portal, tx, Volume::Catalogue).await?;
    Ok(id)
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
    edition::commit(portal, tx, Volume::Catalogue).await
}
