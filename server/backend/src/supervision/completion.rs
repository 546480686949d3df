//! Received, accepted, closed …: read from counters, never by counting cases.

mod fold;
mod names;
mod tally;
mod trend;

pub use trend::trend;

pub(super) use names::names;

use super::counted::{self, Asked, Cut, Key};
use super::heads::{GroupBy, Heads};
use crate::{Error, Result, Services};
use chrono::NaiveDate;
use domain::division::DivisionLevel;
use domain::indicator::{Figures, Metric, Span};
use domain::permission::{Actor, Role};
pub(super) use fold::Fold;
use sea_orm::ConnectionTrait;
use std::collections::BTreeMap;
use tally::{Tally, stock};

/// Which figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompletionQuery {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// By what.
    pub by: GroupBy,
    /// How far down divisions are told apart.
    pub level: DivisionLevel,
    /// Only cases under these.
    pub heads: Heads,
}

impl CompletionQuery {
    /// Everything from one day to another, divisions down to the street.
    pub fn of(from: NaiveDate, to: NaiveDate, by: GroupBy) -> Self {
        Self { from, to, by, level: DivisionLevel::Street, heads: Heads::default() }
    }

    /// The same of another span.
    pub fn during(&self, span: Span) -> Self {
        Self { from: span.from, to: span.to, ..self.clone() }
    }

    /// The days.
    pub fn span(&self) -> Span {
        Span { from: self.from, to: self.to }
    }

    /// The heads of one group of it.
    pub fn group(&self, key: &str) -> Option<Heads> {
        self.heads.clone().with(self.by, key)
    }
}

/// One group with its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Id, code or name, as [`Heads::with`] reads it; empty for those without a window, hall, clerk or
    /// bundle.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its name in English.
    pub name_en: Option<String>,
    /// Its figures.
    pub figures: Figures,
}

/// All groups and their total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// One line each, by name.
    pub groups: Vec<Group>,
    /// Of all cases under the heads, each once. Where a case counts in several groups
    /// ([`GroupBy::overlaps`]), this is not the sum of the groups.
    pub total: Figures,
}

/// The figures of a period.
///
/// # Errors
/// [`crate::Kind::Denied`] to everybody but supervisors; storage errors.
pub async fn completion(services: &Services, actor: &Actor, query: &CompletionQuery) -> Result<Completion> {
    allow(actor)?;
    let (sums, total) = sums(services, query).await?;
    let names = names(services, query.by).await?;
    let past = query.to < services.clock.today();
    let group = |(key, tally): (String, Tally)| {
        let (name, name_en) = names.of(services, &key);
        Group { key, name, name_en, figures: tally.figures(past) }
    };
    let mut groups: Vec<Group> = sums.into_iter().map(group).collect();
    groups.sort_by(|a, b| a.name.cmp(&b.name).then_with(|| a.key.cmp(&b.key)));
    Ok(Completion { groups, total: total.figures(past) })
}

pub(super) fn allow(actor: &Actor) -> Result<()> {
    match actor.role {
        None | Some(Role::Supervisor) => Ok(()),
        Some(Role::Citizen | Role::Clerk | Role::Reviewer | Role::Admin | Role::Auditor) => {
            Err(Error::denied())
        }
    }
}

/// Of what a sum is made.
#[derive(Clone, Copy)]
enum Part {
    /// Happened from the first to the last day.
    Period,
    /// Came or went until the last day: their difference is what is open.
    Stock,
    /// Running and due before today.
    PastDue,
}

/// What was added up for each group, and for all; in one snapshot, so that a fold of the counters in
/// between changes nothing.
async fn sums(services: &Services, query: &CompletionQuery) -> Result<(BTreeMap<String, Tally>, Tally)> {
    let snapshot = services.db.snapshot().await?;
    let fold = Fold::load(services, &snapshot, query).await?;
    let asked = Asked::new(services, &query.heads).await?;
    let today = services.clock.today();
    let mut groups: BTreeMap<String, Tally> = BTreeMap::new();
    let mut total = Tally::default();
    for part in [Part::Period, Part::Stock, Part::PastDue] {
        for row in rows(&snapshot, &asked, query, part, today).await? {
            let Some(metric) = Metric::parse(&row.metric) else { continue };
            let add = |tally: &mut Tally| match part {
                Part::Period => tally.happened(metric, row.bucket, row.n),
                Part::Stock => tally.open(stock(metric, row.n)),
                Part::PastDue => tally.past_due(row.n),
            };
            add(&mut total);
            fold.keys(&row.key).into_iter().for_each(|key| add(groups.entry(key).or_default()));
        }
    }
    snapshot.commit().await?;
    Ok((groups, total))
}

async fn rows<C: ConnectionTrait>(
    db: &C,
    asked: &Asked,
    query: &CompletionQuery,
    part: Part,
    today: NaiveDate,
) -> Result<Vec<counted::Row>> {
    let cut = Cut { key: Some(Key::of(query.by)), metric: true, ..Cut::default() };
    match part {
        Part::Period => {
            let days = counted::days(Some(query.from), Some(query.to)).add(counted::among(tally::COUNTED));
            asked.rows(db, Cut { bucket: counted::Bucket::Handling, ..cut }, days).await
        }
        Part::Stock => {
            let moves = counted::among(&[Metric::Received, Metric::Ended]);
            asked.rows(db, cut, counted::days(None, Some(query.to)).add(moves)).await
        }
        Part::PastDue => {
            let due = counted::among(&[Metric::Due]);
            asked.rows(db, cut, counted::days(None, today.pred_opt()).add(due)).await
        }
    }
}
