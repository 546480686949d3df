//! 取数: the plain numbers, by department, in one grouped statement for each kind of set.

use super::cases::{self, ACCEPTED, CLOSED, RECEIVED};
use super::items::IN_FORCE;
use crate::{Error, Result, Services};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use domain::calendar::CITY_OFFSET;
use domain::indicator::catalogue::{Fact, Facts, Set};
use sea_orm::{ConnectionTrait, Statement, Value};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The numbers of one period, of the whole city and of each department.
#[derive(Clone, Debug, Default)]
pub(super) struct Gathered {
    pub(super) total: Facts,
    pub(super) departments: BTreeMap<Uuid, Facts>,
}

impl Gathered {
    /// Of one department, or of all. A department without anything has its zeros.
    pub(super) fn of(&self, department: Option<Uuid>) -> Facts {
        match department {
            None => self.total.clone(),
            Some(id) => self.departments.get(&id).cloned().unwrap_or_else(|| self.nothing()),
        }
    }

    /// What a department knows of that has nothing.
    fn nothing(&self) -> Facts {
        let known = Fact::ALL.iter().copied().filter(|fact| self.total.get(*fact).is_some());
        known.filter(|fact| of_departments(*fact)).map(|fact| (fact, 0)).collect()
    }

    fn add(&mut self, department: Option<Uuid>, fact: Fact, n: i64) {
        self.total.add(fact, n);
        if let Some(id) = department {
            let nothing = self.nothing();
            self.departments.entry(id).or_insert(nothing).add(fact, n);
        }
    }
}

/// Windows belong to halls, and people to nobody.
pub(super) fn of_departments(fact: Fact) -> bool {
    !matches!(fact.set(), Set::Windows | Set::People)
}

/// The first moment of a day in the city.
pub(super) fn midnight(day: NaiveDate) -> DateTime<Utc> {
    let local = day.and_time(NaiveTime::MIN).and_local_timezone(CITY_OFFSET).single();
    local.map_or_else(|| day.and_time(NaiveTime::MIN).and_utc(), |local| local.with_timezone(&Utc))
}

/// The day after.
pub(super) fn after(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(day)
}

/// The numbers of each period between two cuts: each but the last begins one. What is of today alone is known in the last one, and
/// only where `today` says that the last one is about it.
pub(super) async fn gather<C: ConnectionTrait>(
    db: &C,
    services: &Services,
    facts: &BTreeSet<Fact>,
    cuts: &[NaiveDate],
    today: bool,
) -> Result<Vec<Gathered>> {
    let mut all = vec![Gathered::default(); cuts.len().saturating_sub(1)];
    for set in [Set::Received, Set::Accepted, Set::Closed, Set::Called] {
        let wanted = of_set(facts, set);
        zeros(&mut all, &wanted);
        for row in rows(db, services, set, &wanted, cuts).await? {
            put(&mut all, &wanted, &row)?;
        }
    }
    if let Some(last) = all.last_mut().filter(|_| today) {
        for set in [Set::Standing, Set::Items, Set::Windows, Set::People] {
            let wanted = of_set(facts, set);
            zeros(std::slice::from_mut(last), &wanted);
            for row in rows(db, services, set, &wanted, &[]).await? {
                put(std::slice::from_mut(last), &wanted, &row)?;
            }
        }
    }
    Ok(all)
}

fn of_set(facts: &BTreeSet<Fact>, set: Set) -> Vec<Fact> {
    facts.iter().copied().filter(|fact| fact.set() == set).collect()
}

/// What was asked for is known, even where nothing is found.
fn zeros(all: &mut [Gathered], facts: &[Fact]) {
    for gathered in all {
        facts.iter().for_each(|fact| gathered.total.add(*fact, 0));
        let of_departments = facts.iter().filter(|fact| of_departments(**fact));
        for fact in of_departments {
            gathered.departments.values_mut().for_each(|department| department.add(*fact, 0));
        }
    }
}

/// One group: whose, in which period, and the numbers in the order of the facts.
struct Row {
    department: Option<Uuid>,
    place: usize,
    numbers: Vec<i64>,
}

