//! One transaction: claim the key, write the case, settle the key; acknowledge after the commit.

use super::matter::Matter;
use super::opening::{self, Opened, Opening};
use super::preview;
use super::receipt::{self, Kept, Receipt};
use super::route::{self, RESIDENCE, Routed};
use super::rules;
use super::{Application, Counter, application_of, receipt_day};
use crate::cases::record::Moment;
use crate::catalogue::ItemState;
use crate::crypto::Field;
use crate::idempotency::{self as key, Claim};
use crate::{Error, Kind, Result, Services, drafts, prefill};
use domain::case::{Action, Case, Context, Filed, Submission, decide};
use domain::field_error::{FieldCode, FieldError};
use domain::intake::{self, Answers, FormSpec};
use domain::permission::Actor;
use entity::idempotency;
use sea_orm::{ConnectionTrait, EntityTrait as _};
use std::sync::Arc;
use uuid::Uuid;

/// Takes an application in. Wrong answers are refused; missing ones and missing materials are not,
/// for an incomplete application must be received and its gaps told once (行政许可法 art. 32 (4)).
/// Pages ask for everything before they come here.
///
/// # Errors
/// [`Kind::Invalid`] with every wrong field, [`Kind::Conflict`] where `key` was used for something
/// else, [`Kind::NotFound`] for an unknown item or person.
pub async fn submit(
    services: &Services,
    actor: &Actor,
    application: Application,
    key: &str,
) -> Result<Receipt> {
    let matter = Matter::of(services, actor, &application).await?;
    submit_with(services, actor, &matter, key, None).await
}

/// Submits a draft, complete or not at all, and removes it in the same transaction. `consented`: the
/// applicant has said yes to the use of what is sensitive.
///
/// # Errors
/// As [`submit`]; also [`Kind::Invalid`] for what is not answered yet.
pub async fn submit_draft(
    services: &Services,
    actor: &Actor,
    draft_id: Uuid,
    counter: Option<Counter>,
    consented: bool,
) -> Result<Receipt> {
    let draft = match drafts::get(services, actor, draft_id).await {
        Ok(draft) => draft,
        Err(error) if matches!(error.kind(), Kind::NotFound) => {
            return repeated(services, actor, draft_id, error).await;
        }
        Err(error) => return Err(error),
    };
    let application = Application { consented, ..application_of(&draft, counter)? };
    let matter = Matter::of(services, actor, &application).await?;
    prefill::verify(services, &matter.item.form, &draft).await?;
    let preview = preview::ahead(services, &matter).await?;
    let mut errors = preview.errors;
    if counter.is_none() && !preview.missing_materials.is_empty() {
        errors.push(FieldError::new("materials", FieldCode::Missing));
    }
    if !errors.is_empty() {
        return Err(Error::invalid(errors));
    }
    submit_with(services, actor, &matter, &draft_id.to_string(), Some(draft_id)).await
}

/// A draft that is gone because it was submitted: the second click gets the first receipt.
async fn repeated(services: &Services, actor: &Actor, draft_id: Uuid, error: Error) -> Result<Receipt> {
    let account = actor.account.ok_or_else(Error::denied)?;
    let used =
        idempotency::Entity::find_by_id((draft_id.to_string(), account)).one(&services.db.read).await?;
    match used.and_then(|row| Some((row.case_id?, row.response))) {
        Some((case_id, kept)) => receipt::again(services, case_id, kept).await,
        None => Err(error),
    }
}

