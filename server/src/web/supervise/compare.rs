//! Two groups side by side.

use super::asked::{Parts, names, wished};
use super::figures::group;
use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::pages::supervise::address::Query;
use app::pages::supervise::compare::{ComparePage, compare as view};
use app::shell::Area;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use backend::supervision;
use domain::permission::Role;

pub(super) async fn page(
    context: Context,
    State(state): State<AppState>,
    RawQuery(raw): RawQuery,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let (services, lang) = (&state.services, context.lang);
    let parts = Parts::of(raw.as_deref());
    let query = parts.figures(services.clock.today());
    // Two groups of a grouping are compared whatever one of them the page came from was narrowed to.
    let query = Query { heads: query.heads.clone().with(query.by, None), ..query };
    let found = supervision::completion(services, &actor, &wished(&query)).await?;
    let page = ComparePage {
        lang,
        heads: names(services, lang, &query.heads).await?,
        today: services.clock.today(),
        groups: found.groups.into_iter().map(group).collect(),
        chosen: parts.pair(),
        total: found.total,
        query,
    };
    let title = lang.t("比较", "Compare");
    Ok(context.page(Area::Supervise, title, Width::Full, move || view(page)))
}
