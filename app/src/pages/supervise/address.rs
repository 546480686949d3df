//! Addresses of the supervisor's pages: what is counted, under which heads, over which days.

use super::column::Column;
use super::heads::{By, Heads};
use super::measure::Measure;
use super::period::Period;

/// The completion page's address, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Over which days.
    pub period: Period,
    /// Grouped how.
    pub by: By,
    /// Only these.
    pub heads: Heads,
    /// The column that the table is sorted by.
    pub sort: Column,
    /// Smallest first.
    pub ascending: bool,
}

impl Query {
    /// The page.
    pub fn address(&self) -> String {
        format!("/supervise?{}", self.parts(true))
    }

    /// The same figures as a file.
    pub fn csv(&self) -> String {
        format!("/supervise/completion.csv?{}", self.parts(false))
    }

    /// The cases of one number; with a group, only its own.
    pub fn cases(&self, measure: Measure, group: Option<&str>) -> String {
        let heads = match group {
            Some(key) => self.heads.clone().with(self.by, Some(key)),
            None => self.heads.clone(),
        };
        // What is overdue now does not depend on the days chosen.
        let period = Some(self.period).filter(|_| measure != Measure::OverdueOpen);
        CasesQuery { measure: Some(measure), period, heads, page: 1 }.address()
    }

    fn parts(&self, sort: bool) -> String {
        let Period { from, to } = self.period;
        let mut parts = vec![format!("from={from}"), format!("to={to}"), format!("by={}", self.by.as_str())];
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
    /// From 1.
    pub page: u64,
}

impl CasesQuery {
    /// The list's address without its page.
    pub fn address(&self) -> String {
        let mut parts: Vec<String> =
            self.measure.map(|one| format!("measure={}", one.as_str())).into_iter().collect();
        parts.extend(self.period.map(|Period { from, to }| format!("from={from}&to={to}")));
        parts.extend(self.heads.parts());
        if parts.is_empty() {
            "/supervise/cases".to_owned()
        } else {
            format!("/supervise/cases?{}", parts.join("&"))
        }
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
        Query { period, by: By::Item, heads: Heads::default(), sort: Column::default(), ascending: false }
    }

    #[test]
    fn a_number_leads_to_its_cases() {
        let address = query().cases(Measure::Closed, Some("MZ-001"));
        assert_eq!(address, "/supervise/cases?measure=closed&from=2026-11-01&to=2026-11-21&item=MZ-001");
    }
}
