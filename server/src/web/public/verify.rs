//! 证照查验, without signing in: by identifier, by the code of a copy, by a code that is shown.

mod copies;
mod presented;

use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::public::verify::{State as Standing, Told, VerifyPage, verify as view};
use app::shell::Area;
use axum::Form;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use backend::certificates::Verified;
use backend::certificates::present::{Disclosure, inspect};
use backend::{Error, Kind};
use chrono::NaiveDate;
use domain::field_error::{FieldCode, FieldError};
use http::{HeaderValue, StatusCode, header};
use serde::Deserialize;

/// The addresses of verification.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/verify", get(form).post(answer))
        .route("/verify/copies", get(copies::form).post(copies::answer))
        .route("/present/{token}", get(presented::page))
}

/// As typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    identifier: String,
}

async fn form(context: Context) -> Response {
    let page = empty(context.lang, String::new());
    show(&context, StatusCode::OK, page)
}

async fn answer(
    context: Context,
    State(state): State<AppState>,
    Form(asked): Form<Asked>,
) -> Result<Response, PageError> {
    let mut page = empty(context.lang, asked.identifier);
    if page.identifier.trim().is_empty() {
        page.errors = vec![FieldError::new("identifier", FieldCode::Missing)];
        return Ok(show(&context, StatusCode::UNPROCESSABLE_ENTITY, page));
    }
    let found = inspect(&state.services, context.actor().as_ref(), &page.identifier).await;
    let status = match found {
        Ok(found) => {
            page.answer = Some(told(page.lang, found, state.services.clock.today()));
            StatusCode::OK
        }
        Err(error) => refused(error, &mut page.errors, &mut page.unknown)?,
    };
    Ok(show(&context, status, page))
}

/// What is wrong with it, or that there is none.
fn refused(error: Error, errors: &mut Vec<FieldError>, unknown: &mut bool) -> Result<StatusCode, PageError> {
    match error.kind() {
        Kind::Invalid(wrong) => errors.clone_from(wrong),
        Kind::NotFound => {
            *unknown = true;
            return Ok(StatusCode::NOT_FOUND);
        }
        _ => return Err(error.into()),
    }
    Ok(StatusCode::UNPROCESSABLE_ENTITY)
}

fn empty(lang: Lang, identifier: String) -> VerifyPage {
    VerifyPage { lang, identifier, errors: Vec::new(), unknown: false, answer: None }
}

fn show(context: &Context, status: StatusCode, page: VerifyPage) -> Response {
    let title = page.lang.t("证照查验", "Verify a certificate");
    Context::html(status, context.frame(Area::Public, title, Width::Page), move || view(page))
}

fn told(lang: Lang, found: Verified, today: NaiveDate) -> Told {
    let state = match found.fit {
        Ok(()) => found.valid_until.map_or(Standing::Good, |last| ending(last, today)),
        Err(why) => Standing::Unfit(why),
    };
    Told {
        name: lang.pick(&found.name, &found.name_en).to_owned(),
        issuer: found.issuer,
        issued_on: found.issued_on,
        term: (found.valid_from, found.valid_until),
        holder: found.holder_masked,
        number: None,
        state,
    }
}

fn ending(last: NaiveDate, today: NaiveDate) -> Standing {
    Standing::Ending((last - today).num_days())
}

fn disclosed(lang: Lang, shown: Disclosure, today: NaiveDate) -> Told {
    Told {
        name: lang.pick(&shown.name, &shown.name_en).to_owned(),
        issuer: shown.issuer,
        issued_on: shown.issued_on,
        term: (shown.standing.valid_from, shown.standing.valid_until),
        holder: shown.holder,
        number: shown.number,
        state: Standing::of(&shown.standing, today),
    }
}

/// An address that holds a secret is told to nobody.
fn unreferred(mut response: Response) -> Response {
    response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}
