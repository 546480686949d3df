//! What is known: identity, certificates, registries, earlier cases. Each is looked up only where a
//! question of the form can be answered by it, with one or two statements.

use crate::catalogue::certificate_types;
use crate::certificates;
use crate::crypto::Field;
use crate::known::{self, Source};
use crate::{Error, Holder, Result, Services, persons};
use chrono::NaiveDate;
use domain::calendar::CITY_OFFSET;
use domain::intake::{Answers, FormSpec};
use domain::prefill::{Known, Page, Registered, Said};
use entity::{case_file, legal_entity};
use sea_orm::{EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Earlier cases that are looked at, newest first.
const CASES: u64 = 5;

/// Everything that may answer a question of this form.
pub(super) async fn gather(
    services: &Services,
    form: &FormSpec,
    person: Option<Uuid>,
    entity: Option<Uuid>,
) -> Result<Known> {
    let holder = entity.map(Holder::Entity).or(person.map(Holder::Person));
    let Some(holder) = holder else { return Ok(Known::default()) };
    let (identity, recorded_on) = identity(services, person, entity).await?;
    Ok(Known {
        identity,
        recorded_on,
        certificates: pages(services, form, holder).await?,
        registered: registered(services, form, holder).await?,
        cases: if form.fields.iter().any(|field| field.reuse) {
            said(services, holder).await?
        } else {
            Vec::new()
        },
    })
}

/// The sources of one kind that the form names.
fn named<'a>(form: &'a FormSpec, kind: &'a str) -> impl Iterator<Item = &'a str> {
    let sources = form.fields.iter().filter_map(|field| field.source.as_deref());
    sources.flat_map(str::split_whitespace).filter_map(move |source| source.strip_prefix(kind))
}

/// What was recorded with the number: of the organisation, and of the person who is to be reached.
async fn identity(
    services: &Services,
    person: Option<Uuid>,
    entity: Option<Uuid>,
) -> Result<(Answers, NaiveDate)> {
    let mut known: Vec<(&str, Option<String>)> = Vec::new();
    let mut since = None;
    if let Some(id) = person {
        let row = persons::row(&services.db.read, id).await?;
        let open = |field: Field, sealed: Option<&str>| {
            sealed
                .map(|sealed| Ok::<_, Error>(services.keys.open(field.of(id), sealed)?.to_string()))
                .transpose()
        };
        known.push(("contact_phone", open(Field::PERSON_PHONE, row.phone_cipher.as_deref())?));
        known.push(("address", open(Field::PERSON_ADDRESS, row.address_cipher.as_deref())?));
        known.push(("residence_division", row.residence_division));
        known.push(("agent_name", Some(row.name)));
        since = Some(row.created_at);
    }
    if let Some(id) = entity {
        let row = legal_entity::Entity::find_by_id(id).one(&services.db.read).await?;
        let row = row.ok_or_else(Error::not_found)?;
        // Where the house of an organisation stands, not that of who acts for it.
        known.retain(|(key, _)| !matches!(*key, "address" | "residence_division"));
        known.push(("address", row.address.clone()));
        known.push(("business_address", row.address));
        known.push(("residence_division", row.division));
        known.push(("org_name", Some(row.name)));
        known.push(("org_credit_code", Some(row.code)));
        since = Some(row.created_at);
    }
    let since = since.map(|at| at.with_timezone(&CITY_OFFSET).date_naive());
    let known = known.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Ok((known.collect(), since.unwrap_or_default()))
}

/// Valid certificates of the types that the form names.
async fn pages(services: &Services, form: &FormSpec, holder: Holder) -> Result<Vec<Page>> {
    if named(form, "certificate:").next().is_none() {
        return Ok(Vec::new());
    }
    let today = services.clock.today();
    let held = certificates::held(&services.db.read, &services.keys, holder).await?;
    let fit = |one: &certificates::Certificate| {
        one.standing.fit(today).is_ok() && named(form, "certificate:").any(|code| code == one.code)
    };
    let held: Vec<_> = held.into_iter().filter(fit).collect();
    if held.is_empty() {
        return Ok(Vec::new());
    }
    let types = certificate_types(&services.db).await?;
    let page = |one: certificates::Certificate| {
        let kind = types.iter().find(|kind| kind.code == one.code)?;
        Some(Page {
            name: kind.name.clone(),
            name_en: kind.name_en.clone(),
            code: one.code,
            issuer: one.issuer,
            as_of: one.issued_on,
            data: one.data,
        })
    };
    Ok(held.into_iter().filter_map(page).collect())
}

/// What registries say; nothing that the portal or a certificate says, which is asked above.
async fn registered(
    services: &Services,
    form: &FormSpec,
    holder: Holder,
) -> Result<BTreeMap<String, Registered>> {
    if named(form, "registry:").next().is_none() {
        return Ok(BTreeMap::new());
    }
    let known = known::of(&services.db.read, services, holder, services.clock.today()).await?;
    let said = known.iter().filter_map(|(field, fact)| match &fact.source {
        Source::Registry(registry) => {
            let (value, registry, as_of) = (fact.value.clone(), registry.clone(), fact.as_of);
            Some((field.to_owned(), Registered { value, registry, as_of }))
        }
        Source::Identity | Source::Certificate(_) | Source::Case(_) | Source::Said | Source::Parameter => {
            None
        }
    });
    Ok(said.collect())
}

/// What was answered in the newest cases of the same person or organisation.
async fn said(services: &Services, holder: Holder) -> Result<Vec<Said>> {
    let query = match holder {
        Holder::Entity(id) => case_file::Entity::find().filter(case_file::COLUMN.entity_id.eq(id)),
        Holder::Person(id) => case_file::Entity::find()
            .filter(case_file::COLUMN.person_id.eq(id))
            .filter(case_file::COLUMN.entity_id.is_null()),
    };
    let rows =
        query.order_by_desc(case_file::Column::SubmittedAt).limit(CASES).all(&services.db.read).await?;
    let said = |row: case_file::Model| {
        let form = services.keys.open(Field::CASE_FORM.of(row.id), &row.form_cipher)?;
        Ok(Said {
            number: row.case_no,
            on: row.submitted_at.with_timezone(&CITY_OFFSET).date_naive(),
            answers: serde_json::from_str(&form)?,
        })
    };
    rows.into_iter().map(said).collect()
}
