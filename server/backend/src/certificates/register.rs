//! 证照台账: what a department has issued, as its reviewers see and mend it.

mod act;
mod by_hand;
mod detail;

pub use act::{Typed, act, offered};
pub use by_hand::{ByHand, holder_of, issue_by_hand, own_kinds};
pub use detail::{Detail, Use, detail};

use chrono::Days;
use domain::certificate::{CertificateId, Status};
use domain::field_error::FieldError;
use domain::permission::{Actor, Role};
use entity::{certificate, certificate_type, legal_entity, person};
use sea_orm::{Condition, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};
use std::collections::HashMap;
use uuid::Uuid;

use super::held::whose;
use super::summary::{self, Summary};
use crate::holder::Holder;
use crate::{Error, Portal, Result, persons};

/// Certificates on a page.
pub const PER_PAGE: u64 = 25;
/// A term that ends within so many days is about to lapse.
pub const SOON: u64 = 60;

/// Which of the certificates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Listed {
    /// All latest versions.
    #[default]
    All,
    /// Those whose term ends within [`SOON`] days.
    Ending,
    /// Those whose term is over while nobody renewed or ended them.
    Expired,
    /// Those in a status.
    In(Status),
    /// Versions that a later one replaces.
    Superseded,
}

/// What is looked for in the register.
#[derive(Clone, Debug, Default)]
pub struct RegisterQuery {
    /// Of this type.
    pub code: Option<String>,
    /// Which of them.
    pub listed: Listed,
    /// The one with this identifier, as typed.
    pub identifier: String,
    /// Somebody's, found with [`holder_of`]; tell the ledger first ([`super::search`]).
    pub holder: Option<Holder>,
    /// From 1.
    pub page: u64,
}

/// A page of the register.
#[derive(Clone, Debug, Default)]
pub struct RegisterPage {
    /// The certificates, each with the name of its holder, a person's masked.
    pub rows: Vec<(Summary, String)>,
    /// Whether there are more.
    pub more: bool,
}

/// What the actor's department has issued, newest first.
///
/// # Errors
/// [`crate::Kind::Denied`] to all but reviewers, [`crate::Kind::Invalid`] for a wrong identifier.
pub async fn register(portal: &Portal, actor: &Actor, query: &RegisterQuery) -> Result<RegisterPage> {
    let department = department(actor)?;
    let wanted = wanted(portal, query)?.add(certificate::COLUMN.department_id.eq(department));
    let skipped = query.page.saturating_sub(1).saturating_mul(PER_PAGE);
    let rows = certificate::Entity::find()
        .filter(wanted)
        .find_also_related(certificate_type::Entity)
        .order_by_desc(certificate::Column::StatusAt)
        .order_by_desc(certificate::Column::Id)
        .offset(skipped)
        .limit(PER_PAGE.saturating_add(1))
        .all(&portal.db.read)
        .await?;
    let most = usize::try_from(PER_PAGE).unwrap_or(usize::MAX);
    let more = rows.len() > most;
    let rows = rows.into_iter().take(most).map(|(row, kind)| summary::summary(row, kind));
    Ok(RegisterPage { rows: named(portal, rows.collect::<Result<_>>()?).await?, more })
}

/// The department of a reviewer.
pub(super) fn department(actor: &Actor) -> Result<Uuid> {
    actor.department.filter(|_| actor.is(Role::Reviewer)).ok_or_else(Error::denied)
}

fn wanted(portal: &Portal, query: &RegisterQuery) -> Result<Condition> {
    let today = portal.clock.today();
    let soon = today.checked_add_days(Days::new(SOON)).unwrap_or(today);
    let latest = || Condition::all().add(certificate::COLUMN.superseded.eq(false));
    let until = certificate::COLUMN.valid_until;
    let valid = || latest().add(certificate::COLUMN.status.eq(Status::Valid.as_str()));
    let listed = match query.listed {
        Listed::All if query.identifier.is_empty() && query.holder.is_none() => latest(),
        Listed::All => Condition::all(),
        Listed::Ending => valid().add(until.gte(today)).add(until.lte(soon)),
        Listed::Expired => latest()
            .add(until.lt(today))
            .add(certificate::COLUMN.status.is_in([Status::Valid, Status::Lapsed].map(Status::as_str))),
        Listed::In(status) => latest().add(certificate::COLUMN.status.eq(status.as_str())),
        Listed::Superseded => Condition::all().add(certificate::COLUMN.superseded.eq(true)),
    };
    let identifier = identifier(&query.identifier)?;
    Ok(listed
        .add_option(query.code.as_ref().map(|code| certificate::COLUMN.code.eq(code)))
        .add_option(identifier.map(|one| certificate::COLUMN.identifier.eq(one)))
        .add_option(query.holder.map(whose)))
}

fn identifier(typed: &str) -> Result<Option<String>> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let wrong = |error| Error::invalid(vec![FieldError::new("identifier", error)]);
    CertificateId::parse(typed).map(|one| Some(one.short())).map_err(wrong)
}

/// With the names of the holders, in two queries at most.
async fn named(portal: &Portal, rows: Vec<Summary>) -> Result<Vec<(Summary, String)>> {
    let people: Vec<Uuid> = rows.iter().filter_map(|row| row.holder.person()).collect();
    let entities: Vec<Uuid> = rows.iter().filter_map(|row| row.holder.entity()).collect();
    let mut names: HashMap<Uuid, String> = HashMap::new();
    if !people.is_empty() {
        let found = person::Entity::find()
            .select_only()
            .columns([person::Column::Id, person::Column::Name])
            .filter(person::COLUMN.id.is_in(people));
        let found: Vec<(Uuid, String)> = found.into_tuple().all(&portal.db.read).await?;
        names.extend(found.into_iter().map(|(id, name)| (id, persons::mask_name(&name))));
    }
    if !entities.is_empty() {
        let found = legal_entity::Entity::find()
            .select_only()
            .columns([legal_entity::Column::Id, legal_entity::Column::Name])
            .filter(legal_entity::COLUMN.id.is_in(entities));
        let found: Vec<(Uuid, String)> = found.into_tuple().all(&portal.db.read).await?;
        names.extend(found);
    }
    let name = |holder: Holder| match holder {
        Holder::Person(id) | Holder::Entity(id) => names.get(&id).cloned().unwrap_or_default(),
    };
    Ok(rows.into_iter().map(|row| (row.clone(), name(row.holder))).collect())
}
