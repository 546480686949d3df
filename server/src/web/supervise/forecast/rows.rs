//! The cases of the number chosen, a page of them.

use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::supervise::forecast::{CaseLine, ForecastQuery, Lines, List, Listed};
use backend::Services;
use backend::forecast::{self, CaseKey, DepartmentForecast, Forecast, PAGE};
use domain::forecast::{Expectation, Pace, Waiting, Which};
use domain::permission::Actor;
use std::collections::HashMap;
use uuid::Uuid;

/// What a line is made with.
struct Words<'a> {
    services: &'a Services,
    lang: Lang,
    departments: HashMap<Uuid, String>,
}

pub(super) async fn listed(
    services: &Services,
    actor: &Actor,
    lang: Lang,
    query: &ForecastQuery,
    shown: &[&DepartmentForecast],
    found: &Forecast,
) -> Result<Listed, PageError> {
    let name = |one: &DepartmentForecast| (one.department_id, lang.pick(&one.name, &one.name_en).to_owned());
    let words = Words { services, lang, departments: found.departments.iter().map(name).collect() };
    Ok(match (query.list.which(query.day), query.list) {
        (Some(which), _) => words.queued(which, query.page, shown),
        (None, List::Suspended) => words.standing(query.page, shown, |one| &one.suspended),
        (None, List::Unaccepted) => words.standing(query.page, shown, |one| &one.unaccepted),
        (None, _) => words.decided(actor, query).await?,
    })
}

impl Words<'_> {
    fn line(&self, case: &CaseKey, department: Uuid) -> CaseLine {
        let card = self.services.catalogue.card(&case.item_id);
        let item = card.map(|card| self.lang.pick(&card.name, &card.name_en).to_owned());
        CaseLine {
            number: case.case_no.clone(),
            item: item.unwrap_or_else(|| case.item_id.clone()),
            department: self.departments.get(&department).cloned().unwrap_or_default(),
            decided: None,
        }
    }

    /// By due date across departments, as each queue is.
    fn queued(&self, which: Which, page: u64, shown: &[&DepartmentForecast]) -> Listed {
        let mut all: Vec<(&DepartmentForecast, &Expectation<CaseKey>)> =
            shown.iter().flat_map(|one| one.outlook.listed(which).map(move |case| (*one, case))).collect();
        all.sort_by(|(_, a), (_, b)| {
            let place = |one: &Expectation<CaseKey>| (one.case.due.is_none(), one.case.due);
            place(a).cmp(&place(b)).then_with(|| a.case.key.cmp(&b.case.key))
        });
        let (total, pages) = extent(all.len());
        let row = |(one, case): &(&DepartmentForecast, &Expectation<CaseKey>)| {
            let line = self.line(&case.case.key, one.department_id);
            (line, one.outlook.pace, bare(case))
        };
        let rows: Vec<(CaseLine, Pace, Expectation<()>)> = paged(&all, page).iter().map(row).collect();
        Listed { total, pages, lines: Lines::Queued(rows) }
    }

    fn standing(
        &self,
        page: u64,
        shown: &[&DepartmentForecast],
        of: fn(&DepartmentForecast) -> &Vec<CaseKey>,
    ) -> Listed {
        let mut all: Vec<(&CaseKey, Uuid)> =
            shown.iter().flat_map(|one| of(one).iter().map(|case| (case, one.department_id))).collect();
        all.sort();
        let (total, pages) = extent(all.len());
        let rows = paged(&all, page).iter().map(|(case, department)| self.line(case, *department)).collect();
        Listed { total, pages, lines: Lines::Plain(rows) }
    }

    async fn decided(&self, actor: &Actor, query: &ForecastQuery) -> Result<Listed, PageError> {
        let department = query.department.as_deref().and_then(|id| id.parse().ok());
        let found = forecast::decided(self.services, actor, department, query.page).await?;
        let row = |one: forecast::Decided| CaseLine {
            decided: Some((one.accepted_on, one.decided_on)),
            ..self.line(&one.case, one.department_id)
        };
        let pages = found.total.div_ceil(PAGE);
        Ok(Listed {
            total: found.total,
            pages,
            lines: Lines::Plain(found.rows.into_iter().map(row).collect()),
        })
    }
}

/// The same without the key, which the line has.
fn bare(one: &Expectation<CaseKey>) -> Expectation<()> {
    let case = Waiting { key: (), due: one.case.due, since: one.case.since };
    Expectation { case, before: one.before, expected: one.expected, lateness: one.lateness }
}

/// How many, and how many pages.
fn extent(len: usize) -> (u64, u64) {
    let total = u64::try_from(len).unwrap_or(u64::MAX);
    (total, total.div_ceil(PAGE))
}

fn paged<T>(all: &[T], page: u64) -> &[T] {
    let whole = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
    let from = whole(page.saturating_sub(1).saturating_mul(PAGE)).min(all.len());
    let until = from.saturating_add(whole(PAGE)).min(all.len());
    all.get(from..until).unwrap_or_default()
}
