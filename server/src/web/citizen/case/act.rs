//! The applicant answers corrections, brings what was to follow, asks for a person, or withdraws.

use super::{build, show};
use crate::state::AppState;
use crate::web::address::At;
use crate::web::context::Context;
use crate::web::correction::{self, Sent};
use crate::web::error::PageError;
use app::pages::citizen::case::CasePage;
use app::ui::flash::Flash;
use axum::extract::{Multipart, State};
use axum::response::Response;
use backend::cases::{self, CaseView};
use domain::case::{Action, ActionKind};
use domain::permission::{Actor, Role};

pub(in crate::web::citizen) async fn act(
    context: Context,
    State(state): State<AppState>,
    At(case_no): At<String>,
    form: Multipart,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Citizen)?.actor();
    let case = cases::get(&state.services, &actor, &case_no).await?;
    let sent = Sent::read(&state, &actor, form).await?;
    match done(&context, &actor, &case, sent).await? {
        Ok(told) => context.redirect_with(told, &format!("/my/cases/{case_no}")).await,
        Err(again) => Ok(again),
    }
}

/// What to say once it is done; else the page again, with all that was sent.
async fn done(
    context: &Context,
    actor: &Actor,
    case: &CaseView,
    sent: Sent,
) -> Result<Result<Flash, Response>, PageError> {
    let services = &context.state.services;
    let page = || build(services, context.lang, case);
    Ok(Ok(match sent.action {
        Some(ActionKind::AnswerCorrection) => {
            if let Some(untaken) = correction::answer(context, actor, case, &sent).await? {
                let page = CasePage { correction: Some(untaken.tried), ..page() };
                return Ok(Err(show(context, untaken.status, page)));
            }
            Flash::done("补正已提交，审批部门会继续办理", "Corrections sent; the department goes on")
        }
        Some(ActionKind::Supplement) => {
            if let Some(untaken) = correction::supplement(context, actor, case, &sent).await? {
                let page = CasePage { owed: Some(untaken.tried), ..page() };
                return Ok(Err(show(context, untaken.status, page)));
            }
            Flash::done("后补的材料已提交", "What was to follow was handed in")
        }
        Some(ActionKind::AskPerson) => {
            let action = Action::AskPerson { reason: sent.reason };
            cases::act(services, actor, &case.case_no, sent.version, action.into()).await?;
            Flash::done("已转人工，工作人员会重新办理", "A person will look at it anew")
        }
        Some(ActionKind::Withdraw) => {
            let action = Action::Withdraw { reason: sent.reason };
            cases::act(services, actor, &case.case_no, sent.version, action.into()).await?;
            Flash::done("申请已撤回", "The application was withdrawn")
        }
        Some(_) | None => return Err(PageError::not_found()),
    }))
}
