//! The address of the forecast: which department, and the cases of which of its numbers.

use crate::lang::Lang;
use chrono::NaiveDate;
use domain::forecast::Which;

/// The cases of which number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum List {
    /// That will be late.
    #[default]
    Late,
    /// Past their date already.
    Past,
    /// Due in the coming days.
    Due,
    /// Due by a day and not decided by then.
    Backlog,
    /// Decided by a day.
    Done,
    /// All whose clock runs.
    Running,
    /// Whose clock stands still.
    Suspended,
    /// Not accepted yet.
    Unaccepted,
    /// Decisions that the pace counts.
    Decided,
}

impl List {
    /// Every list.
    pub const ALL: [Self; 9] = [
        Self::Late,
        Self::Past,
        Self::Due,
        Self::Backlog,
        Self::Done,
        Self::Running,
        Self::Suspended,
        Self::Unaccepted,
        Self::Decided,
    ];

    /// The value in the address.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Past => "past",
            Self::Due => "due",
            Self::Backlog => "backlog",
            Self::Done => "done",
            Self::Running => "running",
            Self::Suspended => "suspended",
            Self::Unaccepted => "unaccepted",
            Self::Decided => "decided",
        }
    }

    /// Reads the address.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.as_str() == text)
    }

    /// What of a queue it lists; none for what is in no queue.
    pub fn which(self, day: Option<NaiveDate>) -> Option<Which> {
        Some(match self {
            Self::Late => Which::Late(day),
            Self::Past => Which::Past,
            Self::Due => Which::Due(day),
            Self::Backlog => Which::Backlog(day),
            Self::Done => Which::Done(day),
            Self::Running => Which::Running,
            Self::Suspended | Self::Unaccepted | Self::Decided => return None,
        })
    }

    /// Its heading.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Late => lang.t("照现在的速度会超期的办件", "Will be late at the present pace"),
            Self::Past => lang.t("已经超期的办件", "Past their date already"),
            Self::Due => lang.t("到期的办件", "Falling due"),
            Self::Backlog => lang.t("到期而办不完的办件", "Due and not decided by then"),
            Self::Done => lang.t("照现在的速度能办完的办件", "Decided by then at the present pace"),
            Self::Running => lang.t("计时中的办件", "Clock running"),
            Self::Suspended => lang.t("停止计时、不在预测内的办件", "Clock stopped, not counted"),
            Self::Unaccepted => lang.t("还没有受理、不在预测内的办件", "Not accepted yet, not counted"),
            Self::Decided => lang.t("计入速度的决定", "Decisions that make the pace"),
        }
    }
}

/// The address, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ForecastQuery {
    /// Only this department, by its id.
    pub department: Option<String>,
    /// The cases of which number.
    pub list: List,
    /// Of which coming day.
    pub day: Option<NaiveDate>,
    /// From 1.
    pub page: u64,
}

impl ForecastQuery {
    /// The first page of another list of the same departments.
    #[must_use]
    pub fn listing(&self, list: List, day: Option<NaiveDate>) -> Self {
        Self { list, day, page: 1, ..self.clone() }
    }

    /// The same of one department.
    #[must_use]
    pub fn of(&self, department: &str) -> Self {
        Self { department: Some(department.to_owned()), page: 1, ..self.clone() }
    }

    /// The page, at its list.
    pub fn address(&self) -> String {
        format!("{}#cases", self.bare())
    }

    /// The page from its top.
    pub fn bare(&self) -> String {
        let mut parts: Vec<String> =
            self.department.iter().map(|department| format!("department={department}")).collect();
        parts.extend((self.list != List::default()).then(|| format!("list={}", self.list.as_str())));
        parts.extend(self.day.map(|day| format!("day={day}")));
        let joint = if parts.is_empty() { "" } else { "?" };
        format!("/supervise/forecast{joint}{}", parts.join("&"))
    }

    /// The address up to the page's number.
    pub fn pages(&self) -> String {
        let bare = self.bare();
        let joint = if bare.contains('?') { '&' } else { '?' };
        format!("{bare}{joint}page=")
    }
}
