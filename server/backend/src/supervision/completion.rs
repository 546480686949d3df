//! Received, accepted, closed …: read from counters, never by counting cases.

use crate::{Error, Result, Services};
use chrono::{Datelike as _, Months, NaiveDate};
use domain::indicator::{Figures, Metric};
use domain::permission::{Actor, Role};
use entity::{counter, counter_delta, department, hall, item, window};
use sea_orm::{
    AccessMode, Condition, ConnectionTrait, EntityTrait, IsolationLevel, QueryFilter as _,
    QuerySelect as _, TransactionTrait as _,
};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// By what figures are grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum GroupBy {
    /// 部门.
    #[default]
    Department,
    /// 事项.
    Item,
    /// 区划.
    Division,
    /// 窗口.
    Window,
    /// 渠道.
    Channel,
}

impl GroupBy {
    /// Every grouping.
    pub const ALL: [Self; 5] = [Self::Department, Self::Item, Self::Division, Self::Window, Self::Channel];

    /// The name in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Department => "department",
            Self::Item => "item",
            Self::Division => "division",
            Self::Window => "window",
            Self::Channel => "channel",
        }
    }

    /// Reads the API's name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.as_str() == text)
    }
}

/// Which figures. Conditions left empty do not narrow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompletionQuery {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// By what.
    pub by: GroupBy,
    /// Of this department only.
    pub department_id: Option<Uuid>,
    /// Of this item only.
    pub item_id: Option<String>,
    /// Of this division only.
    pub division: Option<String>,
    /// Of this channel only.
    pub channel: Option<String>,
}

impl CompletionQuery {
    /// Everything from one day to another.
    pub fn of(from: NaiveDate, to: NaiveDate, by: GroupBy) -> Self {
        Self { from, to, by, department_id: None, item_id: None, division: None, channel: None }
    }
}

/// One group with its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Department id, item id, division code, window id (empty: none) or channel.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its name in English.
    pub name_en: Option<String>,
    /// Its figures.
    pub figures: Figures,
}

/// All groups and their sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// One line each, by name.
    pub groups: Vec<Group>,
    /// Of all of them.
    pub total: Figures,
}

/// The figures of a period.
///
/// # Errors
/// [`crate::Kind::Denied`] to everybody but supervisors; storage errors.
pub async fn completion(services: &Services, actor: &Actor, query: &CompletionQuery) -> Result<Completion> {
    allow(actor)?;
    let sums = sums(services, query).await?;
    let names = names(services, query.by).await?;
    let mut total = Tally::default();
    let mut groups: Vec<Group> = Vec::with_capacity(sums.len());
    for (key, tally) in sums {
        total.add(&tally);
        let (name, name_en) = names.get(&key).cloned().unwrap_or_else(|| (key.clone(), None));
        groups.push(Group { key, name, name_en, figures: tally.figures() });
    }
    groups.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Completion { groups, total: total.figures() })
}

/// The figures of each month from `from` to `to`, oldest first.
///
/// # Errors
/// [`crate::Kind::Denied`] to everybody but supervisors; storage errors.
pub async fn trend(
    services: &Services,
    actor: &Actor,
    query: &CompletionQuery,
) -> Result<Vec<(NaiveDate, Figures)>> {
    allow(actor)?;
    let mut months = Vec::new();
    let mut first = query.from.with_day(1);
    while let Some(month) = first.filter(|&month| month <= query.to && months.len() < 60) {
        let next = month.checked_add_months(Months::new(1));
        let last = next.and_then(|next| next.pred_opt()).unwrap_or(query.to).min(query.to);
        let of_month = CompletionQuery { from: month.max(query.from), to: last, ..query.clone() };
        let mut total = Tally::default();
        sums(services, &of_month).await?.values().for_each(|tally| total.add(tally));
        months.push((month, total.figures()));
        first = next;
    }
    Ok(months)
}

fn allow(actor: &Actor) -> Result<()> {
    match actor.role {
        None | Some(Role::Supervisor) => Ok(()),
        Some(Role::Citizen | Role::Clerk | Role::Reviewer | Role::Admin | Role::Auditor) => Err(Error::denied()),
    }
}

