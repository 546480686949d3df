//! 免于提交率: of the materials that cases had to have, how many nobody was asked for.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use domain::calendar::CITY_OFFSET;
use domain::indicator::Ratio;
use domain::permission::{Actor, Role};
use sea_orm::{FromQueryResult, Statement};
use uuid::Uuid;

use crate::{Error, Result, Services};

/// How required materials came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SparedBy {
    /// Materials that were required.
    pub required: i64,
    /// By a certificate of the library.
    pub certificate: i64,
    /// By what a registry says.
    pub share: i64,
    /// By a file kept from before.
    pub holding: i64,
}

impl SparedBy {
    /// 免于提交率: what nobody was asked for, of all that was required.
    pub fn rate(self) -> Ratio {
        Ratio { numerator: self.certificate + self.share + self.holding, denominator: self.required }
    }

    fn add(&mut self, other: Self) {
        self.required += other.required;
        self.certificate += other.certificate;
        self.share += other.share;
        self.holding += other.holding;
    }
}

/// The figures of one item in one department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spared {
    /// The department that decides.
    pub department_id: Uuid,
    /// Its name.
    pub department: String,
    /// In English.
    pub department_en: Option<String>,
    /// The item.
    pub item_id: String,
    /// The figures.
    pub by: SparedBy,
}

impl Spared {
    /// The figures of several.
    pub fn sum<'a>(all: impl Iterator<Item = &'a Self>) -> SparedBy {
        let mut sum = SparedBy::default();
        all.for_each(|one| sum.add(one.by));
        sum
    }
}

/// A material counts once however many files it has; it counts as spared only where it still is:
/// what a correction replaced, or a withdrawn consent took away, was asked for after all.
const SQL: &str = "SELECT department_id, d.name AS department, d.name_en AS department_en, item_id, COUNT(*) AS required, SUM(by_certificate) AS certificate, \
 SUM(by_share) AS share, SUM(by_holding) AS holding FROM (\
 SELECT c.department_id AS department_id, c.item_id AS item_id, m.case_id, m.material_id, \
 MAX(CASE WHEN m.note IS NULL AND m.certificate_id IS NOT NULL THEN 1 ELSE 0 END) AS by_certificate, \
 MAX(CASE WHEN m.note IS NULL AND m.source IS NOT NULL THEN 1 ELSE 0 END) AS by_share, \
 MAX(CASE WHEN m.note IS NULL AND m.holding_id IS NOT NULL THEN 1 ELSE 0 END) AS by_holding \
 FROM case_material m JOIN case_file c ON c.id = m.case_id \
 WHERE m.required AND m.material_id IS NOT NULL AND c.submitted_at >= $1 AND c.submitted_at < $2 \
 GROUP BY c.department_id, c.item_id, m.case_id, m.material_id) one \
 JOIN department d ON d.id = department_id GROUP BY department_id, d.name, d.name_en, item_id";

#[derive(FromQueryResult)]
struct Row {
    department_id: Uuid,
    department: String,
    department_en: Option<String>,
    item_id: String,
    required: i64,
    certificate: i64,
    share: i64,
    holding: i64,
}

/// What was spared in the cases that came in from one day to another, both counted, by department and
/// item.
///
/// # Errors
/// [`crate::Kind::Denied`] to all but supervisors.
pub async fn spared(
    services: &Services,
    actor: &Actor,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<Spared>> {
    if !actor.is(Role::Supervisor) {
        return Err(Error::denied());
    }
    let db = &services.db.read;
    let after = until.checked_add_days(Days::new(1)).unwrap_or(until);
    let values = [midnight(from).into(), midnight(after).into()];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), SQL, values);
    let rows = Row::find_by_statement(statement).all(db).await?;
    Ok(rows.into_iter().map(spared_of).collect())
}

/// The first moment of a day in the city.
fn midnight(day: NaiveDate) -> DateTime<Utc> {
    let local = day.and_time(NaiveTime::MIN).and_local_timezone(CITY_OFFSET).single();
    local.map_or_else(|| day.and_time(NaiveTime::MIN).and_utc(), |local| local.with_timezone(&Utc))
}

fn spared_of(row: Row) -> Spared {
    let Row { department_id, department, department_en, item_id, required, certificate, share, holding } =
        row;
    Spared {
        department_id,
        department,
        department_en,
        item_id,
        by: SparedBy { required, certificate, share, holding },
    }
}

/// What the catalogue makes possible.
#[derive(Clone, Debug, PartialEq)]
pub struct Obtainable {
    /// Of all items: required materials that a certificate or a registry can stand in for, of all that
    /// are required.
    pub all: Ratio,
    /// The same of each item.
    pub items: BTreeMap<String, Ratio>,
}

/// How many of the required materials of the catalogue can be obtained without asking anybody.
///
/// # Errors
/// When the catalogue cannot be read.
pub async fn obtainable(services: &Services) -> Result<Obtainable> {
    let mut found = Obtainable { all: Ratio { numerator: 0, denominator: 0 }, items: BTreeMap::new() };
    for (item, materials) in crate::repo::item::materials(&services.db.read, None).await? {
        let required = materials.iter().filter(|one| one.required);
        let mut ratio = Ratio { numerator: 0, denominator: 0 };
        for material in required {
            ratio.denominator += 1;
            let known = material.certificate_code.is_some() || material.data_share.is_some();
            ratio.numerator += i64::from(known);
        }
        found.all.numerator += ratio.numerator;
        found.all.denominator += ratio.denominator;
        found.items.insert(item, ratio);
    }
    Ok(found)
}