pub(super) async fn submit_with(
    services: &Services,
    actor: &Actor,
    matter: &Matter<'_>,
    key: &str,
    draft: Option<Uuid>,
) -> Result<Receipt> {
    let account = actor.account.ok_or_else(Error::denied)?;
    if matter.unconsented() {
        return Err(Error::invalid(vec![FieldError::new("consent", FieldCode::Missing)]));
    }
    if !matter.wrong.is_empty() {
        return Err(Error::invalid(matter.wrong.clone()));
    }
    let answers = given(services, matter)?;
    let route = competent(services, matter).await?;
    let fingerprint = fingerprint(services, matter.application);

    let tx = services.db.begin().await?;
    let at = services.clock.now();
    if let Claim::Used { case_id, kept } = key::claim(&tx, key, account, &fingerprint, at).await? {
        let case_id = case_id.ok_or_else(Error::conflict)?;
        // Nothing was written; what follows reads on a connection of its own.
        drop(tx);
        return receipt::again(services, case_id, kept).await;
    }
    let calendar = services.reference.calendar();
    let (today, watch) = (services.clock.today(), services.watch.rules());
    let moment = Moment { actor, at, today, calendar: &calendar, watch: &watch };
    let file = rules::filed(&tx, matter).await?;
    let mut opened = write(&tx, services, matter, &answers, &file, &route, moment).await?;
    opened.case = rules::settle(&tx, services, matter, &answers, &file, &opened, moment).await?;
    let receipt = receipt_of(opened.case_no.to_string(), &opened, route, at);
    key::settle(&tx, key, account, Some(opened.id), kept(&receipt)?).await?;
    if let Some(draft) = draft {
        drafts::remove(&tx, draft).await?;
    }
    tx.commit().await?;
    Ok(receipt)
}

/// A keyed hash of all that was brought: personal data leaves no plain trace here.
fn fingerprint(services: &Services, application: &Application) -> String {
    services.keys.mac(Field::CASE_FORM.as_str(), format!("{application:?}").as_bytes())
}

async fn write<C: ConnectionTrait>(
    tx: &C,
    services: &Services,
    matter: &Matter<'_>,
    answers: &Answers,
    file: &Filed,
    route: &Routed,
    moment: Moment<'_>,
) -> Result<Opened> {
    let Matter { application, item, .. } = matter;
    let at_counter = application.counter.is_some();
    let receipt_day = receipt_day(services, at_counter);
    let (actor, today, calendar) = (moment.actor, moment.today, moment.calendar);
    let context = Context { actor, today, receipt_day, calendar, file };
    let draft = Case::draft(
        application.person_id,
        application.agent_person_id,
        route.department_id,
        item.kind,
        item.limits,
        Arc::clone(&item.process),
    );
    let submission = Submission {
        channel: application.channel,
        receipt_day,
        at_counter,
        person_wanted: application.person_wanted,
        committed: rules::committed(matter),
    };
    let events = decide(&draft, Action::Submit(submission), &context)?;
    opening::open(tx, services, Opening { matter, answers, route, draft, events, moment }).await
}

/// The answers in their normal form. Only what was answered is checked here.
fn given(services: &Services, matter: &Matter<'_>) -> Result<Answers> {
    let Matter { application, item, .. } = matter;
    if item.state != ItemState::Active {
        return Err(Error::not_found());
    }
    let fields = item.form.fields.iter().cloned();
    let optional = fields.map(|field| intake::FieldSpec { required: false, ..field }).collect();
    intake::check(&FormSpec { fields: optional }, &application.answers, services.clock.today())
        .map_err(Error::invalid)
}

async fn competent(services: &Services, matter: &Matter<'_>) -> Result<Routed> {
    let route = route::route(services, matter).await?;
    route.ok_or_else(|| Error::invalid(vec![FieldError::new(RESIDENCE, FieldCode::Missing)]))
}

fn receipt_of(
    case_no: String,
    opened: &Opened,
    route: Routed,
    received_at: chrono::DateTime<chrono::Utc>,
) -> Receipt {
    Receipt {
        case_no,
        query_code: opened.query_code.clone(),
        status: opened.case.status,
        received_at,
        receipt_day: opened.case.receipt_day.unwrap_or_else(|| received_at.date_naive()),
        promised_due: opened.case.promised_due,
        statutory_due: opened.case.statutory_due,
        route,
    }
}

fn kept(receipt: &Receipt) -> Result<serde_json::Value> {
    let Receipt { status, received_at, receipt_day, promised_due, statutory_due, .. } = receipt;
    Ok(serde_json::to_value(Kept {
        status: *status,
        received_at: *received_at,
        receipt_day: *receipt_day,
        promised_due: *promised_due,
        statutory_due: *statutory_due,
    })?)
}
