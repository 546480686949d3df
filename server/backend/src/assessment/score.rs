//! A score worked out from what is in force now: as often as anybody looks, always the same way.

use chrono::{DateTime, Utc};
use domain::assessment::{
    Exact, Facts, Formula, Input, Line, Measured, Period, PeriodKind, Scheme, Text, Worked, work_out,
};
use domain::indicator::Span;
use domain::indicator::catalogue::{self, Reading, Unit};
use domain::permission::Actor;
use entity::score;
use sea_orm::{ActiveValue::Set, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use serde_json::json;
use std::collections::BTreeSet;
use uuid::Uuid;

use super::inputs::{Entered, history, in_force};
use super::{Assessed, SchemeBook, Subject, may_assess, schemes, subjects};
use crate::audit::{self, Entry};
use crate::{Error, Result, Services, indicators};

/// The score of one subject and period, with everything it came out of.
#[derive(Clone, Debug)]
pub struct ScoreView {
    /// The scheme, in the version asked for.
    pub book: SchemeBook,
    /// Who is assessed.
    pub of: Assessed,
    /// Worked out now; none where the scheme scores no such period.
    pub worked: Option<Worked>,
    /// What is put in for this very period, with what is in force.
    pub inputs: Vec<(Input, Option<Entered>)>,
    /// Everything ever put in for it, the newest first.
    pub history: Vec<Entered>,
    /// The score settled last.
    pub settled: Option<Settled>,
}

/// A score settled: as it was worked out then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The score.
    pub value: Exact,
    /// The explanation.
    pub lines: Vec<Line>,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
}

/// The score of a subject over a period, by the version in force.
///
/// # Errors
/// [`crate::Kind::NotFound`] for a scheme or subject that there is not; [`crate::Kind::Denied`] to all
/// but supervisors; storage errors.
pub async fn score(
    services: &Services,
    actor: &Actor,
    key: &str,
    subject: &Subject,
    period: Period,
) -> Result<ScoreView> {
    may_assess(actor)?;
    let book = schemes::scheme(services, actor, key, None).await?;
    let of = subjects(services).await?.into_iter().find(|one| one.subject == *subject);
    let of = of.ok_or_else(Error::not_found)?;
    let facts = facts(services, &book, &of, period).await?;
    let history = history(&services.db.read, book.card.id, subject, period).await?;
    let known = in_force(&history);
    let inputs = book.scheme.inputs(period.kind()).into_iter();
    Ok(ScoreView {
        worked: work_out(&book.scheme, period, &facts),
        inputs: inputs
            .map(|input| {
                let held = known.get(input.key.as_str()).copied().filter(|one| one.value.is_some());
                (input.clone(), held.cloned())
            })
            .collect(),
        settled: settled(services, book.card.id, subject, period).await?,
        history,
        book,
        of,
    })
}

/// Periods that a score is made of: itself, and the parts of a year that it asks for.
fn periods(scheme: &Scheme, period: Period) -> BTreeSet<Period> {
    let mut found = BTreeSet::from([period]);
    let mut todo: Vec<&Formula> = scheme.scores.get(&period.kind()).into_iter().collect();
    while let Some(formula) = todo.pop() {
        if let Formula::ScoreOf(part) = formula {
            found.extend(part.of(period.year()));
        }
        todo.extend(formula.parts());
    }
    found
}

async fn facts(services: &Services, book: &SchemeBook, of: &Assessed, period: Period) -> Result<Facts> {
    let mut facts = Facts::default();
    for period in periods(&book.scheme, period) {
        let history = history(&services.db.read, book.card.id, &of.subject, period).await?;
        for (input, entered) in in_force(&history) {
            if let Some(value) = entered.value {
                facts.inputs.insert((period, input.to_owned()), value);
            }
        }
        for key in book.scheme.indicators(period.kind()) {
            let measured = measured(services, key, of, period).await?;
            facts.indicators.insert((period, key.to_owned()), measured);
        }
    }
    Ok(facts)
}

/// What an indicator of the portal says of a subject over a period, as far as it has gone.
async fn measured(services: &Services, key: &str, of: &Assessed, period: Period) -> Result<Measured> {
    let Some(indicator) = catalogue::find(key) else {
        return Ok(none(key, key, "平台已没有这项指标", "the portal has no such indicator any more"));
    };
    let (name, name_en) = indicator.name;
    let today = services.clock.today();
    if period.from() > today {
        return Ok(none(name, name_en, "期间尚未开始", "the period has not begun"));
    }
    let Some(department) = of.department else {
        let (zh, en) =
            ("平台指标按部门统计，不按区县", "indicators are counted by department, not by district");
        return Ok(none(name, name_en, zh, en));
    };
    let span = Span::new(period.from(), period.to().min(today));
    let reading = indicators::value(services, key, span, Some(department)).await?;
    let value = exact(&reading, indicator.unit);
    if value.is_none() {
        return Ok(none(name, name_en, "期间内没有可统计的对象", "there was nothing to count"));
    }
    let (zh, en) = indicator.formula;
    let sides = sides(&reading);
    let how = Text { zh: format!("{zh}：{sides}"), en: Some(format!("{en}: {sides}")) };
    Ok(Measured { name: Text { zh: name.to_owned(), en: Some(name_en.to_owned()) }, how, value })
}

