//! 定稿得分: what the assessment has settled, as an indicator of the city and of a department.

use crate::catalogue::Handbook;
use crate::{Error, Result, Services};
use chrono::NaiveDate;
use domain::assessment::{Exact, Period, PeriodKind};
use domain::indicator::catalogue::{Fraction, Reading};
use entity::{scheme, score};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    QueryTrait as _,
};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// Whose scores the indicators of the catalogue are (seed row BT-00).
const SCHEME: &str = "baotou";

/// The scores of one period, by whom they are of; the newest of each.
#[derive(Clone, Debug)]
struct Scores {
    period: Period,
    /// By subject, with the department where it is one.
    of: BTreeMap<String, (Option<Uuid>, Exact)>,
}

/// The latest settled scores of each kind of period.
#[derive(Clone, Debug, Default)]
pub(super) struct Settled(HashMap<PeriodKind, Scores>);

impl Settled {
    /// Those of the periods that hold this day or have gone by, the latest with any score.
    pub(super) async fn read<C: ConnectionTrait>(
        db: &C,
        services: &Services,
        until: NaiveDate,
    ) -> Result<Self> {
        let versions = scheme::Entity::find().select_only().column(scheme::Column::Id);
        let versions = versions.filter(scheme::COLUMN.key.eq(SCHEME)).into_query();
        let rows: Vec<(String, String, String)> = score::Entity::find()
            .filter(score::Column::SchemeId.in_subquery(versions))
            .order_by_asc(score::Column::Id)
            .select_only()
            .columns([score::Column::Subject, score::Column::Period, score::Column::Value])
            .into_tuple()
            .all(db)
            .await?;
        let keys = |book: &Handbook| {
            let keys = book.departments().map(|one| (format!("department:{}", one.key), one.id));
            Some(keys.collect::<HashMap<_, _>>())
        };
        let departments = services.catalogue.look_up(keys).await?;
        let mut found = Self::default();
        for (subject, period, value) in rows {
            let Some(period) = Period::parse(&period).filter(|one| one.from() <= until) else { continue };
            let department = departments.get(&subject).copied();
            found.add(period, subject, department, value.parse().map_err(Error::internal)?);
        }
        Ok(found)
    }

    fn add(&mut self, period: Period, subject: String, department: Option<Uuid>, value: Exact) {
        let held = self.0.entry(period.kind()).or_insert_with(|| Scores { period, of: BTreeMap::new() });
        if held.period < period {
            *held = Scores { period, of: BTreeMap::new() };
        }
        if held.period == period {
            held.of.insert(subject, (department, value));
        }
    }

    /// A department's score, or the mean of all who have one; with its period and their number.
    pub(super) fn reading(&self, key: &str, department: Option<Uuid>) -> Option<(Reading, Period, usize)> {
        let scores = self.0.get(&kind(key)?)?;
        let wanted = scores.of.values().filter(|(of, _)| department.is_none() || *of == department);
        let values: Vec<Exact> = wanted.map(|(_, value)| *value).collect();
        let sum = values.iter().try_fold(Exact::ZERO, |sum, value| sum.plus(*value))?;
        let mean = sum.over(Exact::whole(i64::try_from(values.len()).ok()?)?)?;
        let (over, under) = mean.parts()?;
        Some((
            Reading { value: Fraction::new(over, under), ..Reading::default() },
            scores.period,
            values.len(),
        ))
    }
}

/// Over what an indicator of the assessment is. 七方面平均 is the year's: the mean of the seven aspects
/// may be taken first or last.
fn kind(key: &str) -> Option<PeriodKind> {
    match key {
        "assessment_half" => Some(PeriodKind::HalfYear),
        "assessment_year" | "assessment_final" => Some(PeriodKind::Year),
        _ => None,
    }
}
