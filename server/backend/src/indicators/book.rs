//! Everything gathered for a page of indicators, and how each reads in it.

use super::gather::{Gathered, after, gather};
use super::reported::{self, Reported};
use super::settled::Settled;
use super::told::{OfDepartment, Origin, Point, Told};
use super::{snapshot, targets};
use crate::catalogue::Handbook;
use crate::{Result, Services};
use chrono::{Months, NaiveDate};
use domain::indicator::Span;
use domain::indicator::catalogue::{BESIDE, Fact, Formula, Fraction, Indicator, Reading, Target, find};
use sea_orm::DatabaseTransaction;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Months of a trend.
const MONTHS: u32 = 12;

pub(super) fn matches(one: &Reported, key: &str, department: Option<Uuid>) -> bool {
    one.indicator.as_deref() == Some(key) && department.is_none_or(|id| id == one.department)
}

pub(super) fn beside(indicator: &Indicator) -> Vec<&'static Indicator> {
    if indicator.is_completion() { BESIDE.iter().filter_map(|key| find(key)).collect() } else { Vec::new() }
}

fn facts(of: &[&'static Indicator]) -> BTreeSet<Fact> {
    of.iter().flat_map(|one| [one.sides().0, one.sides().1].concat()).collect()
}

/// The span, and the one before it for what is compared with it.
pub(super) async fn main(
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
pub(super) struct Book {
    now: Gathered,
    before: Gathered,
    /// The first of each month, the one before the first of the trend included.
    months: Vec<(NaiveDate, Gathered)>,
    days: BTreeMap<String, Vec<(NaiveDate, Option<Fraction>)>>,
    reported: Vec<Reported>,
    settled: Settled,
    targets: Vec<Target>,
}

impl Book {
    pub(super) async fn gather(
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
            settled: Settled::read(db, services, span.to).await?,
            targets: targets::read(db).await?,
        })
    }

    pub(super) fn told(
        &self,
        services: &Services,
        indicator: &'static Indicator,
        department: Option<Uuid>,
    ) -> Told {
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
            None => match self.settled.reading(indicator.key, department) {
                Some((reading, period, subjects)) => (reading, Origin::Settled { period, subjects }),
                None => (Reading::default(), Origin::Missing),
            },
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

    pub(super) async fn departments(
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
