//! The cases behind each number of a forecast: one definition for the number and for its list.

use super::{Expectation, Expected, Lateness, Outlook};
use chrono::NaiveDate;

/// Which cases of a queue. A day is one of the coming working days; without one the last of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// All whose clock runs.
    Running,
    /// That will be late; with a day, of those due on it.
    Late(Option<NaiveDate>),
    /// Past their date already.
    Past,
    /// Due on a day; without one, on any of the coming days.
    Due(Option<NaiveDate>),
    /// Due by a day's end, past ones too, and not decided by then.
    Backlog(Option<NaiveDate>),
    /// Decided by a day's end.
    Done(Option<NaiveDate>),
}

impl<K> Outlook<K> {
    /// The cases, in the order of the queue.
    pub fn listed(&self, which: Which) -> impl Iterator<Item = &Expectation<K>> {
        self.queue.iter().filter(move |one| self.holds(which, one))
    }

    fn holds(&self, which: Which, one: &Expectation<K>) -> bool {
        match which {
            Which::Running => true,
            Which::Late(None) => one.lateness.is_some_and(Lateness::is_ahead),
            Which::Late(day) => one.lateness.is_some_and(Lateness::is_ahead) && self.is_due(one, day),
            Which::Past => one.lateness.is_some_and(|lateness| !lateness.is_ahead()),
            Which::Due(day) => self.is_due(one, day),
            Which::Backlog(day) => self
                .by(day)
                .is_some_and(|day| one.case.due.is_some_and(|due| due <= day) && !one.expected.is_by(day)),
            Which::Done(day) => self.by(day).is_some_and(|day| one.expected.is_by(day)),
        }
    }

    /// Due on a coming day, or on a day off since the working day before it.
    fn is_due(&self, one: &Expectation<K>, day: Option<NaiveDate>) -> bool {
        let Some(due) = one.case.due.filter(|&due| due >= self.today) else { return false };
        let counted = self.days.iter().map(|one| one.date).find(|&date| due <= date);
        match day {
            Some(day) => counted == Some(day),
            None => counted.is_some(),
        }
    }

    fn by(&self, day: Option<NaiveDate>) -> Option<NaiveDate> {
        day.or_else(|| self.days.last().map(|last| last.date))
    }
}

impl Expected {
    fn is_by(self, day: NaiveDate) -> bool {
        match self {
            Self::On(on) => on <= day,
            Self::Beyond | Self::Never => false,
        }
    }
}
