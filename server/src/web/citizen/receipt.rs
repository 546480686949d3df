//! The receipt.

use crate::state::AppState;
use crate::web::address::At;
use crate::web::by_rule::ruled;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use crate::web::receipt;
use app::pages::citizen::receipt::{ReceiptPage, receipt as view};
use app::shell::Area;
use axum::extract::{Query, State};
use axum::response::Response;
use backend::{cases, intake, organisation};
use domain::permission::Role;
use http::HeaderMap;
use serde::Deserialize;

/// Whether it was submitted a moment ago.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Arrival {
    new: String,
}

pub(super) async fn page(
    context: Context,
    State(state): State<AppState>,
    At(case_no): At<String>,
    Query(arrival): Query<Arrival>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let lang = context.lang;
    let actor = &context.require(Role::Citizen)?.actor();
    let case = cases::get(&state.services, actor, &case_no).await?;
    let given = intake::receipt(&state.services, actor, &case_no).await?;
    let department = organisation::department(&state.services.db, given.route.department_id).await?;
    let phone = department.phone.unwrap_or_default();
    let origin = receipt::origin(&state, &headers);
    let page = ReceiptPage {
        lang,
        receipt: receipt::receipt(&state.services, lang, &origin, &case, &given, &phone),
        fresh: !arrival.new.is_empty(),
        ruled: ruled(lang, &case),
        certificates: super::case::granted(&state.services, lang, actor, &case_no).await?,
    };
    let title = lang.t("收件凭证", "Receipt");
    Ok(context.page(Area::Citizen, title, Width::Page, move || view(page)))
}
