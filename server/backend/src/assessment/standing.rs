//! How the entries of a scheme stand: what the portal measures now, what departments reported.

use chrono::Datelike as _;
use domain::assessment::report::State;
use domain::assessment::{Period, PeriodKind};
use domain::indicator::Span;
use domain::indicator::catalogue::{Fraction, Indicator};
use domain::permission::Actor;
use std::collections::HashMap;
use uuid::Uuid;

use super::reports::{self, Line, ReportQuery, Signed};
use super::{SchemeBook, may_assess};
use crate::{Result, Services, indicators};

/// Pages of reports read at most.
const PAGES: u64 = 20;

/// How the entries of a scheme stand.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// What the indicators of the portal read, this year so far.
    pub measured: HashMap<String, Told>,
    /// The newest report of each entry, by its key.
    pub reports: HashMap<String, Newest>,
    /// The newest figure that was signed off, by the entry's key.
    pub signed: HashMap<String, Signed>,
}

/// What an indicator reads.
#[derive(Clone, Debug)]
pub struct Told {
    /// Which.
    pub indicator: &'static Indicator,
    /// Its value; none where there is nothing to count, or nobody reported yet.
    pub value: Option<Fraction>,
    /// Above and below the line.
    pub sides: (Option<i64>, Option<i64>),
}

/// The newest report of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newest {
    /// The report; none where it is owed and not begun.
    pub report: Option<Uuid>,
    /// Of which quarter.
    pub period: Period,
    /// How it stands.
    pub state: Option<State>,
    /// Past its day.
    pub overdue: bool,
    /// Who reports; none while nobody was assigned.
    pub department: Option<Uuid>,
}

/// How the entries stand today.
///
/// # Errors
/// [`crate::Kind::Denied`] to all but supervisors; storage errors.
pub async fn standing(services: &Services, actor: &Actor, book: &SchemeBook) -> Result<Standing> {
    may_assess(actor)?;
    let today = services.clock.today();
    let mut standing = Standing::default();
    let from = today.with_ordinal(1).unwrap_or(today);
    for told in indicators::list(services, actor, Span::new(from, today), None).await? {
        let reading = told.reading;
        let one = Told {
            indicator: told.indicator,
            value: reading.value,
            sides: (reading.numerator, reading.denominator),
        };
        standing.measured.insert(told.indicator.key.to_owned(), one);
    }
    let until = Period::of(today, PeriodKind::Quarter);
    for signed in reports::all_latest(&services.db.read, until).await? {
        if signed.scheme == book.card.key {
            standing.signed.insert(signed.entry.clone(), signed);
        }
    }
    if book.card.active {
        newest(services, actor, &book.card.key, &mut standing).await?;
    }
    Ok(standing)
}

async fn newest(services: &Services, actor: &Actor, key: &str, standing: &mut Standing) -> Result<()> {
    for page in 1..=PAGES {
        let query =
            ReportQuery { scheme: Some(key.to_owned()), page, per_page: 200, ..ReportQuery::default() };
        let found = reports::list(services, actor, &query).await?;
        let done = found.lines.len() < 200;
        for line in found.lines {
            note(standing, line);
        }
        if done {
            break;
        }
    }
    Ok(())
}

/// The newest quarter that was begun counts; else the newest that is owed.
fn note(standing: &mut Standing, line: Line) {
    let rank = |begun: bool, period: Period| (begun, period);
    let one = Newest {
        report: line.report,
        period: line.period,
        state: line.state,
        overdue: line.overdue,
        department: line.department,
    };
    let known = standing.reports.get(&line.key);
    let newer = known.is_none_or(|known| {
        rank(one.report.is_some(), one.period) > rank(known.report.is_some(), known.period)
    });
    if newer {
        standing.reports.insert(line.key, one);
    }
}
