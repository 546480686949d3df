//! One indicator.

use super::{Asked, department, shape};
use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::pages::supervise::indicators::{IndicatorPage, indicator as view};
use app::shell::Area;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use backend::indicators;
use domain::permission::Role;

pub(in crate::web::supervise) async fn one(
    context: Context,
    State(state): State<AppState>,
    Path(key): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let (services, lang) = (&state.services, context.lang);
    let asked = Asked::of(services, raw.as_deref());
    let detail = indicators::one(services, &actor, &key, asked.span(), asked.department).await?;
    let (zh, en) = detail.told.indicator.name;
    let chosen = asked.department;
    let shown = detail.departments.into_iter().filter(|one| chosen.is_none_or(|id| id == one.id));
    let page = IndicatorPage {
        lang,
        department: department(services, lang, &asked).await?,
        line: shape::line(lang, detail.told),
        departments: shown.map(|one| shape::department(lang, one)).collect(),
        query: asked.query,
    };
    Ok(context.page(Area::Supervise, lang.t(zh, en), Width::Full, move || view(page)))
}