fn put(all: &mut [Gathered], facts: &[Fact], row: &Row) -> Result<()> {
    let gathered =
        all.get_mut(row.place).ok_or_else(|| Error::internal("a period that was not asked for"))?;
    for (fact, n) in facts.iter().zip(&row.numbers) {
        gathered.add(row.department, *fact, *n);
    }
    Ok(())
}

async fn rows<C: ConnectionTrait>(
    db: &C,
    services: &Services,
    set: Set,
    facts: &[Fact],
    cuts: &[NaiveDate],
) -> Result<Vec<Row>> {
    if facts.is_empty() {
        return Ok(Vec::new());
    }
    let sql = statement(set, facts, cuts.len(), &today(services));
    let values: Vec<Value> = cuts.iter().map(|cut| bound(set, *cut)).collect();
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let found = db.query_all_raw(statement).await?;
    found.into_iter().map(|row| read(&row, facts.len())).collect()
}

fn read(row: &sea_orm::QueryResult, facts: usize) -> Result<Row> {
    let place: i32 = row.try_get("", "place")?;
    let numbers = (0..facts).map(|at| row.try_get::<Option<i64>>("", &format!("n{at}")));
    let numbers: Vec<Option<i64>> = numbers.collect::<std::result::Result<_, _>>()?;
    Ok(Row {
        department: row.try_get("", "department_id")?,
        place: usize::try_from(place).map_err(Error::internal)?,
        numbers: numbers.into_iter().map(Option::unwrap_or_default).collect(),
    })
}

/// A cut as the column of the set has it: an instant, or a day.
pub(super) fn bound(set: Set, day: NaiveDate) -> Value {
    match set {
        Set::Received | Set::Called => midnight(day).into(),
        Set::Accepted | Set::Closed | Set::Standing | Set::Items | Set::Windows | Set::People => day.into(),
    }
}

/// Today as a literal: a day has no quotes in it.
pub(super) fn today(services: &Services) -> String {
    format!("'{}'", services.clock.today())
}

fn statement(set: Set, facts: &[Fact], cuts: usize, today: &str) -> String {
    let columns = facts.iter().enumerate().map(|(at, fact)| {
        let (condition, amount) = (cases::condition(*fact, today), cases::amount(*fact));
        format!(", CAST(SUM(CASE WHEN {condition} THEN {amount} ELSE 0 END) AS BIGINT) AS n{at}")
    });
    let columns: String = columns.collect();
    let over = |day: &str, from: &str| {
        let places: String =
            (1..cuts).map(|at| format!(" WHEN {day} < ${} THEN {}", at + 1, at - 1)).collect();
        format!(
            "SELECT case_file.department_id AS department_id, CASE{places} ELSE 0 END AS place{columns} FROM {from} \
             WHERE {day} >= $1 AND {day} < ${cuts} GROUP BY 1, 2"
        )
    };
    match set {
        Set::Received => over(RECEIVED, "case_file"),
        Set::Accepted => over(ACCEPTED, "case_file"),
        Set::Closed => over(CLOSED, "case_file"),
        Set::Called => over(
            "access.at",
            "access JOIN case_file ON case_file.id = access.case_id AND access.act = 'certificate_used'",
        ),
        Set::Standing => format!(
            "SELECT case_file.department_id AS department_id, 0 AS place{columns} FROM case_file \
             WHERE case_file.status NOT IN ('closed', 'not_accepted', 'withdrawn', 'abandoned', 'terminated', 'void') GROUP BY 1"
        ),
        Set::Items => format!(
            "SELECT item.department_id AS department_id, 0 AS place{columns} FROM item WHERE {IN_FORCE} GROUP BY 1"
        ),
        Set::Windows => format!(
            "SELECT CAST(NULL AS uuid) AS department_id, 0 AS place{columns} FROM \"window\" one WHERE one.active"
        ),
        Set::People => format!(
            "SELECT CAST(NULL AS uuid) AS department_id, 0 AS place{columns} FROM account WHERE account.active \
             AND account.role = 'citizen' AND account.person_id IS NOT NULL"
        ),
    }
}
