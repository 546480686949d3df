//! Addresses of the supervisor's pages: what is counted, under which heads, over which days.

pub use super::groups::Column;
use super::period::Period;
use crate::lang::Lang;

/// Under which head figures are grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// 部门.
    #[default]
    Department,
    /// 事项.
    Item,
    /// 辖区.
    Division,
    /// 窗口.
    Window,
    /// 渠道.
    Channel,
}

impl By {
    /// Every head, in the order of the picker.
    pub const ALL: [Self; 5] = [Self::Department, Self::Item, Self::Division, Self::Window, Self::Channel];

    /// The value in the address, and the name of the filter.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Department => "department",
            Self::Item => "item",
            Self::Division => "division",
            Self::Window => "window",
            Self::Channel => "channel",
        }
    }

    /// Reads the address.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.as_str() == text)
    }

    /// Its name.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Department => lang.t("部门", "Department"),
            Self::Item => lang.t("事项", "Service"),
            Self::Division => lang.t("辖区", "Division"),
            Self::Window => lang.t("窗口", "Window"),
            Self::Channel => lang.t("渠道", "Channel"),
        }
    }
}

/// What is counted, each a set of cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// 收件.
    Received,
    /// 受理.
    Accepted,
    /// 办结.
    Closed,
    /// 按时办结.
    OnTime,
    /// 提前办结.
    Early,
    /// 超期办结.
    Late,
    /// 在办.
    Open,
    /// 超期在办.
    OverdueOpen,
}

impl Measure {
    /// Every measure.
    pub const ALL: [Self; 8] = [
        Self::Received,
        Self::Accepted,
        Self::Closed,
        Self::OnTime,
        Self::Early,
        Self::Late,
        Self::Open,
        Self::OverdueOpen,
    ];

    /// The value in the address.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Accepted => "accepted",
            Self::Closed => "closed",
            Self::OnTime => "on_time",
            Self::Early => "early",
            Self::Late => "late",
            Self::Open => "open",
            Self::OverdueOpen => "overdue_open",
        }
    }

    /// Reads the address.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.as_str() == text)
    }

    /// Its name.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Received => lang.t("收件", "Received"),
            Self::Accepted => lang.t("受理", "Accepted"),
            Self::Closed => lang.t("办结", "Closed"),
            Self::OnTime => lang.t("按时办结", "Closed on time"),
            Self::Early => lang.t("提前办结", "Closed early"),
            Self::Late => lang.t("超期办结", "Closed late"),
            Self::Open => lang.t("在办", "Open"),
            Self::OverdueOpen => lang.t("现在超期", "Overdue now"),
        }
    }

    /// What exactly is counted.
    pub fn meaning(self, lang: Lang) -> &'static str {
        match self {
            Self::Received => lang.t("提交日在本期内的办件", "Cases submitted in the period"),
            Self::Accepted => lang.t("受理日在本期内的办件", "Cases accepted in the period"),
            Self::Closed => lang.t("办结日在本期内的办件", "Cases closed in the period"),
            Self::OnTime => lang.t(
                "本期办结，且决定日不晚于期限的办件",
                "Cases closed in the period and decided on or before the date given",
            ),
            Self::Early => lang.t(
                "本期办结，且决定日早于期限的办件（含在按时办结内）",
                "Cases closed in the period and decided before the date given (part of closed on time)",
            ),
            Self::Late => lang.t(
                "本期办结，但决定日晚于期限的办件",
                "Cases closed in the period but decided after the date given",
            ),
            Self::Open => lang.t(
                "期末已提交、还没有结束的办件",
                "Cases submitted and not finished at the end of the period",
            ),
            Self::OverdueOpen => lang.t(
                "此刻在办、计时中，且已过期限的办件（与所选时间无关）",
                "Cases whose clock runs now and whose date has passed, whatever period is chosen",
            ),
        }
    }
}

/// Only cases under these heads. Keys are ids, codes and names of our own: letters, digits, `-`, `_`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heads {
    keys: [Option<String>; 5],
}

impl Heads {
    /// The key for a head.
    pub fn get(&self, by: By) -> Option<&str> {
        By::ALL.iter().zip(&self.keys).find(|(head, _)| **head == by).and_then(|(_, key)| key.as_deref())
    }

    /// The same with another key; what cannot be a key is left out.
    pub fn with(mut self, by: By, key: Option<&str>) -> Self {
        let key = key.filter(|key| is_key(key)).map(str::to_owned);
        if let Some((_, place)) = By::ALL.iter().zip(&mut self.keys).find(|(head, _)| **head == by) {
            *place = key;
        }
        self
    }

    /// The heads given, with their keys.
    pub fn given(&self) -> impl Iterator<Item = (By, &str)> {
        By::ALL.into_iter().zip(&self.keys).filter_map(|(by, key)| key.as_deref().map(|key| (by, key)))
    }

    fn parts(&self) -> impl Iterator<Item = String> {
        self.given().map(|(by, key)| format!("{}={key}", by.as_str()))
    }
}

fn is_key(key: &str) -> bool {
    !key.is_empty()
        && key.len() <= 64
        && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
}

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

    #[test]
    fn what_cannot_be_a_key_is_left_out() {
        let heads = Heads::default().with(By::Item, Some("a&b=c")).with(By::Window, Some("none"));
        assert_eq!(heads.given().collect::<Vec<_>>(), [(By::Window, "none")]);
    }
}
