//! An indicator as it reads: value, both sides, targets, trend, departments.

use super::book::{Book, beside, main, matches};
use super::reported::{self, Reported};
use super::settled::Settled;
use crate::{Error, Result, Services};
use chrono::NaiveDate;
use domain::assessment::Period;
use domain::indicator::Span;
use domain::indicator::catalogue::{Fraction, Indicator, Reading, Target, all, find};
use domain::permission::{Actor, Role};
use uuid::Uuid;

/// Where a reading comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The portal computed it.
    Computed,
    /// A department reported it.
    Reported(Box<Reported>),
    /// The assessment settled it: the mean of so many scores over a period.
    Settled {
        /// Over which.
        period: Period,
        /// How many were assessed.
        subjects: usize,
    },
    /// Nobody reported it yet.
    Missing,
}

/// A point of a trend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The first of the month, or the day of the snapshot.
    pub day: NaiveDate,
    /// The value, where there is one.
    pub value: Option<Fraction>,
}

/// An indicator as it reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Which.
    pub indicator: &'static Indicator,
    /// Its reading.
    pub reading: Reading,
    /// Where that comes from.
    pub origin: Origin,
    /// The targets for it.
    pub targets: Vec<Target>,
    /// Months, or days for what is of today; oldest first.
    pub trend: Vec<Point>,
}

/// What one department reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfDepartment {
    /// Which.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// Its reading.
    pub reading: Reading,
    /// For completion rates: what stands beside them, in the order of `BESIDE`.
    pub beside: Vec<Reading>,
}

/// An indicator with its departments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// As it reads.
    pub told: Told,
    /// By department, those with anything to count.
    pub departments: Vec<OfDepartment>,
}

/// Every indicator over a span of days, of the city or of one department. Two dozen short statements,
/// however long the span is.
///
/// # Errors
/// [`crate::Kind::Denied`] to all but supervisors; storage errors.
pub async fn list(
    services: &Services,
    actor: &Actor,
    span: Span,
    department: Option<Uuid>,
) -> Result<Vec<Told>> {
    allow(actor)?;
    let snapshot = services.db.snapshot().await?;
    let gathered = Book::gather(&snapshot, services, all().collect(), span).await?;
    let told = all().map(|one| gathered.told(services, one, department)).collect();
    snapshot.commit().await?;
    Ok(told)
}

/// One indicator, with its departments.
///
/// # Errors
/// [`crate::Kind::NotFound`] where there is none with this key; [`crate::Kind::Denied`] to all but
/// supervisors; storage errors.
pub async fn one(
    services: &Services,
    actor: &Actor,
    key: &str,
    span: Span,
    department: Option<Uuid>,
) -> Result<Detail> {
    allow(actor)?;
    let indicator = find(key).ok_or_else(Error::not_found)?;
    let snapshot = services.db.snapshot().await?;
    let mut wanted = vec![indicator];
    wanted.extend(beside(indicator));
    let book = Book::gather(&snapshot, services, wanted, span).await?;
    snapshot.commit().await?;
    let departments = book.departments(services, indicator).await?;
    Ok(Detail { told: book.told(services, indicator, department), departments })
}

/// What an indicator reads: for scores and reports of our own. What departments report reads as it
/// was signed off last.
///
/// # Errors
/// [`crate::Kind::NotFound`] where there is none with this key; storage errors.
pub async fn value(services: &Services, key: &str, span: Span, department: Option<Uuid>) -> Result<Reading> {
    let indicator = find(key).ok_or_else(Error::not_found)?;
    let snapshot = services.db.snapshot().await?;
    let reading = if indicator.is_computed() {
        let (now, before) = main(&snapshot, services, &[indicator], span).await?;
        indicator.reading(&now.of(department), Some(&before.of(department)))
    } else {
        let settled = Settled::read(&snapshot, services, span.to).await?;
        let all = reported::reported(&snapshot, services, span.to).await?;
        let found = all.into_iter().find(|one| matches(one, key, department));
        let scored = || settled.reading(key, department).map(|(reading, ..)| reading).unwrap_or_default();
        found.map_or_else(scored, |one| reported::reading(&one.figure, indicator.unit))
    };
    snapshot.commit().await?;
    Ok(reading)
}

/// Whatever was signed off until a day, the latest of each entry of a scheme.
///
/// # Errors
/// [`crate::Kind::Denied`] to all but supervisors; storage errors.
pub async fn reported(services: &Services, actor: &Actor, until: NaiveDate) -> Result<Vec<Reported>> {
    allow(actor)?;
    reported::reported(&services.db.read, services, until).await
}

pub(super) fn allow(actor: &Actor) -> Result<()> {
    match actor.role {
        None | Some(Role::Supervisor) => Ok(()),
        Some(Role::Citizen | Role::Clerk | Role::Reviewer | Role::Admin | Role::Auditor) => {
            Err(Error::denied())
        }
    }
}
