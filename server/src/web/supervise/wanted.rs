//! Which cases a number counts.

use super::asked;
use super::cases::PER_PAGE;
use app::pages::supervise::address::CasesQuery;
use app::pages::supervise::cut::Cut;
use app::pages::supervise::heads::Heads;
use app::pages::supervise::measure::Measure;
use backend::cases::{CaseQuery, Order};
use chrono::Weekday;

/// Only the cases under these heads.
pub(super) fn narrowed(heads: &Heads) -> CaseQuery {
    CaseQuery { heads: asked::narrowed(heads), ..CaseQuery::default() }
}

/// Exactly the cases that the number counts.
pub(super) fn wanted(query: &CasesQuery) -> CaseQuery {
    let stock = matches!(query.measure, Some(Measure::Open | Measure::OverdueOpen));
    let wanted = CaseQuery {
        counted: query.measure,
        from: query.period.map(|period| period.from),
        to: query.period.map(|period| period.to),
        order: if stock { Order::Due } else { Order::Newest },
        page: query.page,
        per_page: PER_PAGE,
        ..narrowed(&query.heads)
    };
    match query.cut.clone() {
        None => wanted,
        Some(Cut::Received { from, to }) => {
            CaseQuery { received_from: from, received_to: Some(to), ..wanted }
        }
        Some(Cut::Stage(stage)) => CaseQuery { passed: Some(stage), ..wanted },
        Some(Cut::Hour { weekday, hour }) => {
            CaseQuery { weekday: weekday_of(weekday), hour: Some(hour), ..wanted }
        }
        Some(Cut::Fate(fate)) => CaseQuery { fate: Some(fate), ..wanted },
    }
}

fn weekday_of(number: u32) -> Option<Weekday> {
    u8::try_from(number).ok().and_then(|number| Weekday::try_from(number).ok())
}
