//! Which lines of the ledger, and from where on.

use super::Act;
use crate::holder::Holder;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::calendar::CITY_OFFSET;
use entity::access;
use sea_orm::Condition;
use std::fmt;
use uuid::Uuid;

/// Which lines. The default is all, a page of 30.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LedgerQuery {
    /// Only this act.
    pub act: Option<Act>,
    /// From this day on.
    pub from: Option<NaiveDate>,
    /// Until this day, included.
    pub to: Option<NaiveDate>,
    /// After the last line of the page before.
    pub after: Option<Cursor>,
    /// Lines of a page; 0 means 30, at most 500.
    pub limit: u64,
}

impl LedgerQuery {
    pub(super) fn limit(&self) -> u64 {
        if self.limit == 0 { 30 } else { self.limit.min(500) }
    }

    /// Without the act, which counts are by.
    pub(super) fn period(&self) -> Condition {
        let at = access::COLUMN.at;
        Condition::all()
            .add_option(self.from.and_then(start_of).map(|from| at.gte(from)))
            .add_option(self.to.and_then(|day| day.succ_opt()).and_then(start_of).map(|end| at.lt(end)))
    }

    pub(super) fn wanted(&self) -> Condition {
        self.period()
            .add_option(self.act.map(|act| access::COLUMN.act.eq(act.as_str())))
            .add_option(self.after.map(Cursor::beyond))
    }
}

/// The lines about somebody.
pub(super) fn about(holder: Holder) -> Condition {
    Condition::all().add(match holder {
        Holder::Person(id) => access::COLUMN.person_id.eq(id),
        Holder::Entity(id) => access::COLUMN.entity_id.eq(id),
    })
}

/// A place in the ledger, which is read newest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// Moment of the last line.
    pub at: DateTime<Utc>,
    /// Its key.
    pub id: Uuid,
}

impl Cursor {
    /// Reads what an address carries.
    pub fn parse(text: &str) -> Option<Self> {
        let (at, id) = text.split_once('.')?;
        Some(Self { at: DateTime::from_timestamp_micros(at.parse().ok()?)?, id: id.parse().ok()? })
    }

    fn beyond(self) -> Condition {
        let Self { at, id } = self;
        let earlier = Condition::any().add(access::COLUMN.at.lt(at)).add(access::COLUMN.id.lt(id));
        // The first condition is the one that the index takes.
        Condition::all().add(access::COLUMN.at.lte(at)).add(earlier)
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.at.timestamp_micros(), self.id.simple())
    }
}

/// The first moment of a day in the city.
fn start_of(day: NaiveDate) -> Option<DateTime<Utc>> {
    let midnight = day.and_time(NaiveTime::MIN).and_local_timezone(CITY_OFFSET).single();
    midnight.map(|at| at.with_timezone(&Utc))
}
