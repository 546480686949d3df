//! The receipt at the counter, and what the person there may still do with their case.

use super::answer::answer;
use super::{client, rows};
use crate::state::AppState;
use crate::web::by_rule::ruled;
use crate::web::citizen::case::changes;
use crate::web::context::Context;
use crate::web::correction::{self, Sent, owed, wanted};
use crate::web::error::PageError;
use crate::web::receipt::{origin, receipt as paper};
use app::pages::desk::{self, DeskReceiptPage};
use app::ui::flash::Flash;
use axum::extract::{Multipart, Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use backend::cases::{self, CaseView};
use backend::{intake, organisation};
use domain::case::{Action, ActionKind, Delivery};
use domain::permission::{Actor, Role};
use serde::Deserialize;

/// Whether it was taken in a moment ago.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Arrival {
    new: String,
    /// Opened from the page of the person at the counter.
    client: String,
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
    let theirs = fresh || !arrival.client.is_empty();
    // Going back in the browser shows nothing of whoever was here before.
    if theirs && !client::is_of(&context, &case) {
        return Ok(context.redirect("/desk"));
    }
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
        correction: wanted(services, lang, case),
        owed: owed(lang, case),
        ruled: ruled(lang, case),
        changes: changes(lang, case),
        uncompared: uncompared(case),
        has_person: client::current(context).is_some(),
    })
}

/// Files whose originals nobody has seen: name, and where it is said that they were.
fn uncompared(case: &CaseView) -> Vec<(String, String)> {
    let waiting = case.materials.iter().filter(|one| one.to_compare());
    let address = |id| format!("/desk/receipts/{}/materials/{id}/compared", case.case_no);
    waiting.map(|one| (one.name.clone(), address(one.id))).collect()
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
    let sent = Sent::read(&state, &actor, form).await?;
    let page = page(&context, &actor, &case, false, &origin(&state, &headers)).await?;
    match done(&context, &actor, &case, sent, page).await? {
        Ok(said) => context.redirect_with(said, &format!("/desk/receipts/{case_no}")).await,
        Err((status, page)) => told(&context, status, *page).await,
    }
}

/// What to say once it is done; else the page again, with all that was sent.
type Done = Result<Flash, (StatusCode, Box<DeskReceiptPage>)>;

async fn done(
    context: &Context,
    actor: &Actor,
    case: &CaseView,
    sent: Sent,
    page: DeskReceiptPage,
) -> Result<Done, PageError> {
    if sent.action == Some(ActionKind::AnswerCorrection) {
        let Some(untaken) = correction::answer(context, actor, case, &sent).await? else {
            let said = Flash::done(
                "补正已提交，交审批部门继续办理。",
                "Corrections handed in; the department goes on.",
            );
            return Ok(Ok(said));
        };
        let page = DeskReceiptPage { correction: Some(untaken.tried), ..page };
        return Ok(Err((untaken.status, Box::new(page))));
    }
    if sent.action == Some(ActionKind::Supplement) {
        let Some(untaken) = correction::supplement(context, actor, case, &sent).await? else {
            return Ok(Ok(Flash::done("后补的材料已收下。", "What was to follow was taken in.")));
        };
        let page = DeskReceiptPage { owed: Some(untaken.tried), ..page };
        return Ok(Err((untaken.status, Box::new(page))));
    }
    let (action, said) = plain(&sent)?;
    cases::act(&context.state.services, actor, &case.case_no, sent.version, action.into()).await?;
    Ok(Ok(said))
}

/// What needs no more than a word.
fn plain(sent: &Sent) -> Result<(Action, Flash), PageError> {
    let reason = sent.reason.clone();
    Ok(match sent.action {
        Some(ActionKind::AskPerson) => (
            Action::AskPerson { reason },
            Flash::done("已转人工，由工作人员重新办理。", "A person will look at it anew."),
        ),
        Some(ActionKind::Deliver) => (
            Action::Deliver { delivery: Delivery::Window, proof: sent.proof.clone() },
            Flash::done("结果已交给申请人。", "The result was handed over."),
        ),
        Some(ActionKind::Withdraw) => {
            (Action::Withdraw { reason }, Flash::done("申请已撤回。", "The application was withdrawn."))
        }
        Some(_) | None => return Err(PageError::not_found()),
    })
}
