//! The receipt at the counter, and what the person there may still do with their case.

use super::answer::answer;
use super::{client, rows};
use crate::state::AppState;
use crate::web::context::Context;
use crate::web::correction::{self, Sent, wanted};
use crate::web::error::PageError;
use crate::web::receipt::{origin, receipt as paper};
use app::pages::desk::{self, DeskReceiptPage};
use app::ui::flash::Flash;
use axum::extract::{Multipart, Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use backend::cases::{self, CaseView};
use backend::{intake, organisation};
use domain::case::{Action, ActionKind};
use domain::permission::{Actor, Role};
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
    let case = cases::get(&state.services, &actor, &case_no).await?;
    let fresh = !arrival.new.is_empty();
    let page = page(&context, &actor, &case, fresh, &origin(&state, &headers)).await?;
    told(&context, StatusCode::OK, page).await
}

async fn told(context: &Context, status: StatusCode, page: DeskReceiptPage) -> Result<Response, PageError> {
    answer(context, status, context.lang.t("收件凭证", "Receipt"), move || desk::receipt(page)).await
}

async fn page(
    context: &Context,
    actor: &Actor,
    case: &CaseView,
    fresh: bool,
    origin: &str,
) -> Result<DeskReceiptPage, PageError> {
    let (lang, services) = (context.lang, &context.state.services);
    let given = intake::receipt(services, actor, &case.case_no).await?;
    let phone =
        organisation::department(&services.db, given.route.department_id).await?.phone.unwrap_or_default();
    let rules = &case.case;
    Ok(DeskReceiptPage {
        lang,
        fresh,
        receipt: paper(services, lang, origin, case, &given, &phone),
        status: rules.status,
        outcome: rules.outcome,
        lamp: rows::lamp(services, case.light, case.days_left, rules.promised_due, rules.statutory_due),
        actions: case.actions.clone(),
        version: rules.version,
        correction: wanted(case),
        has_person: client::current(context).is_some(),
    })
}

pub(super) async fn act(
    context: Context,
    State(state): State<AppState>,
    Path(case_no): Path<String>,
    headers: HeaderMap,
    form: Multipart,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Clerk)?.actor();
    let case = cases::get(&state.services, &actor, &case_no).await?;
    let mut sent = Sent::read(&state, &actor, form).await?;
    let done = match sent.action {
        Some(ActionKind::AnswerCorrection) => {
            if let Some(untaken) = correction::answer(&context, &actor, &case, &sent).await? {
                let page = page(&context, &actor, &case, false, &origin(&state, &headers)).await?;
                let page = DeskReceiptPage { correction: Some(untaken.correction), ..page };
                return told(&context, untaken.status, page).await;
            }
            Flash::done("补正已提交，从今天重新起算。", "Corrections handed in; the clock starts anew.")
        }
        Some(ActionKind::Withdraw) => {
            let action = Action::Withdraw { reason: std::mem::take(&mut sent.reason) };
            cases::act(&state.services, &actor, &case_no, sent.version, action, Vec::new()).await?;
            Flash::done("申请已撤回。", "The application was withdrawn.")
        }
        Some(_) | None => return Err(PageError::not_found()),
    };
    context.redirect_with(done, &format!("/desk/receipts/{case_no}")).await
}
