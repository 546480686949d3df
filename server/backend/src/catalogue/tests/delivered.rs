//! The index of the delivered catalogue, without a database.

use std::collections::HashSet;

use entity::department;
use uuid::Uuid;

use super::{FORMS, ITEMS, THEMES};
use crate::catalogue::check::{self, Checked};
use crate::catalogue::file::{File, FileDepartment, FileItem};
use crate::catalogue::forms::Forms;
use crate::catalogue::load::{self, Parts};
use crate::catalogue::search::Entry;
use crate::catalogue::{Named, SearchIndex, row, themes};
use crate::import::Faults;
use crate::organisation::Department;

/// As an import and a load would build it.
pub(super) fn index() -> SearchIndex {
    let file: File = serde_json::from_str(ITEMS).unwrap();
    let forms = Forms::parse(FORMS).unwrap();
    let (_, events) = serde_json::from_str::<themes::File>(THEMES).unwrap().keyed();
    let mut faults = Faults::default();
    let checked = check::check(&file, &HashSet::new(), &mut faults);
    faults.none().unwrap();
    let entries =
        file.items.iter().zip(&checked).map(|(item, checked)| entry(&file, &forms, &events, item, checked));
    let mut entries: Vec<Entry> = entries.collect();
    let place = |key: &str| file.departments.iter().position(|department| department.key == key);
    entries.sort_by_key(|entry| (place(&entry.card.department_key), entry.card.id.clone()));
    SearchIndex::new(entries, Vec::new(), events)
}

fn entry(file: &File, forms: &Forms, events: &[Named], item: &FileItem, checked: &Checked) -> Entry {
    let given = file.departments.iter().find(|department| department.key == item.department_key).unwrap();
    let (department, model) = departments(given);
    let row = row::item(item, checked, forms, &department, chrono::DateTime::UNIX_EPOCH).unwrap();
    let bundles = file.bundles.iter().filter(|bundle| bundle.items.contains(&item.id));
    let named = events.iter().filter(|event| item.life_events.contains(&event.key));
    let parts = Parts {
        subjects: checked.subjects.iter().map(|subject| subject.as_str().to_owned()).collect(),
        events: item.life_events.clone(),
        materials: item.materials.iter().map(|material| material.name.clone()).collect(),
        topics: bundles
            .map(|bundle| bundle.name.clone())
            .chain(named.map(|event| event.name.clone()))
            .collect(),
        areas: Vec::new(),
    };
    load::entry(&row, &model, parts).unwrap()
}

fn departments(given: &FileDepartment) -> (Department, department::Model) {
    let FileDepartment { key, name, name_en, uscc, central_dept_code, phone } = given;
    let model = department::Model {
        id: Uuid::nil(),
        key: key.clone(),
        name: name.clone(),
        name_en: name_en.clone(),
        uscc: uscc.clone(),
        central_code: central_dept_code.clone(),
        phone: phone.clone(),
        sort: 0,
        active: true,
    };
    let department::Model { id, key, name, name_en, uscc, central_code, phone, sort, active } = model.clone();
    (Department { id, key, name, name_en, uscc, central_code, phone, sort, active }, model)
}
