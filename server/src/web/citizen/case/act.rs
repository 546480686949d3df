//! The applicant answers corrections, or withdraws.

use super::show;
use crate::state::AppState;
use crate::web::address::At;
use crate::web::context::Context;
use crate::web::correction::{self, Sent};
use crate::web::error::PageError;
use app::ui::flash::Flash;
use axum::extract::{Multipart, State};
use axum::response::Response;
use backend::cases;
use domain::case::{Action, ActionKind};
use domain::permission::Role;

pub(in crate::web::citizen) async fn act(
    context: Context,
    State(state): State<AppState>,
    At(case_no): At<String>,
    form: Multipart,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Citizen)?.actor();
    let services = &state.services;
    let case = cases::get(services, &actor, &case_no).await?;
    let mut sent = Sent::read(&state, &actor, form).await?;
    let told = match sent.action {
        Some(ActionKind::AnswerCorrection) => {
            if let Some(untaken) = correction::answer(&context, &actor, &case, &sent).await? {
                return Ok(show(&context, services, &case, Some(untaken)));
            }
            Flash::done("补正已提交，审批部门会继续办理", "Corrections sent; the department goes on")
        }
        Some(ActionKind::Withdraw) => {
            let action = Action::Withdraw { reason: std::mem::take(&mut sent.reason) };
            cases::act(services, &actor, &case_no, sent.version, action, Vec::new()).await?;
            Flash::done("申请已撤回", "The application was withdrawn")
        }
        Some(_) | None => return Err(PageError::not_found()),
    };
    context.redirect_with(told, &format!("/my/cases/{case_no}")).await
}
