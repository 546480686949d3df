//! Records a person on the spot.

use super::answer::answer;
use super::client;
use super::places::groups;
use crate::state::AppState;
use crate::web::context::Context;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::desk::{NewPersonPage, new_person};
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::persons::{self, Contact, NewPerson};
use backend::{Error, Kind, demo};
use domain::field_error::FieldError;
use domain::intake::{FieldKind, FieldSpec, check_field};
use domain::permission::Role;
use domain::resident_id::{ResidentId, Sex};
use serde::Deserialize;

/// The form as typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    id_number: String,
    name: String,
    phone: String,
    household: String,
    residence: String,
    address: String,
}

/// The form with nothing but the number.
pub(super) async fn blank(
    context: &Context,
    state: &AppState,
    number: &ResidentId,
) -> Result<Response, PageError> {
    let typed = Typed { id_number: number.reveal().to_owned(), ..Typed::default() };
    show(context, state, StatusCode::OK, typed, Vec::new()).await
}

pub(super) async fn record(
    context: Context,
    State(state): State<AppState>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let clerk = context.require(Role::Clerk)?;
    let person = match read(&state, &typed) {
        Ok(person) => person,
        Err(errors) => return show(&context, &state, StatusCode::UNPROCESSABLE_ENTITY, typed, errors).await,
    };
    let services = &state.services;
    let number = person.number.clone();
    let tx = services.db.begin().await?;
    let id = match persons::record(&tx, services, person, Some(clerk.account.id)).await {
        Ok(id) => {
            tx.commit().await.map_err(Error::from)?;
            if state.config.demo {
                demo::newcomer(services, id).await?;
            }
            id
        }
        // Somebody recorded the same person a moment ago: then they are known as soon as that is
        // committed.
        Err(error) if matches!(error.kind(), Kind::Conflict) => {
            tx.commit().await.map_err(Error::from)?;
            let known = persons::find_by_number(services, &number).await?;
            known.map(|person| person.id).ok_or(error)?
        }
        Err(error) => return Err(error.into()),
    };
    let awaited = client::entity(&context).is_some() && client::current(&context).is_none();
    client::person(&context, &state, id).await?;
    Ok(context.redirect(if awaited { "/desk/entity" } else { "/desk/person" }))
}

fn read(state: &AppState, typed: &Typed) -> Result<NewPerson, Vec<FieldError>> {
    let today = state.services.clock.today();
    let mut errors = Vec::new();
    let number =
        ResidentId::parse(&typed.id_number, today).map_err(|error| FieldError::new("id_number", error));
    let number = number.map_err(|error| errors.push(error)).ok();
    let mut answer = |key: &str, kind: FieldKind, required: bool, value: &str| {
        let spec = FieldSpec { kind, max: Some(120), ..field(key, required) };
        check_field(&spec, value, today).map_err(|code| errors.push(FieldError::new(key, code))).ok()
    };
    let name = answer("name", FieldKind::Text, true, &typed.name);
    let phone = answer("phone", FieldKind::Phone, true, &typed.phone);
    let household = answer("household", FieldKind::Division, false, &typed.household);
    let residence = answer("residence", FieldKind::Division, true, &typed.residence);
    let address = answer("address", FieldKind::Text, false, &typed.address);
    let some = |value: Option<String>| value.filter(|value| !value.is_empty());
    let contact = Contact {
        phone: some(phone),
        hukou_division: some(household),
        residence_division: some(residence),
        address: some(address),
    };
    match (number, name) {
        (Some(number), Some(name)) if errors.is_empty() => Ok(NewPerson { number, name, contact }),
        _ => Err(errors),
    }
}

fn field(key: &str, required: bool) -> FieldSpec {
    FieldSpec { required, ..FieldSpec::new(key, FieldKind::Text) }
}

async fn show(
    context: &Context,
    state: &AppState,
    status: StatusCode,
    typed: Typed,
    errors: Vec<FieldError>,
) -> Result<Response, PageError> {
    let lang = context.lang;
    let number = ResidentId::parse(&typed.id_number, state.services.clock.today()).ok();
    let page = NewPersonPage {
        lang,
        derived: number.as_ref().map(|number| derived(lang, number)).unwrap_or_default(),
        id_number: typed.id_number,
        name: typed.name,
        phone: typed.phone,
        household: typed.household,
        residence: typed.residence,
        address: typed.address,
        places: groups(&state.services, lang),
        errors,
    };
    let title = lang.t("记下办事人", "Record a person");
    answer(context, status, title, move || new_person(page)).await
}

fn derived(lang: Lang, number: &ResidentId) -> String {
    let sex = match number.sex() {
        Sex::Male => lang.t("男", "male"),
        Sex::Female => lang.t("女", "female"),
    };
    format!("{} · {sex}", lang.date(number.birth_date()))
}
