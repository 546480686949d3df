//! The receipt at the counter, and what the person there may still do with their case.

use super::answer::answer;
use super::{client, rows};
use crate::state::AppState;
use crate::web::context::Context;
use crate::web::error::PageError;
use crate::web::receipt::{origin, receipt as paper};
use app::pages::desk::{self, DeskReceiptPage};
use app::ui::flash::Flash;
use axum::extract::{Form, Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use backend::cases::{self, CaseView};
use backend::{intake, organisation};
use domain::case::{Action, ActionKind, Event};
use domain::permission::Role;
use serde::Deserialize;

/// Whether it was taken in a moment ago.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Arrival {
    new: String,
}

pub(super) async fn show(
    context: Context,
    State(state): State<AppState>,
    Path(case_no): Path<String>,
    Query(arrival): Query<Arrival>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Clerk)?.actor();
    let (lang, services) = (context.lang, &state.services);
    let case = cases::get(services, &actor, &case_no).await?;
    let given = intake::receipt(services, &actor, &case_no).await?;
    let phone =
        organisation::department(&services.db, given.route.department_id).await?.phone.unwrap_or_default();
    let rules = &case.case;
    let page = DeskReceiptPage {
        lang,
        fresh: !arrival.new.is_empty(),
        receipt: paper(services, lang, &origin(&state, &headers), &case, &given, &phone),
        status: rules.status,
        outcome: rules.outcome,
        lamp: rows::lamp(services, case.light, case.days_left, rules.promised_due, rules.statutory_due),
        actions: case.actions.clone(),
        version: rules.version,
        corrections: corrections(&case),
        has_person: client::current(&context).is_some(),
    };
    answer(&context, StatusCode::OK, lang.t("收件凭证", "Receipt"), move || desk::receipt(page)).await
}

/// The list that was told last.
fn corrections(case: &CaseView) -> Vec<String> {
    let asked = |event: &Event| match event {
        Event::CorrectionAsked { list, .. } => Some(list.clone()),
        Event::Submitted { .. }
        | Event::Received
        | Event::Taken { .. }
        | Event::Released
        | Event::CorrectionAnswered { .. }
        | Event::Accepted { .. }
        | Event::NotAccepted { .. }
        | Event::Decided { .. }
        | Event::Closed { .. }
        | Event::Withdrawn { .. } => None,
    };
    case.events.iter().rev().find_map(|one| asked(&one.event)).unwrap_or_default()
}

/// What the person wants.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Wish {
    action: String,
    version: u32,
    reason: String,
}

pub(super) async fn act(
    context: Context,
    State(state): State<AppState>,
    Path(case_no): Path<String>,
    Form(wish): Form<Wish>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Clerk)?.actor();
    let (action, told) = match ActionKind::parse(&wish.action) {
        Some(ActionKind::AnswerCorrection) => (
            Action::AnswerCorrection,
            Flash::done("补正已提交，从今天重新起算。", "Corrections handed in; the clock starts anew."),
        ),
        Some(ActionKind::Withdraw) => (
            Action::Withdraw { reason: wish.reason },
            Flash::done("申请已撤回。", "The application was withdrawn."),
        ),
        Some(_) | None => return Err(PageError::not_found()),
    };
    cases::act(&state.services, &actor, &case_no, wish.version, action, Vec::new()).await?;
    context.redirect_with(told, &format!("/desk/receipts/{case_no}")).await
}
