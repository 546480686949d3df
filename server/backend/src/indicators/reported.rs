//! 填报: the latest figure that a department reported and the supervisors signed off.

use crate::assessment::reports::{self, Signed};
use crate::catalogue::Handbook;
use crate::{Result, Services};
use chrono::NaiveDate;
use domain::assessment::report::{Amount, Figure};
use domain::assessment::{Period, PeriodKind};
use domain::indicator::catalogue::{Fraction, Reading, Unit};
use sea_orm::ConnectionTrait;
use std::collections::HashMap;
use uuid::Uuid;

/// Ten-thousandths in one.
const SCALE: i64 = 10_000;

/// A figure that was reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// The report.
    pub report: Uuid,
    /// The entry of a scheme that it belongs to: `SP-24`.
    pub entry: String,
    /// The indicator it measures.
    pub indicator: Option<String>,
    /// Who reported it.
    pub department: Uuid,
    /// Their name.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// For which quarter.
    pub period: Period,
    /// When it was signed off.
    pub signed_on: NaiveDate,
    /// The figure, and what was said with it.
    pub figure: Figure,
}

/// Whatever was signed off until a day, the latest of each entry.
pub(super) async fn reported<C: ConnectionTrait>(
    db: &C,
    services: &Services,
    until: NaiveDate,
) -> Result<Vec<Reported>> {
    let signed = reports::all_latest(db, Period::of(until, PeriodKind::Quarter)).await?;
    let names = |book: &Handbook| {
        let names = book.departments().map(|one| (one.id, (one.name.clone(), one.name_en.clone())));
        Some(names.collect::<HashMap<_, _>>())
    };
    let names = services.catalogue.look_up(names).await?;
    Ok(signed.into_iter().map(|one| told(services, &names, one)).collect())
}

type Names = HashMap<Uuid, (String, Option<String>)>;

fn told(services: &Services, names: &Names, one: Signed) -> Reported {
    let (name, name_en) = names.get(&one.department).cloned().unwrap_or_default();
    Reported {
        report: one.report,
        entry: one.entry,
        indicator: one.indicator,
        department: one.department,
        name,
        name_en,
        period: one.period,
        signed_on: services.clock.day_of(one.signed.0),
        figure: one.figure,
    }
}

/// A figure as the reading of an indicator. A share without its whole was given in per cent.
pub(super) fn reading(figure: &Figure, unit: Unit) -> Reading {
    let whole = |amount: Amount| {
        let count = amount.ten_thousandths();
        (count % SCALE == 0).then_some(count / SCALE)
    };
    let Some(over) = figure.numerator else { return Reading::default() };
    let value = match (figure.denominator, unit) {
        (Some(under), _) => Fraction::new(over.ten_thousandths(), under.ten_thousandths()),
        (None, Unit::Percent) => {
            return Reading {
                value: Fraction::new(over.ten_thousandths(), 100 * SCALE),
                ..Reading::default()
            };
        }
        (None, Unit::Workdays | Unit::Number | Unit::Points | Unit::Hours) => {
            Fraction::new(over.ten_thousandths(), SCALE)
        }
    };
    Reading { numerator: whole(over), denominator: figure.denominator.and_then(whole), value }
}
