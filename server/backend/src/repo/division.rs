//! Rows of the divisions.

use std::collections::HashMap;

use domain::division::{Division, DivisionCode, DivisionLevel};
use entity::division;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
use uuid::Uuid;

use crate::places::division_table::{DivisionSummary, Line};
use crate::{Error, Result};

/// Rows written in one statement.
const BATCH: usize = 500;

/// Adds what is new and brings the rest up to date; tells how far it is.
pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    lines: &[Line],
    mut progress: impl FnMut(u64, u64),
) -> Result<DivisionSummary> {
    let known: HashMap<(String, Option<i16>), division::Model> = division::Entity::find()
        .all(db)
        .await?
        .into_iter()
        .map(|row| ((row.code.clone(), row.from_year), row))
        .collect();
    let mut summary = DivisionSummary { total: lines.len(), ..DivisionSummary::default() };
    let mut done = 0;
    for part in lines.chunks(BATCH) {
        let mut fresh = Vec::new();
        for line in part {
            let code = line.code.to_string();
            match known.get(&(code.clone(), line.from_year)) {
                None => fresh.push(row(Uuid::now_v7(), line)),
                Some(old) if differs(old, line) => {
                    division::Entity::update(row(old.id, line)).exec(db).await?;
                    summary.changed += 1;
                }
                Some(_) => {}
            }
        }
        summary.added += fresh.len();
        if !fresh.is_empty() {
            division::Entity::insert_many(fresh).exec_without_returning(db).await?;
        }
        done += part.len();
        progress(count(done), count(lines.len()));
    }
    Ok(summary)
}

fn count(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

fn differs(old: &division::Model, line: &Line) -> bool {
    let parent = line.parent.map(|parent| parent.to_string());
    let english = line.name_en.is_some() && old.name_en != line.name_en;
    old.name != line.name || english || old.parent_code != parent || old.to_year != line.to_year
}

fn row(id: Uuid, line: &Line) -> division::ActiveModel {
    let Line { code, name, name_en, parent, level, from_year, to_year } = line;
    division::ActiveModel {
        id: Set(id),
        code: Set(code.to_string()),
        name: Set(name.clone()),
        name_en: Set(name_en.clone()),
        parent_code: Set(parent.map(|parent| parent.to_string())),
        level: Set(*level),
        from_year: Set(*from_year),
        to_year: Set(*to_year),
    }
}

/// Every division.
pub(crate) async fn all<C: ConnectionTrait>(db: &C) -> Result<Vec<Division>> {
    division::Entity::find().all(db).await?.into_iter().map(read).collect()
}

fn read(row: division::Model) -> Result<Division> {
    let division::Model { id: _, code, name, name_en, parent_code, level, from_year, to_year } = row;
    let code = DivisionCode::parse(&code).map_err(Error::internal)?;
    let parent =
        parent_code.map(|parent| DivisionCode::parse(&parent)).transpose().map_err(Error::internal)?;
    let year = |year: Option<i16>| year.and_then(|year| u16::try_from(year).ok());
    let level = match level {
        1 => DivisionLevel::Province,
        2 => DivisionLevel::Prefecture,
        3 => DivisionLevel::County,
        4 => DivisionLevel::Street,
        _ => DivisionLevel::Village,
    };
    let (from_year, to_year) = (year(from_year), year(to_year));
    Ok(Division { code, name, name_en, parent, level, from_year, to_year })
}
