//! The light, as someone would tell it who goes through the days and looks at each evening only at
//! what is known by then.

use crate::counter::Counter;
use crate::world::Sheet;
use chrono::NaiveDate;
use domain::deadline::{Clock, Light, Suspension};

/// The light of every evening from day 0 to a last one.
pub fn evenings(sheet: &Sheet, clock: &Clock, last: NaiveDate) -> Vec<(NaiveDate, Light)> {
    let days = clock.day_zero.iter_days().take_while(|&date| date <= last);
    let mut shown: Option<Light> = None;
    let counter = Counter { sheet, stops: &clock.suspensions };
    days.map(|today| {
        let now = if counter.is_stopped(today) {
            // It keeps its colour; on day 0 it takes the one it would have had.
            shown.unwrap_or_else(|| evening(sheet, clock, &[], today))
        } else {
            let begun = clock.suspensions.iter().filter(|stop| stop.from <= today);
            evening(sheet, clock, &begun.copied().collect::<Vec<_>>(), today)
        };
        shown = Some(now);
        (today, now)
    })
    .collect()
}

fn evening(sheet: &Sheet, clock: &Clock, stops: &[Suspension], today: NaiveDate) -> Light {
    let counter = Counter { sheet, stops };
    let extension = clock.extension.filter(|extension| extension.on <= today);
    let [promised, statutory] = [clock.promised, clock.statutory]
        .map(|limit| limit.map(|limit| counter.due(clock.day_zero, limit, extension).unwrap()));
    if statutory.as_ref().is_some_and(|statutory| statutory.due < today) {
        return Light::Black;
    }
    if promised.as_ref().is_some_and(|promised| promised.due < today) {
        return Light::Red;
    }
    let Some(next) = promised.or(statutory) else { return Light::Green };
    let left = counter.workdays(today, next.due);
    let is_near = left <= 2 || left * 100 <= next.working_days * 20;
    if is_near { Light::Yellow } else { Light::Green }
}
