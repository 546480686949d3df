//! The departments of a catalogue.

use crate::db::Tx;
use std::collections::HashMap;

use uuid::Uuid;

use super::super::file::{File, FileDepartment};
use crate::Result;
use crate::organisation::Department;
use crate::repo::organisation as rows;

/// Writes departments; those known keep their key and whether they are in use.
pub(super) async fn save(tx: &Tx, file: &File) -> Result<HashMap<String, Department>> {
    let known: HashMap<String, Department> = rows::departments(tx)
        .await?
        .into_iter()
        .map(|department| (department.key.clone(), department))
        .collect();
    let mut all = known.clone();
    for (sort, given) in (1i32..).zip(&file.departments) {
        let old = known.get(&given.key);
        let department = department(given, old, sort);
        if old != Some(&department) {
            rows::save_department(tx, old.map(|old| old.id), department.clone()).await?;
        }
        all.insert(department.key.clone(), department);
    }
    Ok(all)
}

fn department(given: &FileDepartment, old: Option<&Department>, sort: i32) -> Department {
    Department {
        id: old.map_or_else(Uuid::now_v7, |old| old.id),
        key: given.key.clone(),
        name: given.name.clone(),
        name_en: given.name_en.clone(),
        uscc: given.uscc.clone(),
        central_code: given.central_dept_code.clone(),
        phone: given.phone.clone(),
        sort,
        active: old.is_none_or(|old| old.active),
    }
}
