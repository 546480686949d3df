//! The life of a case: every capability told as a story, and properties over random histories.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test tells of its failure by panicking")]

#[path = "../announced/mod.rs"]
mod announced;

mod acts;
mod alarms;
mod alarms_by_hand;
mod by_rule;
mod calendar_moved;
mod corrections;
mod counters;
mod counters_by_hand;
mod dates_by_hand;
mod decision;
mod deemed;
mod deferred;
mod endings;
mod extension;
mod hands;
mod history;
mod intake;
mod obeys;
mod people;
mod processes;
mod promise;
mod special;
mod steps;
mod steps_held;
mod stored;
mod story;
mod table;
mod written;
