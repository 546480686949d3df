//! The completion page.

use super::asked::{NO_WINDOW, Parts, completion, names};
use super::wanted::narrowed;
use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::desk::rows::lamp;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::supervise::address::Query;
use app::pages::supervise::completion::Worst;
use app::pages::supervise::heads::By;
use app::pages::supervise::period::Period;
use app::pages::supervise::{CompletionPage, Group, completion as view};
use app::shell::Area;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use backend::cases::{self, CaseQuery, CaseRow, Order};
use backend::{Services, supervision};
use chrono::{Datelike as _, Months, NaiveDate};
use domain::permission::{Actor, Role};

/// Months in the picture of the course of time.
const MONTHS: u32 = 12;
/// How many of the longest overdue cases are named.
const WORST: u64 = 8;

pub(super) async fn page(
    context: Context,
    State(state): State<AppState>,
    RawQuery(raw): RawQuery,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let (services, lang) = (&state.services, context.lang);
    let query = Parts::of(raw.as_deref()).figures(services.clock.today());
    let page = build(services, &actor, lang, query).await?;
    Ok(context.page(Area::Supervise, lang.t("办结情况", "Completion"), Width::Full, move || view(page)))
}

async fn build(
    services: &Services,
    actor: &Actor,
    lang: Lang,
    query: Query,
) -> Result<CompletionPage, PageError> {
    let of = |period, by| completion(period, by, &query.heads);
    let now = supervision::completion(services, actor, &of(query.period, query.by)).await?;
    let before = supervision::completion(services, actor, &of(query.period.before(), query.by)).await?;
    let groups: Vec<Group> = now.groups.into_iter().map(group).collect();
    let departments = match query.by {
        By::Department => groups.clone(),
        By::Item | By::Division | By::Window | By::Channel => {
            let found = supervision::completion(services, actor, &of(query.period, By::Department)).await?;
            found.groups.into_iter().map(group).collect()
        }
    };
    let year = of(months(query.period, services.clock.today()), By::Department);
    Ok(CompletionPage {
        lang,
        heads: names(services, lang, &query.heads).await?,
        today: services.clock.today(),
        read_at: services.clock.now(),
        total: now.total,
        before: before.total,
        groups,
        departments,
        months: supervision::trend(services, actor, &year).await?,
        worst: worst(services, actor, lang, &query).await?,
        query,
    })
}

/// A group whose key can stand in an address.
pub(super) fn group(group: supervision::Group) -> Group {
    let supervision::Group { key, name, name_en, figures } = group;
    let key = if key.is_empty() { NO_WINDOW.to_owned() } else { key };
    Group { key, name, name_en, figures }
}

/// The twelve months that end with the period's last one.
fn months(period: Period, today: NaiveDate) -> Period {
    let first = |day: NaiveDate| day.with_day(1).unwrap_or(day);
    let last = first(period.to.min(today));
    let from = last.checked_sub_months(Months::new(MONTHS - 1)).unwrap_or(last);
    let to = last.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(last);
    Period { from, to: to.min(today).max(last) }
}

async fn worst(
    services: &Services,
    actor: &Actor,
    lang: Lang,
    query: &Query,
) -> Result<Vec<Worst>, PageError> {
    let wanted = CaseQuery { overdue: true, order: Order::Due, per_page: WORST, ..narrowed(&query.heads) };
    let found = cases::list(services, actor, &wanted).await?;
    Ok(found.rows.into_iter().map(|row| worst_line(services, lang, row)).collect())
}

fn worst_line(services: &Services, lang: Lang, row: CaseRow) -> Worst {
    Worst {
        lamp: lamp(services, row.light, row.days_left, row.promised_due, row.statutory_due),
        item: lang.pick(&row.item_name, &row.item_name_en).to_owned(),
        department: lang.pick(&row.department, &row.department_en).to_owned(),
        holder: row.assignee.unwrap_or_default(),
        number: row.case_no,
    }
}
