//! 下钻: the cases, items and windows that a side of an indicator counts.

use super::cases::{self, ACCEPTED, CLOSED, RECEIVED};
use super::gather::{after, bound, today};
use super::items::IN_FORCE;
use super::told::allow;
use crate::cases::{CaseQuery, CaseRow, Order, list};
use crate::{Error, Result, Services};
use domain::indicator::Span;
use domain::indicator::catalogue::{Fact, Set, Side};
use domain::permission::Actor;
use sea_orm::{FromQueryResult, Statement, Value};
use uuid::Uuid;

/// Lines of a page.
pub const PER_PAGE: u64 = 50;

/// Which list.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// The disjoint sets of one side.
    pub side: Side,
    /// Over which days.
    pub span: Span,
    /// Of this department only.
    pub department: Option<Uuid>,
    /// From 1.
    pub page: u64,
}

/// A service that is counted.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct ItemLine {
    /// `RS-001`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// What it adds to a sum; 1 to a number.
    pub part: i64,
}

/// A window that is counted.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct WindowLine {
    /// The hall.
    pub hall: String,
    /// In English.
    pub hall_en: Option<String>,
    /// Number on the sign.
    pub number: String,
    /// What the sign says.
    pub name: String,
    /// Whether it takes everything.
    pub general: bool,
}

/// What a side counts, a page of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listed {
    /// 办件, each with what it adds to a sum.
    Cases(Vec<(CaseRow, i64)>),
    /// 事项.
    Items(Vec<ItemLine>),
    /// 窗口.
    Windows(Vec<WindowLine>),
    /// People are counted and never listed.
    People,
}

/// A page of what a side counts, how many lines there are in all, and what they add up to: that is the
/// number the list was opened from.
///
/// # Errors
/// [`crate::Kind::Denied`] to all but supervisors; [`crate::Kind::NotFound`] where there is no such side.
pub async fn list_of(services: &Services, actor: &Actor, wanted: &Wanted) -> Result<(Listed, u64, i64)> {
    allow(actor)?;
    match wanted.side.first().ok_or_else(Error::not_found)?.set() {
        Set::Received | Set::Accepted | Set::Closed | Set::Standing | Set::Called => {
            of_cases(services, actor, wanted).await
        }
        Set::Items => of_items(services, wanted).await,
        Set::Windows => of_windows(services, wanted).await,
        Set::People => Ok((Listed::People, 0, 0)),
    }
}

/// The statement's text and values.
struct Question {
    from: String,
    part: String,
    values: Vec<Value>,
}

#[derive(FromQueryResult)]
struct Size {
    lines: i64,
    sum: Option<i64>,
}

#[derive(FromQueryResult)]
struct Part {
    id: Uuid,
    part: i64,
}

impl Question {
    /// Cases of any of the disjoint sets.
    fn of_cases(services: &Services, wanted: &Wanted) -> Self {
        let mut values: Vec<Value> = Vec::new();
        let today = today(services);
        let (mut any, mut part) = (Vec::new(), String::from("1"));
        for fact in wanted.side {
            let mut day = |set: Set| {
                values.extend([bound(set, wanted.span.from), bound(set, after(wanted.span.to))]);
                (values.len() - 1, values.len())
            };
            let condition = cases::condition(*fact, &today);
            any.push(match fact.set() {
                Set::Received => between(RECEIVED, day(Set::Received), &condition),
                Set::Accepted => between(ACCEPTED, day(Set::Accepted), &condition),
                Set::Closed => between(CLOSED, day(Set::Closed), &condition),
                Set::Called => {
                    let (from, to) = day(Set::Called);
                    let calls = format!(
                        "FROM access a WHERE a.case_id = case_file.id AND a.act = 'certificate_used' AND a.at >= ${from} AND a.at < ${to}"
                    );
                    part = format!("(SELECT COUNT(*) {calls})");
                    format!("EXISTS (SELECT 1 {calls})")
                }
                Set::Standing | Set::Items | Set::Windows | Set::People => format!("({condition})"),
            });
            if fact.summed_over().is_some() && fact.set() != Set::Called {
                part = cases::amount(*fact);
            }
        }
        let mut from = format!("FROM case_file WHERE ({})", any.join(" OR "));
        if let Some(id) = wanted.department {
            values.push(id.into());
            from = format!("{from} AND case_file.department_id = ${}", values.len());
        }
        Self { from, part, values }
    }

