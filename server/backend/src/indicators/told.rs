//! An indicator as it reads: value, both sides, targets, trend, departments.

use super::gather::{Gathered, after, gather};
use super::reported::{self, Reported};
use super::snapshot;
use super::targets::targets;
use crate::catalogue::Handbook;
use crate::{Error, Result, Services};
use chrono::{Months, NaiveDate};
use domain::indicator::Span;
use domain::indicator::catalogue::{BESIDE, Fact, Formula, Fraction, Indicator, Reading, Target, all, find};
use domain::permission::{Actor, Role};
use sea_orm::DatabaseTransaction;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Months of a trend.
const MONTHS: u32 = 12;

/// Where a reading comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The portal computed it.
    Computed,
    /// A department reported it.
    Reported(Box<Reported>),
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
        let all = reported::reported(&snapshot, services, span.to).await?;
        let found = all.into_iter().find(|one| matches(one, key, department));
        found.map_or_else(Reading::default, |one| reported::reading(&one.figure, indicator.unit))
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

fn matches(one: &Reported, key: &str, department: Option<Uuid>) -> bool {
    one.indicator.as_deref() == Some(key) && department.is_none_or(|id| id == one.department)
}

pub(super) fn allow(actor: &Actor) -> Result<()> {
    match actor.role {
        None | Some(Role::Supervisor) => Ok(()),
        Some(Role::Citizen | Role::Clerk | Role::Reviewer | Role::Admin | Role::Auditor) => {
            Err(Error::denied())
        }
    }
}

fn beside(indicator: &Indicator) -> Vec<&'static Indicator> {
    if indicator.is_completion() { BESIDE.iter().filter_map(|key| find(key)).collect() } else { Vec::new() }
}

fn facts(of: &[&'static Indicator]) -> BTreeSet<Fact> {
    of.iter().flat_map(|one| [one.sides().0, one.sides().1].concat()).collect()
}

/// The span, and the one before it for what is compared with it.
async fn main(
    db: &DatabaseTransaction,
    services: &Services,
    of: &[&'static Indicator],
    span: Span,
) -> Result<(Gathered, Gathered)> {
    let compared: Vec<&'static Indicator> =
        of.iter().copied().filter(|one| matches!(one.how, Formula::Gain { .. })).collect();
    let now = gather(db, services, &facts(of), &[span.from, after(span.to)], true).await?;
    let earlier = span.before();
    let before = gather(db, services, &facts(&compared), &[earlier.from, after(earlier.to)], false).await?;
    Ok((now.into_iter().next().unwrap_or_default(), before.into_iter().next().unwrap_or_default()))
}

/// Everything that was gathered for a page.
struct Book {
    now: Gathered,
    before: Gathered,
    /// The first of each month, the one before the first of the trend included.
    months: Vec<(NaiveDate, Gathered)>,
    days: BTreeMap<String, Vec<(NaiveDate, Option<Fraction>)>>,
    reported: Vec<Reported>,
    targets: Vec<Target>,
}

impl Book {
    async fn gather(
        db: &DatabaseTransaction,
        services: &Services,
        of: Vec<&'static Indicator>,
        span: Span,
    ) -> Result<Self> {
        let (now, before) = main(db, services, &of, span).await?;
        let cuts = months(span.to);
        let over_time: Vec<&'static Indicator> =
            of.iter().copied().filter(|one| !one.is_of_today()).collect();
        let months = gather(db, services, &facts(&over_time), &cuts, false).await?;
        let key = match of.as_slice() {
            [one] => Some(one.key),
            _ => None,
        };
        Ok(Self {
            now,
            before,
            months: cuts.into_iter().zip(months).collect(),
            days: snapshot::trends(db, key, services.clock.today()).await?,
            reported: reported::reported(db, services, span.to).await?,
            targets: targets(services).await?,
        })
    }

    fn told(&self, services: &Services, indicator: &'static Indicator, department: Option<Uuid>) -> Told {
        let (reading, origin) = self.reading(indicator, department);
        let for_it = |target: &&Target| target.indicator.as_deref() == Some(indicator.key);
        let targets = self.targets.iter().filter(for_it).cloned().collect();
        let trend = self.trend(services, indicator, reading, department);
        Told { indicator, reading, origin, targets, trend }
    }

    fn reading(&self, indicator: &Indicator, department: Option<Uuid>) -> (Reading, Origin) {
        if indicator.is_computed() {
            let (now, before) = (self.now.of(department), self.before.of(department));
            return (indicator.reading(&now, Some(&before)), Origin::Computed);
        }
        match self.reported.iter().find(|one| matches(one, indicator.key, department)) {
            Some(one) => {
                (reported::reading(&one.figure, indicator.unit), Origin::Reported(Box::new(one.clone())))
            }
            None => (Reading::default(), Origin::Missing),
        }
    }

    fn trend(
        &self,
        services: &Services,
        indicator: &Indicator,
        now: Reading,
        department: Option<Uuid>,
    ) -> Vec<Point> {
        if !indicator.is_computed() {
            return Vec::new();
        }
        if !indicator.is_of_today() {
            return self.monthly(indicator, department);
        }
        // Snapshots are of the whole city.
        if department.is_some() {
            return Vec::new();
        }
        let days = self.days.get(indicator.key).into_iter().flatten();
        let points = days.map(|(day, value)| Point { day: *day, value: *value });
        points.chain([Point { day: services.clock.today(), value: now.value }]).collect()
    }

    fn monthly(&self, indicator: &Indicator, department: Option<Uuid>) -> Vec<Point> {
        let facts: Vec<_> = self.months.iter().map(|(day, one)| (*day, one.of(department))).collect();
        let pairs = facts.iter().zip(facts.iter().skip(1));
        let point = |(before, now): (&(NaiveDate, _), &(NaiveDate, _))| Point {
            day: now.0,
            value: indicator.reading(&now.1, Some(&before.1)).value,
        };
        pairs.map(point).collect()
    }

    async fn departments(
        &self,
        services: &Services,
        indicator: &'static Indicator,
    ) -> Result<Vec<OfDepartment>> {
        let all = |book: &Handbook| {
            let known = book.departments().map(|one| (one.id, one.name.clone(), one.name_en.clone()));
            Some(known.collect::<Vec<_>>())
        };
        let beside = beside(indicator);
        let mut found = Vec::new();
        for (id, name, name_en) in services.catalogue.look_up(all).await? {
            let (reading, _) = self.reading(indicator, Some(id));
            let beside = beside.iter().map(|one| self.reading(one, Some(id)).0).collect();
            let anything =
                reading.numerator.unwrap_or_default() != 0 || reading.denominator.unwrap_or_default() != 0;
            if anything && indicator.is_computed() {
                found.push(OfDepartment { id, name, name_en, reading, beside });
            }
        }
        Ok(found)
    }
}

/// The first of each month of the trend and of the one before it, and the day after the last day.
fn months(to: NaiveDate) -> Vec<NaiveDate> {
    let first = chrono::Datelike::with_day(&to, 1).unwrap_or(to);
    let back = |months: u32| first.checked_sub_months(Months::new(months)).unwrap_or(first);
    (0..=MONTHS).rev().map(back).chain([after(to)]).collect()
}
