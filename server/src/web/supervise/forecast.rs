//! 预测: departments by what will be late, and the cases behind each number.

mod rows;

use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::supervise::forecast::{DepartmentLine, ForecastPage, ForecastQuery, List, forecast as view};
use app::shell::Area;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use backend::forecast::{self, DepartmentForecast, Forecast};
use domain::forecast::{DAYS, Pace, Which, sum};
use domain::permission::Role;
use std::collections::BTreeMap;
use uuid::Uuid;

pub(super) async fn page(
    context: Context,
    State(state): State<AppState>,
    RawQuery(raw): RawQuery,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let (services, lang) = (&state.services, context.lang);
    let query = asked(raw.as_deref().unwrap_or_default());
    let found = forecast::forecast(services, &actor, None).await?;
    let chosen: Option<Uuid> = query.department.as_deref().and_then(|id| id.parse().ok());
    let shown: Vec<&DepartmentForecast> =
        found.departments.iter().filter(|one| chosen.is_none_or(|id| id == one.department_id)).collect();
    let listed = rows::listed(services, &actor, lang, &query, &shown, &found).await?;
    let page = build(lang, query, &found, &shown, listed);
    let title = lang.t("预测", "Forecast");
    Ok(context.page(Area::Supervise, title, Width::Full, move || view(page)))
}

/// What does not read is left out.
fn asked(raw: &str) -> ForecastQuery {
    let parts: BTreeMap<_, _> = form_urlencoded::parse(raw.as_bytes()).collect();
    let get = |name: &str| parts.get(name).map(AsRef::as_ref).unwrap_or_default();
    ForecastQuery {
        department: get("department").parse().ok().map(|id: Uuid| id.to_string()),
        list: List::parse(get("list")).unwrap_or_default(),
        day: get("day").parse().ok(),
        page: get("page").parse().unwrap_or(1).max(1),
    }
}

fn build(
    lang: Lang,
    query: ForecastQuery,
    found: &Forecast,
    shown: &[&DepartmentForecast],
    listed: app::pages::supervise::forecast::Listed,
) -> ForecastPage {
    let name = |one: &DepartmentForecast| lang.pick(&one.name, &one.name_en).to_owned();
    let mut departments: Vec<DepartmentLine> = shown.iter().map(|one| line(name(one), one)).collect();
    departments.sort_by_key(|line| std::cmp::Reverse((line.late, line.past, line.backlog)));
    ForecastPage {
        lang,
        query,
        today: found.today,
        since: found.since,
        until: found.until,
        choices: found.departments.iter().map(|one| (one.department_id.to_string(), name(one))).collect(),
        total: total(lang, &departments),
        departments,
        days: sum(shown.iter().map(|one| one.outlook.days.as_slice())),
        listed,
    }
}

fn line(name: String, one: &DepartmentForecast) -> DepartmentLine {
    let count = |which| i64::try_from(one.outlook.count(which)).unwrap_or(i64::MAX);
    let len = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    DepartmentLine {
        id: one.department_id.to_string(),
        name,
        pace: one.outlook.pace,
        running: count(Which::Running),
        due: count(Which::Due(None)),
        late: count(Which::Late(None)),
        past: count(Which::Past),
        backlog: count(Which::Backlog(None)),
        suspended: len(one.suspended.len()),
        unaccepted: len(one.unaccepted.len()),
    }
}

/// All together; the pace is that of all hands, each on its own queue.
fn total(lang: Lang, lines: &[DepartmentLine]) -> DepartmentLine {
    let sum = |of: fn(&DepartmentLine) -> i64| lines.iter().map(of).sum();
    DepartmentLine {
        id: String::new(),
        name: lang.t("合计", "Total").to_owned(),
        pace: Pace { decisions: lines.iter().map(|line| line.pace.decisions).sum(), days: DAYS },
        running: sum(|line| line.running),
        due: sum(|line| line.due),
        late: sum(|line| line.late),
        past: sum(|line| line.past),
        backlog: sum(|line| line.backlog),
        suspended: sum(|line| line.suspended),
        unaccepted: sum(|line| line.unaccepted),
    }
}
