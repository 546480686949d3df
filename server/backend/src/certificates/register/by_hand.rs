//! Issuing by hand: what was granted outside the portal, or before it.

use std::collections::BTreeMap;

use domain::credit_code::CreditCode;
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Actor;
use domain::resident_id::ResidentId;
use entity::{department, legal_entity};
use sea_orm::{ConnectionTrait, EntityTrait as _, QueryFilter as _};

use crate::certificates::granted::{number, term};
use crate::certificates::kind::{self, CertificateKind, HolderKind};
use crate::certificates::{Certificate, NewCertificate, Occasion, issue};
use crate::holder::Holder;
use crate::{Error, Portal, Result, persons};

/// What is typed to issue one.
#[derive(Clone, Default)]
pub struct ByHand {
    /// Its type.
    pub code: String,
    /// ID number or credit code of the holder, as typed.
    pub holder: String,
    /// Its own particulars.
    pub data: BTreeMap<String, String>,
    /// Why.
    pub reason: String,
}

/// Longest particular taken.
const LONGEST: usize = 200;

/// The types that the actor's department issues, by code.
///
/// # Errors
/// [`crate::Kind::Denied`] to all but reviewers.
pub async fn own_kinds(portal: &Portal, actor: &Actor) -> Result<Vec<CertificateKind>> {
    let id = super::department(actor)?;
    let db = &portal.db.read;
    let own = department::Entity::find_by_id(id).one(db).await?.ok_or_else(Error::denied)?;
    let mut kinds = kind::kinds(db).await?;
    kinds.retain(|kind| kind.department_key.as_deref() == Some(own.key.as_str()));
    Ok(kinds)
}

/// Whoever is known by a number, typed: an ID number or a credit code.
///
/// # Errors
/// [`crate::Kind::Invalid`] at `holder`, for a wrong number or one that nobody known has.
pub async fn holder_of(portal: &Portal, typed: &str) -> Result<Holder> {
    let db = &portal.db.read;
    let wrong = |code: FieldCode| Error::invalid(vec![FieldError::new("holder", code)]);
    if typed.trim().is_empty() {
        return Err(wrong(FieldCode::Missing));
    }
    let found = match ResidentId::parse(typed, portal.clock.today()) {
        Ok(number) => persons::by_number(db, &portal.keys, &number).await?.map(|row| Holder::Person(row.id)),
        Err(not_a_person) => {
            let code = CreditCode::parse(typed).map_err(|_| wrong(not_a_person.into()))?;
            entity(db, code.as_str()).await?
        }
    };
    found.ok_or_else(|| wrong(FieldCode::Unknown))
}

async fn entity(db: &impl ConnectionTrait, code: &str) -> Result<Option<Holder>> {
    let found = legal_entity::Entity::find().filter(legal_entity::COLUMN.code.eq(code)).one(db).await?;
    Ok(found.map(|row| Holder::Entity(row.id)))
}

/// Issues a certificate of the actor's department, from today on.
///
/// # Errors
/// [`crate::Kind::Invalid`] with the fields that are wrong; else as [`issue`].
pub async fn issue_by_hand(portal: &Portal, actor: &Actor, by_hand: &ByHand) -> Result<Certificate> {
    let own = own_kinds(portal, actor).await?;
    let wrong = |field: &str, code| Error::invalid(vec![FieldError::new(field, code)]);
    let kind = own.iter().find(|kind| kind.code == by_hand.code);
    let kind = kind.ok_or_else(|| wrong("code", FieldCode::Choice))?;
    let holder = holder_of(portal, &by_hand.holder).await?;
    if kind.holder == HolderKind::Person && holder.person().is_none() {
        return Err(wrong("holder", FieldCode::Choice));
    }
    let known = kind::known(&kind.code).ok_or_else(Error::conflict)?;
    let occasion = Occasion::now(portal, actor, by_hand.reason.clone());
    let tx = portal.db.begin().await?;
    let new = NewCertificate {
        number: number(&tx, &portal.keys, known, holder).await?,
        valid_until: term(&tx, kind, holder.person(), occasion.today).await?,
        data: particulars(kind, &by_hand.data)?,
        department: actor.department,
        ..NewCertificate::from(kind, holder, occasion.today)
    };
    let issued = issue(&tx, &portal.keys, &occasion, new).await?;
    tx.commit().await?;
    Ok(issued)
}

/// What was typed of its own particulars, and nothing else.
pub(super) fn particulars(
    kind: &CertificateKind,
    typed: &BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>> {
    let mut own = BTreeMap::new();
    for field in &kind.fields {
        let value = typed.get(&field.key).map(|value| value.trim()).filter(|value| !value.is_empty());
        let Some(value) = value else { continue };
        let code = if value.chars().count() > LONGEST {
            Some(FieldCode::TooLong { max: LONGEST })
        } else {
            let among = field.options.is_empty() || field.options.iter().any(|one| one.value == value);
            (!among).then_some(FieldCode::Choice)
        };
        if let Some(code) = code {
            return Err(Error::invalid(vec![FieldError::new(field.key.clone(), code)]));
        }
        own.insert(field.key.clone(), value.to_owned());
    }
    Ok(own)
}

impl std::fmt::Debug for ByHand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ByHand({})", self.code)
    }
}
