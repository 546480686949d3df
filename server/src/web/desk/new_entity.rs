//! Records an organisation on the spot.

use super::answer::answer;
use super::client;
use super::places::groups;
use crate::state::AppState;
use crate::web::context::Context;
use crate::web::error::PageError;
use app::pages::desk::{NewEntityPage, new_entity};
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::legal_entities::{self, EntityStatus, NewEntity};
use backend::{Error, Kind, deaths, persons};
use domain::credit_code::{CreditCode, Registry};
use domain::division::DivisionCode;
use domain::field_error::{FieldCode, FieldError};
use domain::item::Subject;
use domain::permission::Role;
use domain::resident_id::ResidentId;
use serde::Deserialize;
use uuid::Uuid;

/// The form as typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    credit_code: String,
    name: String,
    kind: String,
    legal_person: String,
    division: String,
    address: String,
}

/// The form with nothing but the code, and what it says itself.
pub(super) async fn blank(
    context: &Context,
    state: &AppState,
    code: &CreditCode,
) -> Result<Response, PageError> {
    let kind = code.registry().map_or(Subject::Other, kind_of);
    let typed = Typed { credit_code: code.to_string(), kind: kind.as_str().to_owned(), ..Typed::default() };
    show(context, state, StatusCode::OK, typed, Vec::new()).await
}

pub(super) async fn record(
    context: Context,
    State(state): State<AppState>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let clerk = context.require(Role::Clerk)?;
    let new = match read(&state, &typed).await? {
        Ok(new) => new,
        Err(errors) => return show(&context, &state, StatusCode::UNPROCESSABLE_ENTITY, typed, errors).await,
    };
    let (services, code) = (&state.services, new.code);
    let tx = services.db.begin().await?;
    let id = match legal_entities::record(&tx, services, &clerk.actor(), new).await {
        Ok(id) => {
            tx.commit().await.map_err(Error::from)?;
            id
        }
        // Somebody recorded the same one a moment ago: then it is known as soon as that is
        // committed.
        Err(error) if matches!(error.kind(), Kind::Conflict) => {
            tx.commit().await.map_err(Error::from)?;
            legal_entities::find(services, &code).await?.map(|entity| entity.id).ok_or(error)?
        }
        Err(error) => return Err(error.into()),
    };
    client::body(&context, &state, id).await?;
    Ok(context.redirect("/desk/entity"))
}

async fn read(state: &AppState, typed: &Typed) -> Result<Result<NewEntity, Vec<FieldError>>, PageError> {
    let mut errors = Vec::new();
    let code = CreditCode::parse(&typed.credit_code);
    let code = code.map_err(|error| errors.push(FieldError::new("credit_code", error))).ok();
    if typed.name.trim().is_empty() {
        errors.push(FieldError::new("name", FieldCode::Missing));
    }
    let kind = Subject::parse(&typed.kind).filter(|kind| *kind != Subject::Person);
    if kind.is_none() {
        errors.push(FieldError::new("kind", FieldCode::Choice));
    }
    let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let division = some(&typed.division);
    if division.as_deref().is_some_and(|code| DivisionCode::parse(code).is_err()) {
        errors.push(FieldError::new("division", FieldCode::Choice));
    }
    let legal_person_id = match legal_person(state, &typed.legal_person).await? {
        Ok(person) => person,
        Err(error) => {
            errors.push(error);
            None
        }
    };
    Ok(match (code, kind) {
        (Some(code), Some(kind)) if errors.is_empty() => Ok(NewEntity {
            code,
            name: typed.name.trim().to_owned(),
            kind,
            status: EntityStatus::Active,
            established_on: None,
            division,
            address: some(&typed.address),
            legal_person_id,
            administrator_id: None,
        }),
        _ => Err(errors),
    })
}

/// Somebody on record and alive; nobody where nothing was typed.
async fn legal_person(state: &AppState, typed: &str) -> Result<Result<Option<Uuid>, FieldError>, PageError> {
    if typed.trim().is_empty() {
        return Ok(Ok(None));
    }
    let wrong = |code: FieldCode| Ok(Err(FieldError::new("legal_person", code)));
    let number = match ResidentId::parse(typed, state.services.clock.today()) {
        Ok(number) => number,
        Err(error) => return wrong(error.into()),
    };
    match persons::find_by_number(&state.services, &number).await? {
        None => wrong(FieldCode::Unknown),
        Some(person) => match deaths::died_on(&state.services, person.id).await? {
            Some(on) => wrong(FieldCode::Died { on }),
            None => Ok(Ok(Some(person.id))),
        },
    }
}

/// What most bodies of a registry are.
fn kind_of(registry: Registry) -> Subject {
    match registry {
        Registry::StateOrgan => Subject::Authority,
        Registry::PublicInstitution => Subject::Institution,
        Registry::MassOrganisation
        | Registry::SocialAssociation
        | Registry::PrivateNonEnterprise
        | Registry::Foundation
        | Registry::TradeUnion => Subject::Association,
        Registry::Enterprise => Subject::Company,
        Registry::SelfEmployed
        | Registry::Cooperative
        | Registry::ForeignAffairs
        | Registry::Justice
        | Registry::Culture
        | Registry::Tourism
        | Registry::Religion
        | Registry::ArmedForces
        | Registry::RuralCollective
        | Registry::Other => Subject::Other,
    }
}

async fn show(
    context: &Context,
    state: &AppState,
    status: StatusCode,
    typed: Typed,
    errors: Vec<FieldError>,
) -> Result<Response, PageError> {
    let lang = context.lang;
    let registry = CreditCode::parse(&typed.credit_code).ok().and_then(|code| code.registry());
    let page = NewEntityPage {
        lang,
        derived: registry.map(|one| lang.t(one.name(), one.name_en()).to_owned()).unwrap_or_default(),
        code: typed.credit_code,
        name: typed.name,
        kind: typed.kind,
        legal_person: typed.legal_person,
        division: typed.division,
        address: typed.address,
        places: groups(&state.services, lang),
        errors,
    };
    let title = lang.t("记下单位", "Record an organisation");
    answer(context, status, title, move || new_entity(page)).await
}
