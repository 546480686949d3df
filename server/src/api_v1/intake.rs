//! `POST /api/v1/cases`: takes in a case, a citizen's own or, at the counter, anybody's.

mod applicant;
mod materials;

use super::body::Body;
use super::caller::Caller;
use super::cases::RouteBody;
use super::moment::moment;
use super::page::refuse;
use super::problem::{ApiError, Problem};
use crate::state::AppState;
use app::lang::Lang;
use applicant::Person;
use axum::Json;
use axum::extract::State;
use backend::catalogue::{IntakeItem, ItemState};
use backend::intake::{self, Application, Counter, Receipt};
use backend::{Error, Kind, Services, codes};
use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::case::Status;
use domain::field_error::{FieldCode, FieldError};
use domain::intake::{Answers, FieldSpec, FormSpec, check};
use domain::item::Channel;
use domain::permission::Role;
use http::{HeaderMap, StatusCode};
use materials::Given;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// An application.
#[derive(Default, Deserialize, ToSchema)]
pub(super) struct NewCase {
    /// `RS-001`, or a code of 12, 31 or 33 characters.
    #[serde(default)]
    item_code: String,
    /// 情形, by its two digits, where the code does not name one.
    #[serde(default)]
    situation: Option<String>,
    /// Whom it is for. A citizen applies for themselves and may leave it out.
    #[serde(default)]
    applicant: Option<Person>,
    /// Who acts for them, at the counter.
    #[serde(default)]
    agent: Option<Person>,
    /// Where they live, if the form does not say so.
    #[serde(default)]
    residence_division: Option<String>,
    /// Answers by key of the question.
    #[schema(value_type = Object)]
    #[serde(default)]
    form: BTreeMap<String, Value>,
    /// What was brought; what is not named is fetched where it can be, else missing.
    #[schema(value_type = Vec<Object>)]
    #[serde(default)]
    materials: Vec<Given>,
    /// window, online, mobile, kiosk, phone or post.
    #[serde(default)]
    channel: Option<String>,
    /// Where an item can be decided by rule (秒批): a person is to decide instead.
    #[serde(default)]
    person_wanted: bool,
    /// 单独同意: the applicant agrees that what is sensitive (a disability certificate, medical data) is
    /// fetched for this case. Without it such a case is refused with `missing` at `consent`, unless the
    /// materials are given in another manner. At a counter the clerk has asked.
    #[serde(default)]
    consent: bool,
}

/// The receipt.
#[derive(Serialize, ToSchema)]
pub(super) struct ReceiptBody {
    case_no: String,
    /// With the number it lets anyone track the case.
    query_code: String,
    #[schema(value_type = String)]
    status: Status,
    received_at: DateTime<FixedOffset>,
    /// The day that counts as day of receipt.
    receipt_day: NaiveDate,
    promised_due: Option<NaiveDate>,
    statutory_due: Option<NaiveDate>,
    route: RouteBody,
}

