//! Whose dates a change of the calendar moves, found by counting each before and after.

use super::days::Days;
use super::watch::{Phase, Watch};
use chrono::NaiveDate;

/// Every date that a case shows by these days, in a fixed order.
pub(super) fn dates(watch: &Watch, days: &Days) -> Vec<Option<NaiveDate>> {
    let limits = || [watch.limits.promised, watch.limits.statutory].map(|limit| watch.last(days, limit));
    let supplement = || watch.supplement_by(days).filter(|_| watch.owed);
    match watch.phase {
        Phase::Sent if watch.answered.is_some() => vec![watch.answer_by(days)],
        Phase::Sent => [vec![watch.answer_by(days)], limits().to_vec()].concat(),
        Phase::Asked => vec![watch.reply_by(days)],
        Phase::Handled => {
            let parts = watch.parts.iter().filter(|part| part.open).map(|part| watch.part_by(days, part));
            [limits().to_vec(), vec![supplement()], parts.collect()].concat()
        }
        Phase::Stopped => vec![supplement()],
        Phase::Decided | Phase::HandedOver | Phase::Over => Vec::new(),
    }
}
