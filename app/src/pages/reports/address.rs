//! Which reports a list shows, and how it is narrowed.

use super::words::{parse_state, quarter, shelf_name, state_key, state_name};
use crate::lang::Lang;
use crate::ui::toolbar::select;
use domain::assessment::Period;
use domain::assessment::report::{Shelf, State};
use leptos::prelude::*;

/// Whose page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The head's of a department.
    Review,
    /// The supervisor's.
    Supervise,
}

impl Place {
    /// The list.
    pub fn list(self) -> &'static str {
        match self {
            Self::Review => "/review/indicators",
            Self::Supervise => "/supervise/reports",
        }
    }

    /// A file of evidence.
    pub fn file(self, id: &str) -> String {
        format!("{}/files/{id}", self.list())
    }

    /// The lists that are offered here, the first of them unless another is asked for.
    fn shelves(self) -> [Shelf; 5] {
        match self {
            Self::Review => [Shelf::Todo, Shelf::Overdue, Shelf::Waiting, Shelf::SignedOff, Shelf::All],
            Self::Supervise => [Shelf::Waiting, Shelf::Overdue, Shelf::Todo, Shelf::SignedOff, Shelf::All],
        }
    }
}

/// The list's address, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportsAddress {
    /// Whose page it is.
    pub place: Place,
    /// Which list.
    pub shelf: Shelf,
    /// Of this scheme.
    pub scheme: Option<String>,
    /// Of this department, by its key.
    pub department: Option<String>,
    /// Of this quarter.
    pub period: Option<Period>,
    /// In this state.
    pub state: Option<Option<State>>,
    /// The page, from 1.
    pub page: u64,
}

impl ReportsAddress {
    /// Takes only what the parts can mean.
    pub fn read(place: Place, part: impl Fn(&str) -> String) -> Self {
        let [first, ..] = place.shelves();
        let word = |text: String| {
            let plain = text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
            Some(text).filter(|text| !text.is_empty() && text.len() <= 64 && plain)
        };
        let narrowed = !part("scheme").is_empty() || !part("state").is_empty();
        Self {
            place,
            shelf: Shelf::parse(&part("list"))
                .or_else(|| Shelf::parse(&part("shelf")))
                .unwrap_or(if narrowed { Shelf::All } else { first }),
            scheme: word(part("scheme")),
            department: word(part("department")),
            period: Period::parse(&part("period")),
            state: parse_state(&part("state")),
            page: part("page").parse().unwrap_or(1).max(1),
        }
    }

    /// The address up to the number of the page.
    pub fn pages(&self) -> String {
        format!("{}&page=", self.first())
    }

    fn first(&self) -> String {
        let mut parts = vec![format!("list={}", self.shelf.as_str())];
        parts.extend(self.scheme.as_ref().map(|key| format!("scheme={key}")));
        parts.extend(self.department.as_ref().map(|id| format!("department={id}")));
        parts.extend(self.period.map(|period| format!("period={period}")));
        parts.extend(self.state.map(|state| format!("state={}", state_key(state))));
        format!("{}?{}", self.place.list(), parts.join("&"))
    }
}

/// Each list with its number.
pub(super) fn tabs(lang: Lang, query: &ReportsAddress, counts: &[(Shelf, usize)]) -> AnyView {
    let tab = |shelf: Shelf| {
        let href = ReportsAddress { shelf, page: 1, ..query.clone() }.first();
        let current = (query.shelf == shelf).then_some("page");
        let count = counts.iter().find(|(known, _)| *known == shelf).map_or(0, |(_, count)| *count);
        let name = match (query.place, shelf) {
            (Place::Review, Shelf::Todo) => lang.t("待填报", "To report"),
            (Place::Review, Shelf::Waiting) => lang.t("已报送", "Submitted"),
            (Place::Supervise, _) | (Place::Review, Shelf::Overdue | Shelf::SignedOff | Shelf::All) => {
                shelf_name(lang, shelf)
            }
        };
        view! { <li><a href=href aria-current=current>{name}" "<span class="count">{count}</span></a></li> }
    };
    let tabs = query.place.shelves().map(tab).collect_view();
    view! { <nav class="tabs" aria-label=lang.t("范围", "Which reports")><ul>{tabs}</ul></nav> }.into_any()
}

/// What there is to choose from.
pub(super) struct Choices<'a> {
    pub schemes: &'a [(String, String)],
    pub departments: &'a [(String, String)],
    pub periods: &'a [Period],
}

pub(super) fn filters(lang: Lang, query: &ReportsAddress, choices: &Choices<'_>) -> AnyView {
    let periods: Vec<_> = choices.periods.iter().map(|one| (one.to_string(), quarter(lang, *one))).collect();
    let states = std::iter::once(None).chain(State::ALL.map(Some));
    let states: Vec<_> =
        states.map(|one| (state_key(one).to_owned(), state_name(lang, one).to_owned())).collect();
    let period = query.period.map(|period| period.to_string()).unwrap_or_default();
    let state = query.state.map(state_key).unwrap_or_default();
    let scheme = query.scheme.as_deref().unwrap_or_default();
    let department = (!choices.departments.is_empty()).then(|| {
        let chosen = query.department.as_deref().unwrap_or_default();
        let all = lang.t("所有部门", "Any department");
        select(lang.t("部门", "Department"), "department", all, choices.departments, chosen)
    });
    let any_scheme = lang.t("所有考核方案", "Any scheme");
    let any_period = lang.t("所有季度", "Any quarter");
    view! {
        <form class="toolbar" method="get" action=query.place.list() aria-label=lang.t("筛选", "Filter")>
            <input type="hidden" name="list" value=query.shelf.as_str()/>
            {select(lang.t("考核方案", "Scheme"), "scheme", any_scheme, choices.schemes, scheme)}
            {department}
            {select(lang.t("季度", "Quarter"), "period", any_period, &periods, &period)}
            {select(lang.t("状态", "State"), "state", lang.t("所有状态", "Any state"), &states, state)}
            <button class="button small secondary">{lang.t("筛选", "Filter")}</button>
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(place: Place, parts: &[(&str, &str)]) -> ReportsAddress {
        ReportsAddress::read(place, |name| {
            parts
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value).to_owned())
                .unwrap_or_default()
        })
    }

    #[test]
    fn each_begins_with_what_is_theirs_to_do() {
        assert_eq!(read(Place::Review, &[]).shelf, Shelf::Todo);
        assert_eq!(read(Place::Supervise, &[]).shelf, Shelf::Waiting);
        assert_eq!(read(Place::Supervise, &[("scheme", "siping")]).shelf, Shelf::All);
    }

    #[test]
    fn the_address_takes_only_what_it_can_mean() {
        let asked =
            [("list", "todo"), ("scheme", "a\"b"), ("period", "2026-Q3"), ("state", "owed"), ("page", "2")];
        let query = read(Place::Supervise, &asked);
        assert_eq!(query.scheme, None);
        assert_eq!(query.pages(), "/supervise/reports?list=todo&period=2026-Q3&state=owed&page=");
        assert_eq!(query.page, 2);
    }
}