/// Takes in a case. The same key with the same body gives the first receipt again.
#[utoipa::path(
    post, path = "/cases", tag = "cases", request_body = NewCase, security(("bearer" = [])),
    params(("Idempotency-Key" = String, Header, description = "Any text that is new for each application, up to 200 characters")),
    responses(
        (status = 201, description = "Taken in", body = ReceiptBody),
        (status = 400, description = "No Idempotency-Key, or no JSON", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Not for this role, or not for this person", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such item", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "The key was used for another application", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Fields are wrong", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn submit(
    State(app): State<AppState>,
    caller: Caller,
    headers: HeaderMap,
    Body(new): Body<NewCase>,
) -> Result<(StatusCode, Json<ReceiptBody>), ApiError> {
    let key = idempotency_key(&headers)?.ok_or(ApiError::KeyMissing)?;
    let services = &app.services;
    let role = caller.session.account.role;
    match role {
        Role::Citizen | Role::Clerk => {}
        Role::Reviewer | Role::Supervisor | Role::Admin | Role::Auditor => return Err(ApiError::denied()),
    }
    let named = codes::item(services, &new.item_code).await?;
    let situation = new.situation.clone().or(named.situation);
    let item = services.catalogue.offer(&named.item_id, situation.as_deref()).await?;
    let (application, read) = application(services, &caller, &new, &item, situation).await?;
    let submitted = intake::submit(services, &caller.actor(), application, key).await;
    let receipt = submitted.map_err(|error| placed(&read, error))?;
    Ok((StatusCode::CREATED, Json(ReceiptBody::new(caller.lang, receipt))))
}

/// The key under which a request that creates may be sent again, if there is one.
pub(super) fn idempotency_key(headers: &HeaderMap) -> Result<Option<&str>, ApiError> {
    let key = headers.get("idempotency-key").and_then(|value| value.to_str().ok()).map(str::trim);
    match key.filter(|key| !key.is_empty()) {
        Some(key) if key.len() > 200 => {
            Err(ApiError::invalid("Idempotency-Key", FieldCode::TooLong { max: 200 }))
        }
        key => Ok(key),
    }
}

/// Everything is checked before anybody is recorded: what is refused leaves nothing behind.
async fn application(
    services: &Services,
    caller: &Caller,
    new: &NewCase,
    item: &IntakeItem,
    situation: Option<String>,
) -> Result<(Application, materials::Read), ApiError> {
    let mut errors = Vec::new();
    let answers = answers(new, item, services, &mut errors);
    let channel = channel(new, caller, &mut errors);
    let read = materials::read(&new.materials, item, caller.session.account.role, &mut errors);
    let today = services.clock.today();
    let applicant = applicant::checked("applicant", new.applicant.as_ref(), caller, today, &mut errors);
    let agent = applicant::agent(new.agent.as_ref(), caller, today, &mut errors);
    if item.state != ItemState::Active {
        return Err(ApiError::not_found());
    }
    refuse(errors)?;
    let person_id = applicant::recorded(services, caller, "applicant", applicant).await?;
    let agent_person_id = match agent {
        Some(agent) => Some(applicant::recorded(services, caller, "agent", Some(agent)).await?),
        None => None,
    };
    let account = &caller.session.account;
    let at_counter = channel == Channel::Window && account.role == Role::Clerk;
    let counter = at_counter.then_some(Counter { hall_id: account.hall_id, window_id: account.window_id });
    let item_id = item.id.clone();
    let application = Application {
        item_id,
        situation,
        person_id,
        agent_person_id,
        entity_id: None,
        answers,
        materials: read.answers.clone(),
        channel,
        counter,
        consented: new.consent,
        person_wanted: new.person_wanted,
    };
    Ok((application, read))
}

/// What is wrong with a material is told at its place in the request.
fn placed(read: &materials::Read, error: Error) -> ApiError {
    match error.kind() {
        Kind::Invalid(errors) => Error::invalid(errors.iter().map(|one| read.placed(one)).collect()).into(),
        _ => error.into(),
    }
}

fn channel(new: &NewCase, caller: &Caller, errors: &mut Vec<FieldError>) -> Channel {
    let clerk = caller.session.account.role == Role::Clerk;
    let usual = if clerk { Channel::Window } else { Channel::Online };
    let Some(name) = new.channel.as_deref().filter(|name| !name.is_empty()) else { return usual };
    let allowed =
        |channel: &Channel| clerk || matches!(channel, Channel::Online | Channel::Mobile | Channel::Kiosk);
    Channel::parse(name).filter(allowed).unwrap_or_else(|| {
        errors.push(FieldError::new("channel", FieldCode::Choice));
        usual
    })
}

/// The answers as text, with what stands beside the form put into it; wrong ones are told.
fn answers(new: &NewCase, item: &IntakeItem, services: &Services, errors: &mut Vec<FieldError>) -> Answers {
    let mut answers = Answers::new();
    for (key, value) in &new.form {
        match text(value) {
            Some(text) => drop(answers.insert(key.clone(), text)),
            None => errors.push(FieldError::new(key, FieldCode::Choice)),
        }
    }
    let mut fill = |key: &str, value: Option<&str>| {
        if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
            answers.entry(key.to_owned()).or_insert_with(|| value.trim().to_owned());
        }
    };
    fill("residence_division", new.residence_division.as_deref());
    fill("contact_phone", new.applicant.as_ref().map(|person| person.phone.as_str()));
    answers.retain(|_, value| !value.trim().is_empty());
    let optional = item.form.fields.iter().map(|field| FieldSpec { required: false, ..field.clone() });
    let form = FormSpec { fields: optional.collect() };
    errors.extend(check(&form, &answers, services.clock.today()).err().into_iter().flatten());
    answers
}

/// JSON as somebody would have typed it; lists and objects are no answers.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::Bool(yes) => Some(if *yes { "yes" } else { "no" }.to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.clone()),
        Value::Array(_) | Value::Object(_) => None,
    }
}

impl ReceiptBody {
    fn new(lang: Lang, receipt: Receipt) -> Self {
        Self {
            case_no: receipt.case_no,
            query_code: receipt.query_code,
            status: receipt.status,
            received_at: moment(receipt.received_at),
            receipt_day: receipt.receipt_day,
            promised_due: receipt.promised_due,
            statutory_due: receipt.statutory_due,
            route: RouteBody::new(lang, receipt.route),
        }
    }
}