    async fn ask<R: FromQueryResult>(&self, services: &Services, sql: String) -> Result<Vec<R>> {
        let db = &services.db.read;
        let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, self.values.clone());
        Ok(R::find_by_statement(statement).all(db).await?)
    }

    /// How many lines, and what they add up to.
    async fn size(&self, services: &Services) -> Result<(u64, i64)> {
        let Self { from, part, .. } = self;
        let sql =
            format!("SELECT COUNT(*) AS lines, CAST(SUM(CAST({part} AS BIGINT)) AS BIGINT) AS sum {from}");
        let size: Vec<Size> = self.ask(services, sql).await?;
        let size = size.first().ok_or_else(|| Error::internal("a count without a row"))?;
        Ok((u64::try_from(size.lines).unwrap_or_default(), size.sum.unwrap_or_default()))
    }
}

fn between(day: &str, (from, to): (usize, usize), condition: &str) -> String {
    format!("({day} >= ${from} AND {day} < ${to} AND ({condition}))")
}

fn page(wanted: &Wanted) -> String {
    format!("LIMIT {PER_PAGE} OFFSET {}", wanted.page.saturating_sub(1).min(1_000_000_000) * PER_PAGE)
}

async fn of_cases(services: &Services, actor: &Actor, wanted: &Wanted) -> Result<(Listed, u64, i64)> {
    let question = Question::of_cases(services, wanted);
    let (lines, sum) = question.size(services).await?;
    let Question { from, part, .. } = &question;
    let sql = format!(
        "SELECT case_file.id AS id, CAST({part} AS BIGINT) AS part {from} \
         ORDER BY case_file.submitted_at DESC, case_file.id {}",
        page(wanted)
    );
    let parts: Vec<Part> = question.ask(services, sql).await?;
    let query = CaseQuery {
        among: Some(parts.iter().map(|one| one.id).collect()),
        order: Order::Newest,
        per_page: PER_PAGE,
        page: 1,
        ..CaseQuery::default()
    };
    let rows = list(services, actor, &query).await?.rows;
    Ok((Listed::Cases(rows.into_iter().zip(parts.iter().map(|one| one.part)).collect()), lines, sum))
}

async fn of_items(services: &Services, wanted: &Wanted) -> Result<(Listed, u64, i64)> {
    let any: Vec<String> =
        wanted.side.iter().map(|fact| format!("({})", super::items::condition(*fact))).collect();
    let fact = wanted.side.first().copied().unwrap_or(Fact::Items);
    let part = super::items::amount(fact).to_owned();
    let mut question = Question {
        from: format!("FROM item WHERE {IN_FORCE} AND ({})", any.join(" OR ")),
        part,
        values: Vec::new(),
    };
    if let Some(id) = wanted.department {
        question.from.push_str(" AND item.department_id = $1");
        question.values.push(id.into());
    }
    let (lines, sum) = question.size(services).await?;
    let Question { from, part, .. } = &question;
    let sql = format!(
        "SELECT item.id AS id, item.name AS name, item.name_en AS name_en, CAST({part} AS BIGINT) AS part {from} \
         ORDER BY item.id {}",
        page(wanted)
    );
    Ok((Listed::Items(question.ask(services, sql).await?), lines, sum))
}

async fn of_windows(services: &Services, wanted: &Wanted) -> Result<(Listed, u64, i64)> {
    let any: Vec<String> =
        wanted.side.iter().map(|fact| format!("({})", super::items::condition(*fact))).collect();
    let question = Question {
        from: format!(
            "FROM \"window\" one JOIN hall ON hall.id = one.hall_id WHERE one.active AND ({})",
            any.join(" OR ")
        ),
        part: "1".to_owned(),
        values: Vec::new(),
    };
    let (lines, sum) = question.size(services).await?;
    let sql = format!(
        "SELECT hall.name AS hall, hall.name_en AS hall_en, one.number AS number, one.name AS name, \
         (one.kind = 'general') AS general {} ORDER BY hall.name, one.number {}",
        question.from,
        page(wanted)
    );
    Ok((Listed::Windows(question.ask(services, sql).await?), lines, sum))
}