/// What was added up for one group.
#[derive(Clone, Debug, Default)]
struct Tally {
    period: HashMap<Metric, i64>,
    days: BTreeMap<u32, i64>,
    open: i64,
    overdue_open: i64,
}

impl Tally {
    fn add(&mut self, other: &Self) {
        for (&metric, n) in &other.period {
            *self.period.entry(metric).or_default() += n;
        }
        for (&days, n) in &other.days {
            *self.days.entry(days).or_default() += n;
        }
        self.open += other.open;
        self.overdue_open += other.overdue_open;
    }

    fn figures(&self) -> Figures {
        let n = |metric| self.period.get(&metric).copied().unwrap_or_default();
        Figures {
            received: n(Metric::Received),
            accepted: n(Metric::Accepted),
            closed: n(Metric::Closed),
            on_time: n(Metric::OnTime),
            early: n(Metric::Early),
            overdue: n(Metric::Late),
            open: self.open,
            overdue_open: self.overdue_open,
            handling_days: self.days.iter().filter(|(_, n)| **n != 0).map(|(&days, &n)| (days, n)).collect(),
        }
    }
}

/// What a sum is for.
#[derive(Clone, Copy)]
enum Part {
    /// Happened from the first to the last day.
    Period,
    /// Came or went until the last day: their difference is what is open.
    Stock,
    /// Running and due before today.
    PastDue,
}

/// Folded counters and deltas not folded yet, in one snapshot: a fold in between changes nothing.
async fn sums(services: &Services, query: &CompletionQuery) -> Result<BTreeMap<String, Tally>> {
    let snapshot = services
        .db
        .read
        .begin_with_config(Some(IsolationLevel::RepeatableRead), Some(AccessMode::ReadOnly))
        .await?;
    let today = services.clock.today();
    let mut sums: BTreeMap<String, Tally> = BTreeMap::new();
    for part in [Part::Period, Part::Stock, Part::PastDue] {
        for (key, metric, bucket, n) in rows(&snapshot, query, part, today).await? {
            let Some(metric) = Metric::parse(&metric) else { continue };
            let bucket = u32::try_from(bucket).map_err(Error::internal)?;
            let tally = sums.entry(key).or_default();
            match (part, metric) {
                (Part::Period, Metric::HandlingDays) => *tally.days.entry(bucket).or_default() += n,
                (Part::Period, metric) => *tally.period.entry(metric).or_default() += n,
                (Part::Stock, Metric::Ended) => tally.open -= n,
                (Part::Stock, _) => tally.open += n,
                (Part::PastDue, _) => tally.overdue_open += n,
            }
        }
    }
    snapshot.commit().await?;
    Ok(sums)
}

type Sum = (String, String, i32, i64);

async fn rows<C: ConnectionTrait>(
    db: &C,
    query: &CompletionQuery,
    part: Part,
    today: NaiveDate,
) -> Result<Vec<Sum>> {
    let mut rows = counters(db, query, part, today).await?;
    rows.extend(deltas(db, query, part, today).await?);
    Ok(rows)
}

