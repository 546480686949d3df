//! What assessing units put in: every value kept, the newest in force.

use chrono::{DateTime, Utc};
use domain::assessment::{Exact, Input, Period};
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Actor;
use domain::rule::Decimal;
use entity::score_input;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use serde_json::json;
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::{Subject, may_assess, schemes, subjects};
use crate::audit::{self, Entry};
use crate::{Error, Result, Services};

/// Most characters of a note.
const NOTE: usize = 500;

/// A value as it was put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// Key, in the order of time.
    pub id: Uuid,
    /// Which component.
    pub input: String,
    /// The value; none where it was taken back.
    pub value: Option<Exact>,
    /// Why so.
    pub note: String,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
}

/// What is put in for a subject and a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// As typed, by component; what is empty is taken back.
    pub values: BTreeMap<String, String>,
    /// Why so.
    pub note: String,
    /// The newest value that the form showed; none where there was none.
    pub seen: Option<Uuid>,
}

/// Every value ever put in, the newest first.
pub(super) async fn history<C: ConnectionTrait>(
    db: &C,
    scheme: Uuid,
    subject: &Subject,
    period: Period,
) -> Result<Vec<Entered>> {
    let rows = score_input::Entity::find()
        .filter(score_input::COLUMN.scheme_id.eq(scheme))
        .filter(score_input::COLUMN.subject.eq(subject.to_string()))
        .filter(score_input::COLUMN.period.eq(period.to_string()))
        .order_by_desc(score_input::Column::Id);
    Ok(rows.all(db).await?.into_iter().map(entered).collect())
}

fn entered(row: score_input::Model) -> Entered {
    Entered {
        id: row.id,
        input: row.input,
        value: row.value.and_then(Exact::ten_thousandths),
        note: row.note,
        at: row.entered_at,
        by: row.entered_name,
    }
}

/// What is in force: of each component the newest.
pub(super) fn in_force(history: &[Entered]) -> HashMap<&str, &Entered> {
    let mut newest = HashMap::new();
    for one in history {
        newest.entry(one.input.as_str()).or_insert(one);
    }
    newest
}

/// Puts values in. Only what differs from what is in force is written.
///
/// # Errors
/// [`crate::Kind::Invalid`] at the components that are no number of at most four decimals from 0 to
/// their maximum, and at `note`; [`crate::Kind::Stale`] when somebody put something in since the form
/// was shown; [`crate::Kind::NotFound`]; [`crate::Kind::Denied`] to all but supervisors.
pub async fn enter(
    services: &Services,
    actor: &Actor,
    key: &str,
    subject: &Subject,
    period: Period,
    given: &Given,
) -> Result<usize> {
    may_assess(actor)?;
    let book = schemes::scheme(services, actor, key, None).await?;
    if !subjects(services).await?.iter().any(|one| one.subject == *subject) {
        return Err(Error::not_found());
    }
    let wanted = parsed(&book.scheme.inputs(period.kind()), given)?;
    let tx = services.db.begin().await?;
    let history = history(&tx, book.card.id, subject, period).await?;
    if history.first().map(|newest| newest.id) != given.seen {
        return Err(Error::stale(history.first().map(|newest| newest.by.clone())));
    }
    let known = in_force(&history);
    let current = |input: &str| known.get(input).and_then(|one| one.value?.as_ten_thousandths());
    let changed: Vec<(String, Option<i64>)> =
        wanted.into_iter().filter(|(input, value)| current(input) != *value).collect();
    if changed.is_empty() {
        return Ok(0);
    }
    let count = changed.len();
    let rows = changed.into_iter().map(|(input, value)| score_input::ActiveModel {
        id: Set(Uuid::now_v7()),
        scheme_id: Set(book.card.id),
        input: Set(input),
        subject: Set(subject.to_string()),
        period: Set(period.to_string()),
        value: Set(value),
        note: Set(given.note.trim().to_owned()),
        entered_at: Set(services.clock.now()),
        entered_by: Set(actor.account),
        entered_name: Set(actor.name.clone()),
    });
    score_input::Entity::insert_many(rows.collect::<Vec<_>>()).exec_without_returning(&tx).await?;
    let entry = Entry::new(actor, "score.entered", format!("scheme/{key}"));
    let detail = json!({ "subject": subject.to_string(), "period": period.to_string(), "values": count });
    audit::record(&tx, services.clock.now(), entry.detail(detail)).await?;
    tx.commit().await?;
    Ok(count)
}

/// Ten-thousandths by component, or every field that is wrong.
fn parsed(inputs: &[&Input], given: &Given) -> Result<Vec<(String, Option<i64>)>> {
    let mut errors = Vec::new();
    let mut read = Vec::new();
    for input in inputs {
        let typed = given.values.get(&input.key).map(|typed| typed.trim()).unwrap_or_default();
        match number(typed, input) {
            Ok(value) => read.push((input.key.clone(), value)),
            Err(code) => errors.push(FieldError::new(input.key.clone(), code)),
        }
    }
    if given.note.chars().count() > NOTE {
        errors.push(FieldError::new("note", FieldCode::TooLong { max: NOTE }));
    }
    if errors.is_empty() { Ok(read) } else { Err(Error::invalid(errors)) }
}

/// Digits typed with a Chinese keyboard count too.
fn number(typed: &str, input: &Input) -> Result<Option<i64>, FieldCode> {
    if typed.is_empty() {
        return Ok(None);
    }
    let plain: String = typed.chars().map(narrow).collect();
    let value: Decimal = plain.parse().map_err(|_| FieldCode::Number)?;
    let value = Exact::from(value);
    let max = i64::try_from(ceiling(input.max)).unwrap_or(i64::MAX);
    if value < Exact::ZERO || value > input.max {
        return Err(FieldCode::Range { min: 0, max });
    }
    value.as_ten_thousandths().map(Some).ok_or(FieldCode::Number)
}

fn narrow(c: char) -> char {
    match c {
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
        '．' | '。' => '.',
        _ => c,
    }
}

/// The whole number not below a maximum: what a range can say; the page says the maximum itself.
fn ceiling(max: Exact) -> i128 {
    let parts = i128::from(max.as_ten_thousandths().unwrap_or(i64::MAX));
    (parts + 9_999) / 10_000
}
