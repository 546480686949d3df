//! From errors to pages. A handler returns [`PageError`]; [`render`] turns it into a page in the
//! person's language, with the right status, and logs what nobody needs to see.

pub mod kept;
mod refusal;

pub use refusal::{refusal_sentence, refusal_status};

use super::context::{Context, Width};
use crate::middleware::incident;
use crate::middleware::limited::COME_BACK;
use crate::state::AppState;
use app::lang::Lang;
use app::pages::public::trouble::{Trouble, trouble};
use app::shell::Area;
use app::ui::sentence::sentence;
use axum::extract::multipart::MultipartError;
use axum::extract::{FromRequestParts as _, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use backend::uploads::MAX_SIZE;
use backend::{Error, Kind};
use domain::case::Refusal;
use domain::field_error::FieldError;
use http::{HeaderValue, StatusCode, header};

/// Why there is no page.
#[derive(Debug)]
pub enum PageError {
    /// Nobody is signed in; afterwards back to this address.
    SignIn(String),
    /// Something to tell.
    Trouble(Trouble),
    /// A rule of the case said no.
    Refused(Refusal),
    /// Fields are wrong that the page could not show: a form from elsewhere.
    Invalid(Vec<FieldError>),
}

impl PageError {
    /// There is no such page for this person.
    pub fn not_found() -> Self {
        Self::Trouble(Trouble::NotFound)
    }
}

/// A form with files that was too large, or broke off.
pub fn broken(error: MultipartError) -> PageError {
    let kind = if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Kind::TooLarge { limit: MAX_SIZE }
    } else {
        Kind::WrongType
    };
    Error::because(kind, error).into()
}

impl From<Error> for PageError {
    fn from(error: Error) -> Self {
        Self::Trouble(match error.kind() {
            // Where existence is a secret, "not yours" and "not there" are the same.
            Kind::NotFound | Kind::Denied => Trouble::NotFound,
            Kind::Stale { held_by } => Trouble::Stale { held_by: held_by.clone() },
            Kind::Refused(refusal) => return Self::Refused(refusal.clone()),
            Kind::Invalid(errors) => return Self::Invalid(errors.clone()),
            Kind::Conflict => Trouble::Conflict,
            Kind::TooLarge { limit } => Trouble::TooLarge { megabytes: limit / (1024 * 1024) },
            Kind::WrongType => Trouble::WrongType,
            Kind::Full => {
                log(&error, "disk full");
                Trouble::Full
            }
            Kind::Unavailable => {
                log(&error, "storage unavailable");
                Trouble::Unavailable { seconds: COME_BACK }
            }
            Kind::Internal => Trouble::Internal { incident: log(&error, "internal error") },
        })
    }
}

/// Logs the private cause under a number that the person is told.
fn log(error: &Error, what: &'static str) -> String {
    let number = incident::number();
    tracing::error!(incident = number, at = %error.at(), causes = error.causes().join(": "), "{what}");
    number
}

/// Carries the error to [`render`] through the response's extensions.
#[derive(Clone, Debug)]
struct Carried(std::sync::Arc<PageError>);

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        if let Self::SignIn(back) = &self {
            let back: String = form_urlencoded::byte_serialize(back.as_bytes()).collect();
            return Redirect::to(&format!("/sign-in?back={back}")).into_response();
        }
        let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
        response.extensions_mut().insert(Carried(std::sync::Arc::new(self)));
        response
    }
}

/// Middleware: makes the page of an error, in the person's language.
pub async fn render(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let copy = Request::from_parts(parts.clone(), body);
    let response = next.run(copy).await;
    let Some(Carried(error)) = response.extensions().get::<Carried>().cloned() else { return response };
    let context = match &*error {
        // Whoever cannot be asked for the session is not asked again: each time takes its time.
        PageError::Trouble(Trouble::Unavailable { .. } | Trouble::Full) => Context::plain(&parts, &state),
        PageError::SignIn(_) | PageError::Trouble(_) | PageError::Refused(_) | PageError::Invalid(_) => {
            let asked = Context::from_request_parts(&mut parts, &state).await;
            asked.unwrap_or_else(|_| Context::plain(&parts, &state))
        }
    };
    page(&context, &error)
}

/// Any address that no route knows.
pub async fn unknown() -> PageError {
    PageError::not_found()
}

fn page(context: &Context, error: &PageError) -> Response {
    let lang = context.lang;
    let told = match error {
        PageError::SignIn(_) => Trouble::Forbidden,
        PageError::Trouble(trouble) => trouble.clone(),
        PageError::Refused(refusal) => Trouble::Refused(refusal_sentence(lang, refusal)),
        PageError::Invalid(errors) => Trouble::Refused(sentences(lang, errors)),
    };
    let status = match error {
        PageError::Refused(refusal) => refusal_status(refusal),
        PageError::SignIn(_) | PageError::Trouble(_) | PageError::Invalid(_) => {
            StatusCode::from_u16(told.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
        }
    };
    let area = context.session.as_ref().map_or(Area::Public, |session| area_of(session.account.role));
    let frame = context.frame(area, told.title(lang), Width::Page);
    let wait = match &told {
        Trouble::TooMany { seconds } | Trouble::Unavailable { seconds } | Trouble::NotTaken { seconds } => {
            Some(HeaderValue::from(*seconds))
        }
        _ => None,
    };
    let mut response = Context::html(status, frame, move || trouble(lang, &told));
    if let Some(wait) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, wait);
    }
    response
}

fn area_of(role: domain::permission::Role) -> Area {
    use domain::permission::Role;
    match role {
        Role::Citizen => Area::Citizen,
        Role::Clerk => Area::Desk,
        Role::Reviewer => Area::Review,
        Role::Supervisor => Area::Supervise,
        Role::Admin => Area::Admin,
        Role::Auditor => Area::Audit,
    }
}

fn sentences(lang: Lang, errors: &[FieldError]) -> String {
    let lines: Vec<String> = errors.iter().map(|error| sentence(lang, &error.code)).collect();
    lines.join(lang.t("；", "; "))
}
