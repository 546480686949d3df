//! `/api/v1/certificates`: one's own, those of a holder for staff, and whether one is genuine.

mod check;
mod copies;
mod line;
mod one;
mod search;
mod show;

pub(super) use check::{__path_verify, verify};
pub(super) use copies::{__path_check, __path_make, check, make};
pub(super) use one::{__path_one, one};
pub(super) use search::{__path_search, search};
pub(super) use show::{__path_present, present};

use super::caller::Caller;
use super::page::Page;
use super::problem::{ApiError, Problem};
use crate::state::AppState;
use axum::Json;
use axum::extract::State;
use backend::certificates::wallet;
use domain::permission::Role;
use line::HeldCertificate;

/// One's own certificates, every version, newest first.
#[utoipa::path(
    get, path = "/certificates", tag = "certificates", security(("bearer" = [])),
    responses(
        (status = 200, description = "All of them on one page", body = Page<HeldCertificate>),
        (status = 403, description = "Only for citizens; staff search with a reason", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    State(app): State<AppState>,
    caller: Caller,
) -> Result<Json<Page<HeldCertificate>>, ApiError> {
    caller.must_be(Role::Citizen)?;
    let held = wallet::all(&app.services, &caller.actor()).await?;
    Ok(Json(line::page(held, app.services.clock.today())))
}
