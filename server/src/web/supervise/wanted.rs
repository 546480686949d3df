//! Which cases a number counts.

use super::asked::NO_WINDOW;
use super::cases::PER_PAGE;
use app::pages::supervise::address::CasesQuery;
use app::pages::supervise::heads::{By, Heads};
use app::pages::supervise::measure::Measure;
use backend::cases::{CaseQuery, Order};
use domain::indicator::Metric;
use domain::item::Channel;

/// Only the cases under these heads.
pub(super) fn narrowed(heads: &Heads) -> CaseQuery {
    let text = |by| heads.get(by).map(str::to_owned);
    CaseQuery {
        department_id: heads.get(By::Department).and_then(|id| id.parse().ok()),
        item_id: text(By::Item),
        division: text(By::Division),
        window_id: heads.get(By::Window).map(|key| if key == NO_WINDOW { None } else { key.parse().ok() }),
        channel: heads.get(By::Channel).and_then(Channel::parse),
        ..CaseQuery::default()
    }
}

/// Exactly the cases that the number counts.
pub(super) fn wanted(query: &CasesQuery) -> CaseQuery {
    let metric = match query.measure {
        None | Some(Measure::Open | Measure::OverdueOpen) => None,
        Some(Measure::Received) => Some(Metric::Received),
        Some(Measure::Accepted) => Some(Metric::Accepted),
        Some(Measure::Closed) => Some(Metric::Closed),
        Some(Measure::OnTime) => Some(Metric::OnTime),
        Some(Measure::Early) => Some(Metric::Early),
        Some(Measure::Late) => Some(Metric::Late),
    };
    let open = query.measure == Some(Measure::Open);
    let overdue = query.measure == Some(Measure::OverdueOpen);
    let period = query.period.filter(|_| !overdue);
    CaseQuery {
        measure: metric,
        open,
        overdue,
        from: period.map(|period| period.from).filter(|_| !open),
        to: period.map(|period| period.to),
        order: if open || overdue { Order::Due } else { Order::Newest },
        page: query.page,
        per_page: PER_PAGE,
        ..narrowed(&query.heads)
    }
}
