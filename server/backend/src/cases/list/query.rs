//! What somebody asks of a list.

use crate::supervision::Heads;
use chrono::{NaiveDate, Weekday};
use domain::case::Status;
use domain::indicator::{Fate, Measure, Metric, Stage};
use domain::item::Channel;
use uuid::Uuid;

/// In whose hands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AssigneeFilter {
    /// Anybody's.
    #[default]
    Any,
    /// One's own, or an absent colleague's whom one stands in for.
    Mine,
    /// Nobody's yet.
    Nobody,
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// What is due first.
    #[default]
    Due,
    /// What came last.
    Newest,
}

/// Which cases. The default is all that somebody may see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseQuery {
    /// In one of these; none means any.
    pub status: Vec<Status>,
    /// Of this item.
    pub item_id: Option<String>,
    /// Of this department.
    pub department_id: Option<Uuid>,
    /// Of bodies of this division.
    pub division: Option<String>,
    /// Taken in at this window; `Some(None)` for those without one.
    pub window_id: Option<Option<Uuid>>,
    /// That came this way.
    pub channel: Option<Channel>,
    /// Of this person.
    pub person_id: Option<Uuid>,
    /// Of this organisation.
    pub entity_id: Option<Uuid>,
    /// Taken in by this clerk.
    pub clerk_id: Option<Uuid>,
    /// In whose hands.
    pub assignee: AssigneeFilter,
    /// First day, of submission or of `measure`.
    pub from: Option<NaiveDate>,
    /// Last day, of submission or of `measure`.
    pub to: Option<NaiveDate>,
    /// The cases that this counter counts from `from` to `to`.
    pub measure: Option<Metric>,
    /// The cases behind a number of the figures from `from` to `to`: exactly as many where it counts cases.
    pub counted: Option<Measure>,
    /// Under the heads of figures.
    pub heads: Heads,
    /// First day of submission, beside `from` and `to` of something else.
    pub received_from: Option<NaiveDate>,
    /// Last day of submission, likewise.
    pub received_to: Option<NaiveDate>,
    /// Submitted on this weekday in the city.
    pub weekday: Option<Weekday>,
    /// Submitted in this hour in the city, from 0 to 23.
    pub hour: Option<u32>,
    /// What has come of them by now.
    pub fate: Option<Fate>,
    /// Ended this stage from `from` to `to`, at least once.
    pub passed: Option<Stage>,
    /// Only these, by id.
    pub among: Option<Vec<Uuid>>,
    /// In the house at the end of `to` (of today, without one).
    pub open: bool,
    /// Clock running and past the date given.
    pub overdue: bool,
    /// 会办: decided elsewhere, with an open step of the viewer's department.
    pub consulted: bool,
    /// 待批延期: an extension waits for a head.
    pub extension: bool,
    /// Case number, or part of the applicant's name.
    pub text: Option<String>,
    /// In which order.
    pub order: Order,
    /// From 1.
    pub page: u64,
    /// 0 means 25; at most 200.
    pub per_page: u64,
}
