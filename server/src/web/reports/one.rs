//! One report before the head of its department.

use super::head;
use super::sent::Sent;
use super::shown::shown;
use crate::state::AppState;
use crate::web::address::At;
use crate::web::context::Context;
use crate::web::desk::answer;
use crate::web::error::PageError;
use app::pages::reports::{ReportForm, ReportPage, report_page as view};
use app::shell::Area;
use app::ui::flash::Flash;
use axum::extract::{Multipart, Query, State};
use axum::response::Response;
use backend::assessment::reports::{self, Detail};
use backend::uploads::MAX_SIZE;
use backend::{Error, Kind};
use domain::assessment::report::{Act, Deed, State as Standing};
use domain::assessment::{Period, PeriodKind};
use domain::permission::Actor;
use http::StatusCode;
use serde::Deserialize;
use uuid::Uuid;

/// The quarter as it comes; the one that runs where it is not named.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    quarter: String,
}

impl Asked {
    fn period(&self, state: &AppState) -> Result<Period, PageError> {
        if self.quarter.is_empty() {
            return Ok(Period::of(state.services.clock.today(), PeriodKind::Quarter));
        }
        let period = Period::parse(&self.quarter).filter(|period| period.kind() == PeriodKind::Quarter);
        period.ok_or_else(PageError::not_found)
    }
}

pub(super) async fn page(
    context: Context,
    State(state): State<AppState>,
    At(entry): At<Uuid>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let actor = head(&context)?;
    let detail = reports::by_department(&state.services, &actor, entry, asked.period(&state)?).await?;
    let form = (!detail.offered.is_empty()).then(|| stored(&detail));
    show(&context, &state, StatusCode::OK, &detail, form).await
}

pub(super) async fn send(
    context: Context,
    State(state): State<AppState>,
    At(entry): At<Uuid>,
    Query(asked): Query<Asked>,
    form: Multipart,
) -> Result<Response, PageError> {
    let actor = head(&context)?;
    let period = asked.period(&state)?;
    // Nobody's files are taken for a report that is not theirs.
    reports::by_department(&state.services, &actor, entry, period).await?;
    let sent = Sent::read(&state, &actor, form).await?;
    let act = sent.act.filter(|act| matches!(act, Act::Save | Act::Submit)).unwrap_or(Act::Save);
    if let Some((status, refused)) = sent.refused(context.lang) {
        let form = ReportForm { refused, ..sent.form(address(entry, period)) };
        return again(&context, &state, &actor, (entry, period), status, form).await;
    }
    match reports::save(&state.services, &actor, (entry, period), &sent.draft, act).await {
        Ok(_) => {
            let flash = match act {
                Act::Submit => Flash::done("已报送，等待核定。", "It was submitted and waits to be judged."),
                Act::Save | Act::Return | Act::SignOff | Act::Reopen => {
                    Flash::done("已暂存。", "The draft was saved.")
                }
            };
            context.redirect_with(flash, &address(entry, period)).await
        }
        Err(error) => untaken(&context, &state, &actor, (entry, period), &sent, error).await,
    }
}

/// What was typed stands there again, with what is wrong or who was faster.
async fn untaken(
    context: &Context,
    state: &AppState,
    actor: &Actor,
    (entry, period): (Uuid, Period),
    sent: &Sent,
    error: Error,
) -> Result<Response, PageError> {
    let form = sent.form(address(entry, period));
    let (status, form) = match error.kind() {
        Kind::Invalid(errors) => {
            (StatusCode::UNPROCESSABLE_ENTITY, ReportForm { errors: errors.clone(), ..form })
        }
        Kind::Stale { held_by } => {
            let detail = reports::by_department(&state.services, actor, entry, period).await?;
            let now = detail.report.as_ref();
            let who = held_by.clone().or_else(|| now.map(|report| report.changed.1.clone()));
            let figure = now.map(|report| report.figure.clone()).unwrap_or_default();
            let stale = Some((who.unwrap_or_default(), figure));
            let version = now.map_or(0, |report| report.version);
            (StatusCode::CONFLICT, ReportForm { stale, version, ..form })
        }
        Kind::NotFound
        | Kind::Denied
        | Kind::Refused(_)
        | Kind::Conflict
        | Kind::TooLarge { .. }
        | Kind::WrongType
        | Kind::Full
        | Kind::Unavailable
        | Kind::Internal => return Err(error.into()),
    };
    again(context, state, actor, (entry, period), status, form).await
}

async fn again(
    context: &Context,
    state: &AppState,
    actor: &Actor,
    (entry, period): (Uuid, Period),
    status: StatusCode,
    form: ReportForm,
) -> Result<Response, PageError> {
    let detail = reports::by_department(&state.services, actor, entry, period).await?;
    show(context, state, status, &detail, Some(form)).await
}

async fn show(
    context: &Context,
    state: &AppState,
    status: StatusCode,
    detail: &Detail,
    form: Option<ReportForm>,
) -> Result<Response, PageError> {
    let report = shown(state, context.lang, detail).await?;
    let title = report.name.clone();
    let page = ReportPage { lang: context.lang, report, form, reason: reason(detail) };
    answer::page(context, Area::Review, status, title, move || view(page)).await
}

/// Why it was given back last, while it is to be mended.
fn reason(detail: &Detail) -> Option<String> {
    let deed = match detail.report.as_ref()?.state {
        Standing::Returned => Deed::Returned,
        Standing::Reopened => Deed::Reopened,
        Standing::Draft | Standing::Submitted | Standing::SignedOff => return None,
    };
    detail.history.iter().find(|one| one.deed == deed)?.reason.clone()
}

fn address(entry: Uuid, period: Period) -> String {
    format!("/review/indicators/{entry}?quarter={period}")
}

/// The form with what is stored.
fn stored(detail: &Detail) -> ReportForm {
    let action = address(detail.entry.row.id, detail.period);
    let megabytes = MAX_SIZE / (1024 * 1024);
    let Some(report) = &detail.report else {
        return ReportForm { action, megabytes, ..ReportForm::default() };
    };
    let typed = |amount: Option<domain::assessment::report::Amount>| {
        amount.map(|amount| amount.to_string()).unwrap_or_default()
    };
    ReportForm {
        action,
        megabytes,
        version: report.version,
        numerator: typed(report.figure.numerator),
        denominator: typed(report.figure.denominator),
        text: report.figure.text.clone(),
        ..ReportForm::default()
    }
}
