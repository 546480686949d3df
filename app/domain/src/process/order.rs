//! The order of the steps: which run side by side, and when each would end.

use super::{Process, StepSpec};
use crate::calendar::Calendar;
use crate::deadline::{Limit, due};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// When a step would begin and end, if nothing stops it and everybody takes all the time there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected<'a> {
    /// The step.
    pub step: &'a StepSpec,
    /// The day on which it is asked for.
    pub begins: NaiveDate,
    /// The last day of its own limit; none where it has none.
    pub ends: Option<NaiveDate>,
}

impl Process {
    /// The steps in rows: those of a row wait for steps of rows before, and may run side by side.
    pub fn rows(&self) -> Vec<Vec<&StepSpec>> {
        let mut row_of: BTreeMap<&str, usize> = BTreeMap::new();
        let mut rows: Vec<Vec<&StepSpec>> = Vec::new();
        for step in &self.steps {
            let before = step.after.iter().filter_map(|key| row_of.get(key.as_str())).max();
            let at = before.map_or(0, |row| row + 1);
            row_of.insert(&step.key, at);
            if rows.len() <= at {
                rows.resize_with(at + 1, Vec::new);
            }
            if let Some(row) = rows.get_mut(at) {
                row.push(step);
            }
        }
        rows
    }

    /// When each step would begin and end in a case accepted on a day.
    pub fn expected(&self, calendar: &Calendar, accepted: NaiveDate) -> Vec<Expected<'_>> {
        let mut done: BTreeMap<&str, NaiveDate> = BTreeMap::new();
        let mut expected = Vec::new();
        for step in &self.steps {
            let before = step.after.iter().filter_map(|key| done.get(key.as_str())).max();
            let begins = before.copied().unwrap_or(accepted);
            let limit = step.limit.map(Limit::workdays);
            let ends = limit.and_then(|limit| due(calendar, begins, limit, &[])).map(|end| end.due);
            done.insert(&step.key, ends.unwrap_or(begins));
            expected.push(Expected { step, begins, ends });
        }
        expected
    }
}
