//! 填报: what a department reports of an indicator in a quarter, from its first draft to its being
//! signed off. What a report may go through stands in one table, [`COURSE`].

mod due;
mod figure;
mod lead;
mod shelf;

pub use due::{MENDING_WORKDAYS, REPORTING_WORKDAYS, due, mend_by};
pub use figure::{Amount, Figure, TEXT_MAX};
pub use lead::{fits, fitting};
pub use shelf::Shelf;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::permission::{Actor, Role};

/// How a report stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// 草稿: begun by the department.
    Draft,
    /// 已报送: waits for the supervisor.
    Submitted,
    /// 已退回: the department has to mend it.
    Returned,
    /// 已核定: its figure counts.
    SignedOff,
    /// 已重开: was signed off and does not count any more; the department mends it.
    Reopened,
}

/// What is done to a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// 暂存: figures, words and evidence are written down.
    Save,
    /// 报送.
    Submit,
    /// 退回, with a reason.
    Return,
    /// 核定.
    SignOff,
    /// 重开, with a reason.
    Reopen,
}

/// What a report's history tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Figures or words were written down.
    Saved,
    /// Evidence was added.
    EvidenceAdded,
    /// Evidence was taken out; the file stays readable.
    EvidenceRemoved,
    /// Reported.
    Submitted,
    /// Given back.
    Returned,
    /// Signed off.
    SignedOff,
    /// Opened again.
    Reopened,
    /// Given to a department.
    Assigned,
}

impl Deed {
    /// Every deed.
    pub const ALL: [Self; 8] = [
        Self::Saved,
        Self::EvidenceAdded,
        Self::EvidenceRemoved,
        Self::Submitted,
        Self::Returned,
        Self::SignedOff,
        Self::Reopened,
        Self::Assigned,
    ];

    /// The name in storage.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::EvidenceAdded => "evidence_added",
            Self::EvidenceRemoved => "evidence_removed",
            Self::Submitted => "submitted",
            Self::Returned => "returned",
            Self::SignedOff => "signed_off",
            Self::Reopened => "reopened",
            Self::Assigned => "assigned",
        }
    }

    /// Reads a stored name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.as_str() == text)
    }
}

/// How somebody stands to a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hand {
    /// 负责人 of the department that reports.
    Department,
    /// 监察人员.
    Supervisor,
    /// May not even know that it exists.
    Stranger,
}

/// Every step that there is: from where, by what, to where. What does not stand here is not possible.
pub const COURSE: [(State, Act, State); 9] = [
    (State::Draft, Act::Save, State::Draft),
    (State::Draft, Act::Submit, State::Submitted),
    (State::Returned, Act::Save, State::Returned),
    (State::Returned, Act::Submit, State::Submitted),
    (State::Reopened, Act::Save, State::Reopened),
    (State::Reopened, Act::Submit, State::Submitted),
    (State::Submitted, Act::Return, State::Returned),
    (State::Submitted, Act::SignOff, State::SignedOff),
    (State::SignedOff, Act::Reopen, State::Reopened),
];

impl State {
    /// Every state, in the order in which lists offer them.
    pub const ALL: [Self; 5] =
        [Self::Draft, Self::Submitted, Self::Returned, Self::SignedOff, Self::Reopened];

    /// The name in storage and in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Returned => "returned",
            Self::SignedOff => "signed_off",
            Self::Reopened => "reopened",
        }
    }

    /// Reads a stored name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }

    /// Where an act leads; `None` where it is not possible.
    pub fn after(self, act: Act) -> Option<Self> {
        COURSE.into_iter().find(|(from, by, _)| *from == self && *by == act).map(|(_, _, to)| to)
    }

    /// Whether the department has it in hand.
    pub fn is_with_department(self) -> bool {
        self.after(Act::Save).is_some()
    }

    /// Whether it is overdue: with the department although its last day has passed. A day that cannot
    /// be computed is never past.
    pub fn is_overdue(self, due: Option<NaiveDate>, today: NaiveDate) -> bool {
        self.is_with_department() && due.is_some_and(|due| due < today)
    }
}

impl Act {
    /// Every act.
    pub const ALL: [Self; 5] = [Self::Save, Self::Submit, Self::Return, Self::SignOff, Self::Reopen];

    /// The name in storage and in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Save => "save",
            Self::Submit => "submit",
            Self::Return => "return",
            Self::SignOff => "sign_off",
            Self::Reopen => "reopen",
        }
    }

    /// Reads a stored name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.as_str() == text)
    }

    /// Whose it is to do.
    pub fn hand(self) -> Hand {
        match self {
            Self::Save | Self::Submit => Hand::Department,
            Self::Return | Self::SignOff | Self::Reopen => Hand::Supervisor,
        }
    }

    /// What the history tells of it.
    pub fn deed(self) -> Deed {
        match self {
            Self::Save => Deed::Saved,
            Self::Submit => Deed::Submitted,
            Self::Return => Deed::Returned,
            Self::SignOff => Deed::SignedOff,
            Self::Reopen => Deed::Reopened,
        }
    }

    /// Whether it has to be said why.
    pub fn needs_reason(self) -> bool {
        match self {
            Self::Return | Self::Reopen => true,
            Self::Save | Self::Submit | Self::SignOff => false,
        }
    }
}

/// How `actor` stands to what `department` reports; a report of no department is the supervisor's alone.
pub fn hand(actor: &Actor, department: Option<Uuid>) -> Hand {
    match actor.role {
        Some(Role::Reviewer) if actor.head && department.is_some() && actor.department == department => {
            Hand::Department
        }
        Some(Role::Supervisor) => Hand::Supervisor,
        Some(Role::Citizen | Role::Clerk | Role::Reviewer | Role::Admin | Role::Auditor) | None => {
            Hand::Stranger
        }
    }
}

/// What somebody may do to a report as it stands.
pub fn offered(hand: Hand, state: State) -> Vec<Act> {
    Act::ALL.into_iter().filter(|act| act.hand() == hand && state.after(*act).is_some()).collect()
}

#[cfg(test)]
mod tests;
