//! Certificates for tests, as their departments would have issued them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::certificate::CertificateId;
use domain::permission::Actor;
use entity::{certificate, certificate_type, department};
use sea_orm::{ActiveValue::Set, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::people::{made, short};
use crate::certificates::{self, Certificate, NewCertificate, Occasion};
use crate::edition::{self, Volume};
use crate::{Holder, Portal, Result};

/// Issues a certificate of each of these types to a person, valid from a year ago for as long as its
/// type says, at least until a year from now. Types and departments that a catalogue has not brought
/// are made.
///
/// # Panics
/// When one cannot be issued.
pub async fn certificates(portal: &Portal, person: Uuid, codes: &[&str]) -> Vec<Certificate> {
    let mut issued = Vec::new();
    for code in codes {
        let today = portal.clock.today();
        let (from, until) = (days(today, -365), days(today, 365));
        let data = [("household_address".to_owned(), "幸福路1号".to_owned())];
        let new = new(code, Holder::Person(person), (from, Some(until)), data.into());
        issued.push(certificate(portal, new).await);
    }
    issued
}

/// What [`certificate`] issues.
pub fn new(
    code: &str,
    holder: Holder,
    (valid_from, valid_until): (NaiveDate, Option<NaiveDate>),
    data: BTreeMap<String, String>,
) -> NewCertificate {
    NewCertificate {
        code: code.to_owned(),
        holder,
        number: None,
        issued_on: valid_from,
        valid_from,
        valid_until,
        data,
        department: None,
    }
}

/// Issues one certificate.
///
/// # Panics
/// When it cannot be issued.
pub async fn certificate(portal: &Portal, mut new: NewCertificate) -> Certificate {
    let key = made(kind(portal, &new.code).await);
    if new.department.is_none() {
        new.department = Some(made(issuer(portal, &key).await));
    }
    let actor = Actor::portal();
    let occasion = Occasion::now(portal, &actor, "");
    let tx = made(portal.db.begin().await);
    let issued = made(certificates::issue(&tx, &portal.keys, &occasion, new).await);
    made(tx.commit().await.map_err(Into::into));
    issued
}

/// Does something to one, as the portal.
///
/// # Panics
/// When it cannot be done.
pub async fn operated(portal: &Portal, id: Uuid, operation: domain::certificate::Operation) {
    let actor = Actor::portal();
    let occasion = Occasion::now(portal, &actor, "");
    let tx = made(portal.db.begin().await);
    made(certificates::operate(&tx, &occasion, operation, id).await);
    made(tx.commit().await.map_err(Into::into));
}

fn days(today: NaiveDate, n: i64) -> NaiveDate {
    today + chrono::TimeDelta::days(n)
}

/// The department of a type, which is made where there is none.
async fn kind(portal: &Portal, code: &str) -> Result<String> {
    let known = certificate_type::Entity::find_by_id(code).one(&portal.db.write).await?;
    let row = match known {
        Some(row) => row,
        None => {
            let row = certificate_type::ActiveModel {
                code: Set(code.to_owned()),
                name: Set(code.to_owned()),
                name_en: Set(None),
                issuer: Set("示范".to_owned()),
                ..certificates::kind::row(code)?
            };
            certificate_type::Entity::insert(row).exec_with_returning(&portal.db.write).await?
        }
    };
    Ok(row.department_key.unwrap_or_default())
}

/// The department with this key, which is made where there is none.
async fn issuer(portal: &Portal, key: &str) -> Result<Uuid> {
    let known = department::Entity::find().filter(department::COLUMN.key.eq(key));
    if let Some(row) = known.one(&portal.db.write).await? {
        return Ok(row.id);
    }
    let id = Uuid::now_v7();
    let row = department::ActiveModel {
        id: Set(id),
        key: Set(key.to_owned()),
        name: Set(format!("示范市{key}局")),
        // Not the code of any body: made up, of the right length, and another each time.
        uscc: Set(format!("112299{}", short()).to_uppercase()),
        central_code: Set("00".to_owned()),
        sort: Set(0),
        active: Set(true),
        ..Default::default()
    };
    let tx = portal.db.begin().await?;
    department::Entity::insert(row).exec_without_returning(&tx).await?;
    edition::commit(portal, tx, Volume::Catalogue).await?;
    Ok(id)
}

/// Gives a person one certificate of every type that the catalogue knows, without end: nothing that can
/// be fetched is asked for. Written as rows, in one statement, for tests that are about something else.
///
/// # Panics
/// When they cannot be written.
pub async fn papers(portal: &Portal, person: Uuid) {
    let kinds = made(certificate_type::Entity::find().all(&portal.db.read).await.map_err(Into::into));
    let rows = kinds.into_iter().map(|kind| paper(portal, person, &kind));
    let written = certificate::Entity::insert_many(rows).exec_without_returning(&portal.db.write).await;
    made(written.map_err(Into::into));
}

/// Who issues what is written so.
const ISSUER: &str = "11229900MB9000015W";

fn paper(portal: &Portal, person: Uuid, kind: &certificate_type::Model) -> certificate::ActiveModel {
    let id = Uuid::now_v7();
    let serial = id.simple().to_string().to_uppercase();
    let type_code = kind.type_code.as_deref().unwrap_or_default();
    let identifier = CertificateId::compose(type_code, ISSUER, &serial, 1).map(|id| id.short());
    let since = days(portal.clock.today(), -3650);
    certificate::ActiveModel {
        id: Set(id),
        code: Set(kind.code.clone()),
        identifier: Set(identifier.unwrap_or_else(|| serial.clone())),
        serial: Set(serial),
        version: Set(1),
        number_cipher: Set(None),
        person_id: Set(Some(person)),
        entity_id: Set(None),
        issuer_name: Set("示范市公安局".to_owned()),
        issuer_code: Set(ISSUER.to_owned()),
        department_id: Set(None),
        issued_on: Set(since),
        valid_from: Set(since),
        valid_until: Set(None),
        status: Set("valid".to_owned()),
        status_at: Set(portal.clock.now()),
        status_reason: Set(None),
        superseded: Set(false),
        case_id: Set(None),
        data_cipher: Set(None),
        created_at: Set(portal.clock.now()),
    }
}
