//! 已与原件核对: the clerk at the counter or a reviewer has compared an upload with its original.

use super::context::Context;
use super::error::PageError;
use crate::state::AppState;
use app::ui::flash::Flash;
use axum::extract::{Path, State};
use axum::response::Response;
use backend::{Kind, evidence};
use domain::permission::Role;
use uuid::Uuid;

/// By the department that decides.
pub(super) async fn at_review(
    context: Context,
    State(state): State<AppState>,
    Path((case_no, material)): Path<(String, Uuid)>,
) -> Result<Response, PageError> {
    let back = format!("/review/cases/{case_no}");
    compared(&context, &state, Role::Reviewer, &case_no, material, &back).await
}

/// At the counter, where the original is shown.
pub(super) async fn at_desk(
    context: Context,
    State(state): State<AppState>,
    Path((case_no, material)): Path<(String, Uuid)>,
) -> Result<Response, PageError> {
    let back = format!("/desk/receipts/{case_no}");
    compared(&context, &state, Role::Clerk, &case_no, material, &back).await
}

async fn compared(
    context: &Context,
    state: &AppState,
    role: Role,
    case_no: &str,
    material: Uuid,
    back: &str,
) -> Result<Response, PageError> {
    let actor = context.require(role)?.actor();
    let told = match evidence::verify(&state.services, &actor, case_no, material).await {
        Ok(()) => Flash::done(
            "已记为“与原件核对过”，以后申请人不用再交原件。",
            "Recorded as compared. The applicant need not show the original again.",
        ),
        Err(error) if matches!(error.kind(), Kind::Conflict) => Flash::refused(
            "这份材料已经核对过，或已换成别的。",
            "This was compared before, or something else has taken its place.",
        ),
        Err(error) => return Err(error.into()),
    };
    context.redirect_with(told, back).await
}
