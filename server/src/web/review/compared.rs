//! 已与原件核对: a reviewer has compared an upload with its original.

use crate::state::AppState;
use crate::web::context::Context;
use crate::web::error::PageError;
use app::ui::flash::Flash;
use axum::extract::{Path, State};
use axum::response::Response;
use backend::{Kind, evidence};
use domain::permission::Role;
use uuid::Uuid;

pub(super) async fn compared(
    context: Context,
    State(state): State<AppState>,
    Path((case_no, material)): Path<(String, Uuid)>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Reviewer)?.actor();
    let told = match evidence::verify(&state.services, &actor, &case_no, material).await {
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
    context.redirect_with(told, &format!("/review/cases/{case_no}")).await
}
