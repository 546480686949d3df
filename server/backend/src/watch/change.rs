//! Keeping the rules, and what a change would have found.

use super::{book, fold, supervisor};
use crate::audit::{self, Entry};
use crate::edition::{self, Volume};
use crate::{Error, Result, Services};
use chrono::{DateTime, Days, Utc};
use domain::case::Status;
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Actor;
use domain::watch::{Card, REPLY_MAX, Rule};
use entity::{account, case_file, watch_rule};
use sea_orm::{
    ActiveValue::Set, Condition, EntityTrait as _, IntoActiveModel as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};
use serde_json::json;
use uuid::Uuid;

/// Days that a trial looks back.
const TRIAL: u64 = 90;

/// A rule as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleRow {
    /// The rule.
    pub rule: Rule,
    /// Counted from 1, one more with each change.
    pub revision: i32,
    /// Whether it has looked at all cases as it is now.
    pub settled: bool,
    /// Last change.
    pub updated_at: DateTime<Utc>,
    /// Who changed it; none while it is as it came.
    pub updated_by: Option<String>,
}

/// What may be changed of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Whether it is watched.
    pub on: bool,
    /// The threshold; left out where the kind has none.
    pub threshold: Option<u16>,
    /// Working days of a step without a limit.
    pub usual: Option<u16>,
    /// The card.
    pub card: Card,
    /// Working days to reply.
    pub reply: u16,
}

impl Change {
    fn made(self, rule: &Rule) -> Result<Rule> {
        let threshold = rule.kind.threshold().and(self.threshold.or(rule.threshold));
        let usual = rule.usual.and(self.usual.or(rule.usual));
        let changed =
            Rule { on: self.on, threshold, usual, card: self.card, reply: self.reply, ..rule.clone() };
        if changed.is_sound() { Ok(changed) } else { Err(Error::invalid(unsound(&changed))) }
    }
}

fn unsound(rule: &Rule) -> Vec<FieldError> {
    let range = |field: &'static str, value: u16, min: u16, max: u16| {
        let code = FieldCode::Range { min: min.into(), max: max.into() };
        (!(min..=max).contains(&value)).then(|| FieldError::new(field, code))
    };
    let threshold = rule.kind.threshold().and_then(|threshold| {
        let (min, max) = threshold.range();
        range("threshold", rule.limit(), min, max)
    });
    let usual = rule.usual.and_then(|usual| range("usual", usual, 1, 250));
    [threshold, usual, range("reply", rule.reply, 1, REPLY_MAX)].into_iter().flatten().collect()
}

/// Every rule, in its order.
///
/// # Errors
/// [`crate::Kind::Denied`] to all but supervisors; storage errors.
pub async fn rules(services: &Services, actor: &Actor) -> Result<Vec<RuleRow>> {
    supervisor(actor)?;
    let rows = watch_rule::Entity::find()
        .find_also_related(account::Entity)
        .order_by_asc(watch_rule::Column::Sort)
        .all(&services.db.read)
        .await?;
    rows.into_iter().map(|(row, editor)| shown(row, editor.map(|editor| editor.name))).collect()
}

fn shown(row: watch_rule::Model, updated_by: Option<String>) -> Result<RuleRow> {
    Ok(RuleRow {
        revision: row.revision,
        settled: row.scanned >= row.revision,
        updated_at: row.updated_at,
        updated_by,
        rule: book::read(row)?,
    })
}

/// Changes a rule that the page showed in `revision`.
///
/// # Errors
/// [`crate::Kind::Denied`], [`crate::Kind::NotFound`], [`crate::Kind::Stale`] where somebody was faster,
/// [`crate::Kind::Invalid`] for numbers out of their range; storage errors.
pub async fn save(
    services: &Services,
    actor: &Actor,
    key: &str,
    revision: i32,
    change: Change,
) -> Result<()> {
    supervisor(actor)?;
    let tx = services.db.begin().await?;
    let row = watch_rule::Entity::find_by_id(key).lock_exclusive().one(&tx).await?;
    let row = row.ok_or_else(Error::not_found)?;
    if row.revision != revision {
        return Err(Error::stale(None));
    }
    let before = book::read(row.clone())?;
    let after = change.made(&before)?;
    let mut row = row.into_active_model();
    row.rule = Set(serde_json::to_value(&after)?);
    row.revision = Set(revision.saturating_add(1));
    row.updated_at = Set(services.clock.now());
    row.updated_by = Set(actor.account);
    watch_rule::Entity::update(row).exec(&tx).await?;
    let detail = json!({ "before": told(&before), "after": told(&after) });
    let entry = Entry::new(actor, "watch.rule", format!("watch_rule/{key}")).detail(detail);
    audit::record(&tx, services.clock.now(), entry).await?;
    edition::commit(services, tx, Volume::Watch).await?;
    services.watch.reload(&services.db).await
}

fn told(rule: &Rule) -> serde_json::Value {
    let Rule { on, threshold, usual, card, reply, .. } = rule;
    json!({ "on": on, "threshold": threshold, "usual": usual, "card": card, "reply": reply })
}

/// What a change would have found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WhatIf {
    /// Days looked back.
    pub days: u64,
    /// Cases in which something would have been found.
    pub cases: u64,
    /// Cases in which the rule as it is finds something.
    pub now: u64,
}

/// How many cases of the last 90 days a change would have found, beside the rule as it is.
///
/// # Errors
/// As [`save`]; nothing is written.
pub async fn what_if(services: &Services, actor: &Actor, key: &str, change: Change) -> Result<WhatIf> {
    supervisor(actor)?;
    let row = watch_rule::Entity::find_by_id(key).one(&services.db.read).await?;
    let rule = book::read(row.ok_or_else(Error::not_found)?)?;
    let changed = change.made(&rule)?;
    let (cases, now) = tokio::try_join!(trial(services, changed), trial(services, rule))?;
    Ok(WhatIf { days: TRIAL, cases, now })
}

async fn trial(services: &Services, rule: Rule) -> Result<u64> {
    let today = services.clock.today();
    let since = today.checked_sub_days(Days::new(TRIAL)).unwrap_or(today);
    let begins = services.clock.now() - chrono::TimeDelta::days(i64::try_from(TRIAL).unwrap_or(90) + 1);
    let open: Vec<&str> =
        Status::ALL.into_iter().filter(|status| status.is_open()).map(|status| status.as_str()).collect();
    let moved = Condition::any()
        .add(case_file::COLUMN.updated_at.gte(begins))
        .add(case_file::COLUMN.status.is_in(open));
    let cases = case_file::Entity::find().filter(moved);
    let guides = fold::guides(&services.db.read, None).await?;
    let (mut after, mut n) = (Uuid::nil(), 0);
    let rules = [rule];
    while let Some((last, found)) = fold::page(services, &cases, after, &rules, &guides).await? {
        let recent = found.iter().filter(|(_, findings)| findings.iter().any(|one| one.on >= since));
        n += u64::try_from(recent.count()).map_err(Error::internal)?;
        after = last;
    }
    Ok(n)
}
