//! The lists: what a department owes, what waits for the supervisor.

use super::{choices, departments, head, name_of, supervisor};
use crate::state::AppState;
use crate::web::context::Context;
use crate::web::desk::answer;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::reports::{Line, Place, ReportsAddress, ReportsPage, reports as view};
use app::shell::Area;
use axum::extract::{Query, State};
use axum::response::Response;
use backend::assessment::reports::{self, ReportPage, ReportQuery};
use domain::permission::Actor;
use http::StatusCode;
use std::collections::HashMap;
use uuid::Uuid;

/// Lines of a page.
const PER_PAGE: u64 = 50;

/// The address as it comes.
type Asked = Query<HashMap<String, String>>;

pub(super) async fn of_department(
    context: Context,
    State(state): State<AppState>,
    Query(asked): Asked,
) -> Result<Response, PageError> {
    let actor = head(&context)?;
    show(&context, &state, &actor, address(Place::Review, &asked)).await
}

pub(super) async fn of_all(
    context: Context,
    State(state): State<AppState>,
    Query(asked): Asked,
) -> Result<Response, PageError> {
    let actor = supervisor(&context)?;
    show(&context, &state, &actor, address(Place::Supervise, &asked)).await
}

fn address(place: Place, asked: &HashMap<String, String>) -> ReportsAddress {
    ReportsAddress::read(place, |name| asked.get(name).cloned().unwrap_or_default())
}

async fn show(
    context: &Context,
    state: &AppState,
    actor: &Actor,
    query: ReportsAddress,
) -> Result<Response, PageError> {
    let (lang, services, place) = (context.lang, &state.services, query.place);
    let asked = ReportQuery {
        shelf: query.shelf,
        scheme: query.scheme.clone(),
        department: query.department.as_ref().and_then(|id| id.parse().ok()),
        period: query.period,
        state: query.state,
        page: query.page,
        per_page: PER_PAGE,
    };
    let found = reports::list(services, actor, &asked).await?;
    let names = departments(state, lang).await?;
    let unassigned = match place {
        Place::Review => None,
        Place::Supervise => {
            let all = reports::unassigned(services, actor).await?;
            Some(all.iter().filter(|one| one.department.is_none()).count())
        }
    };
    let total = u64::try_from(found.total).unwrap_or(u64::MAX);
    let ReportPage { lines, counts, schemes, periods, total: _ } = found;
    let page = ReportsPage {
        lang,
        counts,
        pages: total.div_ceil(PER_PAGE),
        unassigned,
        schemes: schemes.into_iter().map(|(key, zh, en)| (key, lang.pick(&zh, &en).to_owned())).collect(),
        lines: lines.into_iter().map(|one| line(lang, place, &names, one)).collect(),
        departments: if place == Place::Supervise { choices(names) } else { Vec::new() },
        periods,
        query,
    };
    let title = page.title();
    answer::page(context, area(place), StatusCode::OK, title, move || view(page)).await
}

fn area(place: Place) -> Area {
    match place {
        Place::Review => Area::Review,
        Place::Supervise => Area::Supervise,
    }
}

fn line(lang: Lang, place: Place, names: &[(Uuid, String)], one: reports::Line) -> Line {
    let href = match place {
        Place::Review => Some(format!("/review/indicators/{}?quarter={}", one.entry, one.period)),
        Place::Supervise => one.report.map(|id| format!("/supervise/reports/{id}")),
    };
    Line {
        href,
        key: one.key,
        name: lang.pick(&one.name, &one.name_en).to_owned(),
        scheme: lang.pick(&one.scheme_name, &one.scheme_name_en).to_owned(),
        period: one.period,
        department: name_of(names, one.department),
        state: one.state,
        overdue: one.overdue,
        due: one.due,
        figure: one.figure,
        points: one.points,
    }
}
