//! Addresses of the supervisor's pages: what is counted, under which heads, over which days.

use super::column::Column;
use super::cut::Cut;
use super::heads::{By, Heads, Level};
use super::measure::Measure;
use super::period::Period;

/// The address of a page of figures, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Over which days.
    pub period: Period,
    /// Grouped how.
    pub by: By,
    /// How deep divisions are told apart; one below the division looked at where it is not said.
    pub level: Option<Level>,
    /// Only these.
    pub heads: Heads,
    /// The column that the table is sorted by.
    pub sort: Column,
    /// Smallest first.
    pub ascending: bool,
}

impl Query {
    /// Everything of a period, by department.
    pub fn of(period: Period) -> Self {
        let (by, heads, sort) = (By::default(), Heads::default(), Column::default());
        Self { period, by, level: None, heads, sort, ascending: false }
    }

    /// The page.
    pub fn address(&self) -> String {
        self.at("/supervise")
    }

    /// Another page of the same days and heads; it may have parts of its own already.
    pub fn at(&self, page: &str) -> String {
        let joint = if page.contains('?') { '&' } else { '?' };
        format!("{page}{joint}{}", self.parts(true))
    }

    /// The same figures as a file: `csv`, `xlsx`.
    pub fn file(&self, kind: &str) -> String {
        format!("/supervise/completion.{kind}?{}", self.parts(false))
    }

    /// Where the figures of this page come from while it is open.
    pub fn live(&self) -> String {
        format!("/supervise/live?{}", self.parts(false))
    }

    /// The same, narrowed to one group.
    pub fn within(&self, key: &str) -> Self {
        Self { heads: self.heads.clone().with(self.by, Some(key)), ..self.clone() }
    }

    /// The cases of one number; with a group, only its own.
    pub fn cases(&self, measure: Measure, group: Option<&str>) -> String {
        let heads = match group {
            Some(key) => self.heads.clone().with(self.by, Some(key)),
            None => self.heads.clone(),
        };
        // What is overdue now does not depend on the days chosen.
        let period = Some(self.period).filter(|_| measure != Measure::OverdueOpen);
        CasesQuery { measure: Some(measure), period, heads, cut: None, page: 1 }.address()
    }

    /// A part of the cases of these days.
    pub fn part(&self, measure: Option<Measure>, cut: Cut) -> String {
        let (period, heads) = (Some(self.period), self.heads.clone());
        CasesQuery { measure, period, heads, cut: Some(cut), page: 1 }.address()
    }

    fn parts(&self, sort: bool) -> String {
        let Period { from, to } = self.period;
        let mut parts = vec![format!("from={from}"), format!("to={to}"), format!("by={}", self.by.as_str())];
        parts.extend(self.level.map(|level| format!("level={}", level.as_str())));
        parts.extend(self.heads.parts());
        if sort && (self.sort != Column::default() || self.ascending) {
            parts.push(format!("sort={}", self.sort.as_str()));
            parts.extend(self.ascending.then(|| "order=asc".to_owned()));
        }
        parts.join("&")
    }
}

/// The address of a list of cases, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CasesQuery {
    /// Those counted by it.
    pub measure: Option<Measure>,
    /// Over which days.
    pub period: Option<Period>,
    /// Only these.
    pub heads: Heads,
    /// A part of them.
    pub cut: Option<Cut>,
    /// From 1.
    pub page: u64,
}

impl CasesQuery {
    /// The list's address without its page.
    pub fn address(&self) -> String {
        self.at("/supervise/cases")
    }

    /// The same cases as a file: `csv`, `xlsx`.
    pub fn file(&self, kind: &str) -> String {
        self.at(&format!("/supervise/cases.{kind}"))
    }

    fn at(&self, page: &str) -> String {
        let mut parts: Vec<String> =
            self.measure.map(|one| format!("measure={}", one.as_str())).into_iter().collect();
        parts.extend(self.period.map(|Period { from, to }| format!("from={from}&to={to}")));
        parts.extend(self.heads.parts());
        parts.extend(self.cut.as_ref().map(Cut::part).map(|(name, value)| format!("{name}={value}")));
        if parts.is_empty() { page.to_owned() } else { format!("{page}?{}", parts.join("&")) }
    }

    /// The list's address up to the page's number.
    pub fn pages(&self) -> String {
        let address = self.address();
        let joint = if address.contains('?') { '&' } else { '?' };
        format!("{address}{joint}page=")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query() -> Query {
        let period = Period { from: "2026-11-01".parse().unwrap(), to: "2026-11-21".parse().unwrap() };
        Query { by: By::Item, ..Query::of(period) }
    }

    #[test]
    fn a_number_leads_to_its_cases() {
        let address = query().cases(Measure::Closed, Some("MZ-001"));
        assert_eq!(address, "/supervise/cases?measure=closed&from=2026-11-01&to=2026-11-21&item=MZ-001");
    }

    #[test]
    fn a_part_of_the_cases_says_which() {
        let address = query().part(Some(Measure::Closed), Cut::Hour { weekday: 0, hour: 9 });
        assert_eq!(address, "/supervise/cases?measure=closed&from=2026-11-01&to=2026-11-21&hour=0-9");
    }
}
