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
const RECENT: u64 = 8;
/// Cases on the page of the day.
const DAY: u64 = 200;

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
    let cases = newest(state, clerk, RECENT).await?;
    let page = StartPage {
        lang,
        typed: typed.to_owned(),
        errors,
        current: client::name(context, state).await?,
        numbers: numbers(state, clerk).await?,
        recent: cases.iter().map(|case| row(&state.services, lang, case, href(case))).collect(),
    };
    let title = lang.t("工作台", "Desk");
    answer(context, status, title, move || desk::start(page)).await
}

pub(super) async fn today(context: Context, State(state): State<AppState>) -> Result<Response, PageError> {
    let clerk = context.require(Role::Clerk)?;
    let lang = context.lang;
    let cases = newest(&state, clerk, DAY).await?;
    let page = TodayPage {
        lang,
        date: state.services.clock.today(),
        numbers: numbers(&state, clerk).await?,
        rows: cases.iter().map(|case| row(&state.services, lang, case, href(case))).collect(),
    };
    let title = lang.t("今日收件", "Today's cases");
    answer(&context, StatusCode::OK, title, move || desk::today(page)).await
}

/// What this clerk took in today.
fn of_today(state: &AppState, clerk: &Session) -> CaseQuery {
    let today = Some(state.services.clock.today());
    CaseQuery { clerk_id: Some(clerk.account.id), from: today, to: today, ..CaseQuery::default() }
}

/// The last few of them, newest first.
async fn newest(state: &AppState, clerk: &Session, most: u64) -> Result<Vec<CaseRow>, PageError> {
    let query = CaseQuery { order: Order::Newest, per_page: most, ..of_today(state, clerk) };
    Ok(cases::list(&state.services, &clerk.actor(), &query).await?.rows)
}

/// All of them in numbers.
async fn numbers(state: &AppState, clerk: &Session) -> Result<Numbers, PageError> {
    let cases = cases::by_status(&state.services, &clerk.actor(), &of_today(state, clerk)).await?;
    let count = |wanted: &[Status]| wanted.iter().filter_map(|status| cases.get(status)).sum();
    Ok(Numbers {
        taken_in: cases.values().sum(),
        closed: count(&[Status::Closed]),
        needs_care: count(&[Status::Correction, Status::NotAccepted]),
    })
}

fn href(case: &CaseRow) -> String {
    format!("/desk/receipts/{}", case.case_no)
}
