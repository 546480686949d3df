//! 下钻: the cases, items and windows that a side of an indicator counts.

use super::items::IN_FORCE;
use super::question::Question;
use super::told::allow;
use crate::cases::{CaseQuery, CaseRow, Order, list};
use crate::{Error, Result, Services};
use domain::indicator::Span;
use domain::indicator::catalogue::{Fact, Set, Side};
use domain::permission::Actor;
use sea_orm::FromQueryResult;
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

#[derive(FromQueryResult)]
struct Part {
    id: Uuid,
    part: i64,
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
