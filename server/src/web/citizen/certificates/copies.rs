//! 加注件 of one's own certificate: asked for, and shown to be printed.

use super::one::{fields, holder};
use crate::state::AppState;
use crate::web::address::At;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use crate::web::receipt;
use app::pages::citizen::certificates::copy::{CopyForm, CopyPage, copy as view, form as form_view};
use app::shell::Area;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use backend::certificates::copies::{self, NewCopy};
use backend::certificates::{Certificate, kind, wallet};
use backend::{Kind, Services};
use chrono::Days;
use domain::field_error::FieldError;
use domain::permission::Role;
use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use uuid::Uuid;

/// Days that the form offers at first.
const USUAL: Days = Days::new(30);

/// As typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    purpose: String,
    expires_on: String,
}

pub(super) async fn form(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
) -> Result<Response, PageError> {
    let services = &state.services;
    let actor = context.require(Role::Citizen)?.actor();
    let certificate = wallet::one(services, &actor, id).await?;
    if certificate.standing.fit(services.clock.today()).is_err() {
        // The certificate's own page says why.
        return Ok(context.redirect(&format!("/my/certificates/{id}")));
    }
    let today = services.clock.today();
    let usual = today.checked_add_days(USUAL).unwrap_or(today);
    let expires_on = usual.min(copies::last_day(&certificate, today)).to_string();
    let asked = Asked { purpose: String::new(), expires_on };
    show(&context, services, StatusCode::OK, &certificate, asked, Vec::new()).await
}

async fn show(
    context: &Context,
    services: &Services,
    status: StatusCode,
    certificate: &Certificate,
    asked: Asked,
    errors: Vec<FieldError>,
) -> Result<Response, PageError> {
    let lang = context.lang;
    let kind = kind(&services.db.read, &certificate.code).await?;
    let page = CopyForm {
        lang,
        id: certificate.id.to_string(),
        name: lang.pick(&kind.name, &kind.name_en).to_owned(),
        purpose: asked.purpose,
        expires_on: asked.expires_on,
        last: copies::last_day(certificate, services.clock.today()),
        errors,
    };
    let frame = context.frame(Area::Citizen, lang.t("做一份加注件", "Make a marked copy"), Width::Page);
    Ok(Context::html(status, frame, move || form_view(page)))
}

pub(super) async fn make(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
    Form(asked): Form<Asked>,
) -> Result<Response, PageError> {
    let services = &state.services;
    let actor = context.require(Role::Citizen)?.actor();
    let new = NewCopy { purpose: asked.purpose.clone(), expires_on: asked.expires_on.clone() };
    match copies::make(services, &actor, id, &new).await {
        Ok(copy) => Ok(context.redirect(&format!("/my/certificates/{id}/copies/{}", copy.id))),
        Err(error) => {
            let Kind::Invalid(errors) = error.kind() else { return Err(error.into()) };
            let certificate = wallet::one(services, &actor, id).await?;
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            show(&context, services, status, &certificate, asked, errors.clone()).await
        }
    }
}

pub(super) async fn page(
    context: Context,
    State(state): State<AppState>,
    At((id, copy)): At<(Uuid, Uuid)>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let (lang, services) = (context.lang, &state.services);
    let actor = context.require(Role::Citizen)?.actor();
    let certificate = wallet::one(services, &actor, id).await?;
    let copy = copies::one(services, &actor, id, copy).await?;
    let kind = kind(&services.db.read, &certificate.code).await?;
    let code = copy.code.as_str().to_owned();
    let address = format!("{}/verify/copies?code={code}", receipt::origin(&state, &headers));
    let (qr_path, qr_size) = receipt::qr(&address).unwrap_or_default();
    let today = services.clock.today();
    let mut facts = vec![(lang.t("持证人", "Holder").to_owned(), holder(services, &actor).await?)];
    // The copy stands in for a photocopy: it is handed over by its holder, and so says all.
    facts.extend(certificate.number.clone().map(|number| (lang.t("证照编号", "Number").to_owned(), number)));
    facts.extend(fields(lang, &kind, &certificate, true));
    let page = CopyPage {
        lang,
        id: id.to_string(),
        name: lang.pick(&kind.name, &kind.name_en).to_owned(),
        facts,
        issuer: certificate.issuer.clone(),
        term: (certificate.standing.valid_from, certificate.standing.valid_until),
        purpose: copy.purpose,
        expires_on: copy.expires_on,
        void: copy.expires_on < today || certificate.standing.fit(today).is_err(),
        code,
        qr_path,
        qr_size,
    };
    let title = lang.t("加注件", "Marked copy");
    Ok(context.page(Area::Citizen, title, Width::Page, move || view(page)))
}
