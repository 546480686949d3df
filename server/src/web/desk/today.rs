//! Where a clerk begins, and what the day has brought.

use super::answer::answer;
use super::client;
use super::find::wrong;
use super::rows::row;
use crate::state::AppState;
use crate::web::context::Context;
use crate::web::error::PageError;
use app::pages::desk::{self, Numbers, StartPage, TodayPage};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use backend::cases::{self, CaseQuery, CaseRow, Order};
use backend::sessions::Session;
use domain::case::Status;
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Role;

/// Cases on the start page.
const RECENT: usize = 8;

pub(super) async fn start(context: Context, State(state): State<AppState>) -> Result<Response, PageError> {
    show_start(&context, &state, StatusCode::OK, "", Vec::new()).await
}

/// The start page once more, with what was typed and why it leads nowhere.
pub(super) async fn start_with(
    context: &Context,
    state: &AppState,
    typed: &str,
    code: FieldCode,
) -> Result<Response, PageError> {
    show_start(context, state, StatusCode::UNPROCESSABLE_ENTITY, typed, wrong(code)).await
}

async fn show_start(
    context: &Context,
    state: &AppState,
    status: StatusCode,
    typed: &str,
    errors: Vec<FieldError>,
) -> Result<Response, PageError> {
    let clerk = context.require(Role::Clerk)?;
    let lang = context.lang;
    let cases = of_today(state, clerk).await?;
    let page = StartPage {
        lang,
        typed: typed.to_owned(),
        errors,
        current: client::name(context, state).await?,
        numbers: numbers(&cases),
        recent: cases.iter().take(RECENT).map(|case| row(&state.services, lang, case, href(case))).collect(),
    };
    let title = lang.t("工作台", "Desk");
    answer(context, status, title, move || desk::start(page)).await
}

pub(super) async fn today(context: Context, State(state): State<AppState>) -> Result<Response, PageError> {
    let clerk = context.require(Role::Clerk)?;
    let lang = context.lang;
    let cases = of_today(&state, clerk).await?;
    let page = TodayPage {
        lang,
        date: state.services.clock.today(),
        numbers: numbers(&cases),
        rows: cases.iter().map(|case| row(&state.services, lang, case, href(case))).collect(),
    };
    let title = lang.t("今日收件", "Today's cases");
    answer(&context, StatusCode::OK, title, move || desk::today(page)).await
}

/// What this clerk took in today, newest first.
async fn of_today(state: &AppState, clerk: &Session) -> Result<Vec<CaseRow>, PageError> {
    let today = state.services.clock.today();
    let query = CaseQuery {
        clerk_id: Some(clerk.account.id),
        from: Some(today),
        to: Some(today),
        order: Order::Newest,
        per_page: 200,
        ..CaseQuery::default()
    };
    Ok(cases::list(&state.services, &clerk.actor(), &query).await?.rows)
}

fn numbers(cases: &[CaseRow]) -> Numbers {
    let count = |wanted: &[Status]| {
        let cases = cases.iter().filter(|case| wanted.contains(&case.status)).count();
        u64::try_from(cases).unwrap_or(u64::MAX)
    };
    Numbers {
        taken_in: u64::try_from(cases.len()).unwrap_or(u64::MAX),
        closed: count(&[Status::Closed]),
        needs_care: count(&[Status::Correction, Status::NotAccepted]),
    }
}

fn href(case: &CaseRow) -> String {
    format!("/desk/receipts/{}", case.case_no)
}
