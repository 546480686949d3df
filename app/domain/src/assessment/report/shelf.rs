//! The lists in which reports are looked through. What is owed and not begun has no state yet.

use super::State;

/// One of the lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shelf {
    /// 待填报: with the department.
    Todo,
    /// 逾期: with the department after its last day; part of [`Shelf::Todo`].
    Overdue,
    /// 待核定: with the supervisor.
    Waiting,
    /// 已核定.
    SignedOff,
    /// Every one.
    All,
}

impl Shelf {
    /// Every list.
    pub const ALL: [Self; 5] = [Self::Todo, Self::Overdue, Self::Waiting, Self::SignedOff, Self::All];

    /// The name in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Todo => "todo",
            Self::Overdue => "overdue",
            Self::Waiting => "waiting",
            Self::SignedOff => "signed_off",
            Self::All => "all",
        }
    }

    /// Reads a name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shelf| shelf.as_str() == text)
    }

    /// Whether a report stands in it.
    pub fn holds(self, state: Option<State>, overdue: bool) -> bool {
        let state = state.unwrap_or(State::Draft);
        match self {
            Self::Todo => state.is_with_department(),
            Self::Overdue => overdue,
            Self::Waiting => state == State::Submitted,
            Self::SignedOff => state == State::SignedOff,
            Self::All => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_report_stands_in_exactly_one_of_three_lists() {
        let three = [Shelf::Todo, Shelf::Waiting, Shelf::SignedOff];
        for state in State::ALL.map(Some).into_iter().chain([None]) {
            assert_eq!(three.iter().filter(|shelf| shelf.holds(state, false)).count(), 1, "{state:?}");
            assert!(Shelf::All.holds(state, false) && !Shelf::Overdue.holds(state, false));
        }
        assert!(Shelf::Overdue.holds(None, true) && Shelf::Todo.holds(None, true));
    }
}
