//! What a side of an indicator asks of the database.

use super::cases::{self, ACCEPTED, CLOSED, RECEIVED};
use super::gather::{after, bound, today};
use super::listed::Wanted;
use crate::{Error, Result, Services};
use domain::indicator::catalogue::Set;
use sea_orm::{FromQueryResult, Statement, Value};

/// The statement's text and values.
pub(super) struct Question {
    pub from: String,
    pub part: String,
    pub values: Vec<Value>,
}

#[derive(FromQueryResult)]
struct Size {
    lines: i64,
    sum: Option<i64>,
}

impl Question {
    /// Cases of any of the disjoint sets.
    pub fn of_cases(services: &Services, wanted: &Wanted) -> Self {
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

    pub async fn ask<R: FromQueryResult>(&self, services: &Services, sql: String) -> Result<Vec<R>> {
        let db = &services.db.read;
        let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, self.values.clone());
        Ok(R::find_by_statement(statement).all(db).await?)
    }

    /// How many lines, and what they add up to.
    pub async fn size(&self, services: &Services) -> Result<(u64, i64)> {
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
