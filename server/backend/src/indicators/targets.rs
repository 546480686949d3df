//! 目标: taken in from a file, kept in a table.

use crate::import::{Fault, ImportError, Problem};
use crate::{Error, Portal, Result};
use domain::indicator::catalogue::{Fraction, Relation, Target, find};
use entity::target;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryOrder as _};
use serde::Deserialize;
use std::collections::HashMap;

/// The targets that the program carries: every figure that the plans of the seed cities name.
pub const FILE: &str = include_str!("../../../data/targets.json");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    targets: Vec<Target>,
}

/// Every target, in the order of the file.
///
/// # Errors
/// Storage errors.
pub async fn targets(portal: &Portal) -> Result<Vec<Target>> {
    read(&portal.db.read).await
}

/// The same, within a statement of one's own: a page must not wait for a second connection.
pub(super) async fn read<C: ConnectionTrait>(db: &C) -> Result<Vec<Target>> {
    let rows = target::Entity::find().order_by_asc(target::Column::Sort).all(db).await?;
    Ok(rows.into_iter().map(of_row).collect())
}

/// Takes in the targets that the program carries, where there are none yet.
///
/// # Errors
/// Storage errors.
pub async fn ensure(portal: &Portal) -> Result<(), ImportError> {
    if target::Entity::find().count(&portal.db.read).await.map_err(Error::from)? == 0 {
        import(portal, FILE).await?;
    }
    Ok(())
}

/// Takes in a file in place of all targets there are; how many it has.
///
/// # Errors
/// [`ImportError::Faults`] with every fault of the file: then nothing changes. Storage errors.
pub async fn import(portal: &Portal, text: &str) -> Result<usize, ImportError> {
    let file: File = serde_json::from_str(text).map_err(|error| {
        ImportError::Faults(vec![Fault {
            at: "targets".to_owned(),
            problem: Problem::Format(error.to_string()),
        }])
    })?;
    let faults = faults(&file.targets);
    if !faults.is_empty() {
        return Err(ImportError::Faults(faults));
    }
    let count = file.targets.len();
    let tx = portal.db.begin().await?;
    target::Entity::delete_many().exec(&tx).await?;
    let rows = (0..).zip(file.targets).map(|(sort, one)| row(sort, one));
    target::Entity::insert_many(rows).exec_without_returning(&tx).await?;
    tx.commit().await?;
    Ok(count)
}

fn faults(targets: &[Target]) -> Vec<Fault> {
    let mut first: HashMap<&str, usize> = HashMap::new();
    let mut faults = Vec::new();
    for (at, one) in targets.iter().enumerate() {
        let mut fault =
            |field: &str, problem| faults.push(Fault { at: format!("targets[{at}].{field}"), problem });
        if let Some(before) = first.insert(&one.key, at) {
            fault("key", Problem::Twice(format!("targets[{before}]")));
        }
        if let Some(key) = one.indicator.as_ref().filter(|key| find(key).is_none()) {
            fault("indicator", Problem::Unknown(key.clone()));
        }
        if one.relation.is_some() != one.value.is_some() {
            fault(if one.value.is_some() { "relation" } else { "value" }, Problem::Missing);
        }
        if one.value.is_some_and(|value| value.under <= 0) {
            fault("value.under", Problem::Unknown("≤ 0".to_owned()));
        }
    }
    faults
}

fn row(sort: i32, one: Target) -> target::ActiveModel {
    target::ActiveModel {
        key: Set(one.key),
        sort: Set(sort),
        figure: Set(one.figure),
        meaning: Set(one.meaning),
        meaning_en: Set(one.meaning_en),
        source: Set(one.source),
        due: Set(one.due),
        indicator: Set(one.indicator),
        relation: Set(one.relation.map(|relation| relation.as_str().to_owned())),
        over: Set(one.value.map(|value| value.over)),
        under: Set(one.value.map(|value| value.under)),
    }
}

fn of_row(row: target::Model) -> Target {
    Target {
        value: row.over.zip(row.under).and_then(|(over, under)| Fraction::new(over, under)),
        relation: row.relation.as_deref().and_then(Relation::parse),
        key: row.key,
        figure: row.figure,
        meaning: row.meaning,
        meaning_en: row.meaning_en,
        source: row.source,
        due: row.due,
        indicator: row.indicator,
    }
}
