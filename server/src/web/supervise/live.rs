//! `GET /supervise/live`: the figures of a question, told again whenever they have changed.
//!
//! A line is driven by itself: three times a second it looks whether anything was written, in one
//! small statement that all lines share, and only then reads the figures, which all lines with the
//! same question share too. When nobody looks on, nothing is asked.

mod answer;
mod line;
mod pulse;
mod seats;
mod told;

use super::asked::{Parts, wished};
use crate::state::AppState;
use crate::web::cookies;
use app::lang::Lang;
use app::pages::supervise::address::Query;
use app::pages::supervise::column::Column;
use axum::extract::{RawQuery, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use axum_extra::extract::cookie::CookieJar;
use backend::sessions::{self, Session};
use domain::permission::Role;
use http::{HeaderName, HeaderValue, StatusCode, header};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// Between two signs of life on a line on which nothing else happens.
const BEAT: Duration = Duration::from_secs(15);
/// Seconds after which somebody should try again for whom there is no room.
const COME_BACK: u16 = 30;

/// What all lines of this server share.
#[derive(Debug)]
pub struct Live {
    seats: Arc<seats::Seats>,
    pulse: pulse::Pulse,
    answers: answer::Answers,
    ending: watch::Sender<bool>,
}

impl Default for Live {
    fn default() -> Self {
        Self {
            seats: Arc::default(),
            pulse: pulse::Pulse::default(),
            answers: answer::Answers::default(),
            ending: watch::Sender::new(false),
        }
    }
}

impl Live {
    /// Ends every line: the server is about to stop.
    pub fn end(&self) {
        self.ending.send_replace(true);
    }
}

/// Opens a line. It ends with the session, or when the server stops.
pub(super) async fn follow(
    State(state): State<AppState>,
    jar: CookieJar,
    RawQuery(raw): RawQuery,
) -> Result<Response, Refused> {
    let lang = cookies::language(&jar);
    let session = supervisor(&state, &jar, lang).await?;
    let seat = state.live.seats.take(session.account.id).ok_or(Refused(lang, Why::Full))?;
    let query = question(Parts::of(raw.as_deref()).figures(state.services.clock.today()));
    let answer = state.live.answers.of(query.address(), wished(&query));
    let line = line::Line::new(state, session, seat, answer);
    let beat = KeepAlive::new().interval(BEAT).event(Event::default().event("beat").data(""));
    let mut response = Sse::new(line.events()).keep_alive(beat).into_response();
    // A proxy that gathers what it passes on would hold the figures back.
    let unbuffered = HeaderName::from_static("x-accel-buffering");
    response.headers_mut().insert(unbuffered, HeaderValue::from_static("no"));
    Ok(response)
}

/// The order of the table is no part of the question.
fn question(query: Query) -> Query {
    Query { sort: Column::default(), ascending: false, ..query }
}

/// Who may see the page may follow it. Looking on is no request that keeps a session alive.
async fn supervisor(state: &AppState, jar: &CookieJar, lang: Lang) -> Result<Session, Refused> {
    let nobody = || Refused(lang, Why::Nobody);
    let token = jar.get(cookies::session_name(state)).ok_or_else(nobody)?;
    let found = sessions::peek(&state.services, token.value()).await;
    let session = found.map_err(|error| Refused::storage(lang, &error))?.ok_or_else(nobody)?;
    match session.account.role {
        Role::Supervisor => Ok(session),
        Role::Citizen | Role::Clerk | Role::Reviewer | Role::Admin | Role::Auditor => {
            Err(Refused(lang, Why::NotTheirs))
        }
    }
}

/// Why there is no line, in the language of whoever asked. A script reads it, so it is no page.
pub(super) struct Refused(Lang, Why);

enum Why {
    Nobody,
    NotTheirs,
    Full,
    Storage,
}

impl Refused {
    fn storage(lang: Lang, error: &backend::Error) -> Self {
        tracing::warn!(causes = error.causes().join(": "), at = %error.at(), "no line of figures");
        Self(lang, Why::Storage)
    }
}

impl axum::response::IntoResponse for Refused {
    fn into_response(self) -> Response {
        let Self(lang, why) = self;
        let (status, text) = match why {
            Why::Nobody => (StatusCode::UNAUTHORIZED, lang.t("请先登录", "Sign in first")),
            Why::NotTheirs => (StatusCode::NOT_FOUND, lang.t("没有这项内容", "There is no such thing")),
            Why::Full => (
                StatusCode::SERVICE_UNAVAILABLE,
                lang.t(
                    "同时查看实时数字的页面太多，请关掉几个或稍后再试",
                    "Too many pages follow the figures at once. Close some, or try later",
                ),
            ),
            Why::Storage => (
                StatusCode::SERVICE_UNAVAILABLE,
                lang.t("系统繁忙，请稍后再试", "The portal is busy. Try again shortly"),
            ),
        };
        let mut response = (status, text).into_response();
        if status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(header::RETRY_AFTER, COME_BACK.into());
        }
        response
    }
}
