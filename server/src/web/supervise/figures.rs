//! The cockpit.

mod courses;

use super::asked::{Parts, completion, names, wished};
use super::wanted::narrowed;
use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::desk::rows::lamp;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::supervise::address::Query;
use app::pages::supervise::completion::Worst;
use app::pages::supervise::figures::{AgeBand, Dwell, SpanLine};
use app::pages::supervise::heads::By;
use app::pages::supervise::period::{Period, Preset};
use app::pages::supervise::{CompletionPage, Group, completion as view};
use app::shell::Area;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use backend::cases::{self, CaseQuery, CaseRow, Order};
use backend::supervision::NONE;
use backend::{Services, supervision};
use chrono::{Datelike as _, Months, NaiveDate};
use domain::indicator::{Figures, Measure};
use domain::permission::{Actor, Role};
use http::StatusCode;

/// Months in the picture of the course of time.
const MONTHS: u32 = 12;
/// How many of the longest overdue cases are named.
const WORST: u64 = 8;
/// What the page shows at a glance, whatever days are chosen.
const GLANCE: [Preset; 3] = [Preset::Day, Preset::Month, Preset::Year];

pub(super) async fn page(
    context: Context,
    State(state): State<AppState>,
    RawQuery(raw): RawQuery,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let (services, lang) = (&state.services, context.lang);
    let query = Parts::of(raw.as_deref()).figures(services.clock.today());
    let page = Asking { services, actor: &actor, lang }.page(query).await?;
    let mut frame = context.frame(Area::Supervise, lang.t("总览", "Overview"), Width::Full);
    frame.live = true;
    Ok(Context::html(StatusCode::OK, frame, move || view(page)))
}

/// Who asks.
struct Asking<'a> {
    services: &'a Services,
    actor: &'a Actor,
    lang: Lang,
}

impl Asking<'_> {
    async fn page(&self, query: Query) -> Result<CompletionPage, PageError> {
        let (services, lang) = (self.services, self.lang);
        let now = supervision::completion(services, self.actor, &wished(&query)).await?;
        let groups: Vec<Group> = now.groups.into_iter().map(group).collect();
        let departments = match query.by == By::Department {
            true => groups.clone(),
            false => self.departments(&query).await?,
        };
        let months = months(query.period, services.clock.today());
        let year = completion(months, By::Department, &query.heads);
        Ok(CompletionPage {
            lang,
            heads: names(services, lang, &query.heads).await?,
            today: services.clock.today(),
            read_at: services.clock.now(),
            total: now.total,
            before: self.total(query.period.before(), &query).await?,
            year_before: self.total(query.period.year_before(), &query).await?,
            spans: self.spans(&query).await?,
            ages: self.ages(&query).await?,
            dwell: self.dwell(&query).await?,
            courses: self.courses(&departments, &query, months).await?,
            groups,
            departments,
            months: supervision::trend(services, self.actor, &year).await?,
            worst: self.worst(&query).await?,
            query,
        })
    }

    async fn departments(&self, query: &Query) -> Result<Vec<Group>, PageError> {
        let wanted = completion(query.period, By::Department, &query.heads);
        let found = supervision::completion(self.services, self.actor, &wanted).await?;
        Ok(found.groups.into_iter().map(group).collect())
    }

    async fn total(&self, period: Period, query: &Query) -> Result<Figures, PageError> {
        let wanted = completion(period, By::Channel, &query.heads);
        Ok(supervision::completion(self.services, self.actor, &wanted).await?.total)
    }

    async fn spans(&self, query: &Query) -> Result<Vec<SpanLine>, PageError> {
        let mut spans = Vec::new();
        for preset in GLANCE {
            let period = preset.period(self.services.clock.today());
            spans.push(SpanLine {
                preset,
                now: self.total(period, query).await?,
                before: self.total(period.before(), query).await?,
                year_before: self.total(period.year_before(), query).await?,
            });
        }
        Ok(spans)
    }

    async fn ages(&self, query: &Query) -> Result<Vec<AgeBand>, PageError> {
        let wanted = completion(query.period, By::Channel, &query.heads);
        let found = supervision::ages(self.services, self.actor, &wanted).await?;
        let band = |age: supervision::Age| AgeBand {
            from: age.from,
            to: age.to,
            received_from: age.received_from,
            received_to: age.received_to,
            n: age.cases,
        };
        Ok(found.all.into_iter().map(band).collect())
    }

    async fn dwell(&self, query: &Query) -> Result<Vec<Dwell>, PageError> {
        let found = supervision::dwell(self.services, self.actor, &wished(query)).await?;
        let one = |one: supervision::Dwelt| Dwell {
            name: self.lang.pick(&one.name, &one.name_en).to_owned(),
            stage: one.stage,
            item: one.item_id,
            days: one.days,
        };
        Ok(found.into_iter().map(one).collect())
    }

    async fn worst(&self, query: &Query) -> Result<Vec<Worst>, PageError> {
        let wanted = CaseQuery {
            counted: Some(Measure::OverdueOpen),
            order: Order::Due,
            per_page: WORST,
            ..narrowed(&query.heads)
        };
        let found = cases::list(self.services, self.actor, &wanted).await?;
        Ok(found.rows.into_iter().map(|row| worst_line(self.services, self.lang, row)).collect())
    }
}

/// A group whose key can stand in an address.
pub(super) fn group(group: supervision::Group) -> Group {
    let supervision::Group { key, name, name_en, figures } = group;
    let key = if key.is_empty() { NONE.to_owned() } else { key };
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

fn worst_line(services: &Services, lang: Lang, row: CaseRow) -> Worst {
    Worst {
        lamp: lamp(services, row.light, row.days_left, row.promised_due, row.statutory_due),
        item: lang.pick(&row.item_name, &row.item_name_en).to_owned(),
        department: lang.pick(&row.department, &row.department_en).to_owned(),
        holder: row.assignee.unwrap_or_default(),
        number: row.case_no,
    }
}