/// The two tables have the same columns but different types: one macro, written once.
macro_rules! summed {
    ($name:ident, $table:ident) => {
        async fn $name<C: ConnectionTrait>(
            db: &C,
            query: &CompletionQuery,
            part: Part,
            today: NaiveDate,
        ) -> Result<Vec<Sum>> {
            let column = $table::COLUMN;
            let days = match part {
                Part::Period => Condition::all().add(column.day.between(query.from, query.to)),
                Part::Stock => Condition::all()
                    .add(column.day.lte(query.to))
                    .add(column.metric.is_in([Metric::Received.as_str(), Metric::Ended.as_str()])),
                Part::PastDue => {
                    Condition::all().add(column.day.lt(today)).add(column.metric.eq(Metric::Due.as_str()))
                }
            };
            let narrowed = days
                .add_option(query.department_id.map(|id| column.department_id.eq(id)))
                .add_option(query.item_id.as_ref().map(|id| column.item_id.eq(id)))
                .add_option(query.division.as_ref().map(|code| column.division_code.eq(code)))
                .add_option(query.channel.as_ref().map(|channel| column.channel.eq(channel)));
            let found = $table::Entity::find().select_only().filter(narrowed);
            let sum = || column.n.sum();
            if query.by == GroupBy::Department {
                let rows: Vec<(Uuid, String, i32, i64)> = found
                    .column($table::Column::DepartmentId)
                    .column($table::Column::Metric)
                    .column($table::Column::Bucket)
                    .column_as(sum(), "total")
                    .group_by($table::Column::DepartmentId)
                    .group_by($table::Column::Metric)
                    .group_by($table::Column::Bucket)
                    .into_tuple()
                    .all(db)
                    .await?;
                return Ok(rows.into_iter().map(|(id, metric, bucket, n)| (id.to_string(), metric, bucket, n)).collect());
            }
            let by = match query.by {
                GroupBy::Department => $table::Column::DepartmentId,
                GroupBy::Item => $table::Column::ItemId,
                GroupBy::Division => $table::Column::DivisionCode,
                GroupBy::Window => $table::Column::WindowKey,
                GroupBy::Channel => $table::Column::Channel,
            };
            Ok(found
                .column(by)
                .column($table::Column::Metric)
                .column($table::Column::Bucket)
                .column_as(sum(), "total")
                .group_by(by)
                .group_by($table::Column::Metric)
                .group_by($table::Column::Bucket)
                .into_tuple()
                .all(db)
                .await?)
        }
    };
}

summed!(counters, counter);
summed!(deltas, counter_delta);

/// The names of groups, by key.
async fn names(services: &Services, by: GroupBy) -> Result<HashMap<String, (String, Option<String>)>> {
    let db = &services.db.read;
    Ok(match by {
        GroupBy::Department => department::Entity::find()
            .all(db)
            .await?
            .into_iter()
            .map(|row| (row.id.to_string(), (row.name, row.name_en)))
            .collect(),
        GroupBy::Item => {
            item::Entity::find().all(db).await?.into_iter().map(|row| (row.id, (row.name, row.name_en))).collect()
        }
        GroupBy::Division => divisions(services),
        GroupBy::Window => windows(services).await?,
        GroupBy::Channel => channels(),
    })
}

fn divisions(services: &Services) -> HashMap<String, (String, Option<String>)> {
    let Some(city) = services.reference.city() else { return HashMap::new() };
    let below = |code| services.reference.children(Some(code));
    let counties = below(city);
    let towns = counties.iter().flat_map(|county| below(county.code));
    services
        .reference
        .place(city)
        .into_iter()
        .chain(counties.iter().cloned())
        .chain(towns)
        .map(|place| (place.code.to_string(), (services.reference.path(place.code), place.name_en)))
        .collect()
}

async fn windows(services: &Services) -> Result<HashMap<String, (String, Option<String>)>> {
    let db = &services.db.read;
    let halls: HashMap<Uuid, String> =
        hall::Entity::find().all(db).await?.into_iter().map(|hall| (hall.id, hall.name)).collect();
    let none = (String::new(), ("不经窗口".to_owned(), Some("Without a window".to_owned())));
    let rows = window::Entity::find().all(db).await?.into_iter().map(|window| {
        let hall = halls.get(&window.hall_id).cloned().unwrap_or_default();
        (window.id.to_string(), (format!("{hall} {}", window.number), None))
    });
    Ok(rows.chain([none]).collect())
}

fn channels() -> HashMap<String, (String, Option<String>)> {
    [
        ("window", "窗口", "Window"),
        ("online", "网上", "Online"),
        ("mobile", "移动端", "Mobile"),
        ("kiosk", "自助终端", "Kiosk"),
        ("phone", "热线", "Hotline"),
        ("post", "邮寄", "Post"),
    ]
    .into_iter()
    .map(|(key, zh, en)| (key.to_owned(), (zh.to_owned(), Some(en.to_owned()))))
    .collect()
}