fn none(name: &str, name_en: &str, zh: &str, en: &str) -> Measured {
    let text = |zh: &str, en: &str| Text { zh: zh.to_owned(), en: Some(en.to_owned()) };
    Measured { name: text(name, name_en), how: text(zh, en), value: None }
}

/// A share counts in per cent, everything else in its own unit.
fn exact(reading: &Reading, unit: Unit) -> Option<Exact> {
    let value = reading.value?;
    let value = Exact::new(i128::from(value.over), i128::from(value.under))?;
    match unit {
        Unit::Percent => value.times(Exact::whole(100)?),
        Unit::Workdays | Unit::Number | Unit::Points | Unit::Hours => Some(value),
    }
}

fn sides(reading: &Reading) -> String {
    match (reading.numerator, reading.denominator) {
        (Some(over), Some(under)) => format!("{over} ÷ {under}"),
        (Some(n), None) => n.to_string(),
        (None, _) => "—".to_owned(),
    }
}

async fn settled(
    services: &Services,
    scheme: Uuid,
    subject: &Subject,
    period: Period,
) -> Result<Option<Settled>> {
    let row = score::Entity::find()
        .filter(score::COLUMN.scheme_id.eq(scheme))
        .filter(score::COLUMN.subject.eq(subject.to_string()))
        .filter(score::COLUMN.period.eq(period.to_string()))
        .order_by_desc(score::Column::Id)
        .one(&services.db.read)
        .await?;
    row.map(|row| {
        let value = row.value.parse().map_err(Error::internal)?;
        let lines = serde_json::from_value(row.lines)?;
        Ok(Settled { value, lines, at: row.settled_at, by: row.settled_name })
    })
    .transpose()
}

/// 定稿: writes down the score as it is worked out now, with its explanation.
///
/// # Errors
/// [`crate::Kind::Conflict`] where something is lacking, or the score is no longer the one that was
/// shown; as [`score()`].
pub async fn settle(
    services: &Services,
    actor: &Actor,
    key: &str,
    subject: &Subject,
    period: Period,
    shown: Exact,
) -> Result<()> {
    let view = score(services, actor, key, subject, period).await?;
    let worked = view.worked.ok_or_else(Error::not_found)?;
    let value = worked.value.filter(|value| *value == shown).ok_or_else(Error::conflict)?;
    let tx = services.db.begin().await?;
    let row = score::ActiveModel {
        id: Set(Uuid::now_v7()),
        scheme_id: Set(view.book.card.id),
        subject: Set(subject.to_string()),
        period: Set(period.to_string()),
        value: Set(value.fraction()),
        lines: Set(serde_json::to_value(&worked.lines)?),
        settled_at: Set(services.clock.now()),
        settled_by: Set(actor.account),
        settled_name: Set(actor.name.clone()),
    };
    score::Entity::insert(row).exec_without_returning(&tx).await?;
    let entry = Entry::new(actor, "score.settled", format!("scheme/{key}"));
    let detail =
        json!({ "subject": subject.to_string(), "period": period.to_string(), "value": value.to_string() });
    audit::record(&tx, services.clock.now(), entry.detail(detail)).await?;
    Ok(tx.commit().await?)
}

/// The scores of every subject over a period, worked out now: those that anything was put in for.
///
/// # Errors
/// As [`score()`].
pub async fn scores(
    services: &Services,
    actor: &Actor,
    key: &str,
    period: Period,
) -> Result<Vec<(Assessed, Option<Worked>)>> {
    may_assess(actor)?;
    let book = schemes::scheme(services, actor, key, None).await?;
    if !book.scheme.scores.contains_key(&period.kind()) {
        return Ok(Vec::new());
    }
    let mut all = Vec::new();
    for of in subjects(services).await? {
        let facts = facts(services, &book, &of, period).await?;
        let begun = !facts.inputs.is_empty() || needs_nothing(&book.scheme, period.kind());
        let worked = begun.then(|| work_out(&book.scheme, period, &facts)).flatten();
        all.push((of, worked));
    }
    Ok(all)
}

/// A score of indicators alone is there without anything put in.
fn needs_nothing(scheme: &Scheme, kind: PeriodKind) -> bool {
    scheme.inputs(kind).is_empty() && !scheme.indicators(kind).is_empty()
}
