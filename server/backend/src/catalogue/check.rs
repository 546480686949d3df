//! A catalogue file as a whole: every fault, before anything is stored.

pub(super) mod conditions;
mod process;

use std::collections::{HashMap, HashSet};

use domain::credit_code::CreditCode;
use domain::deadline::{Limit, Unit};
use domain::item::{CaseKind, Level, Subject};
use domain::item_code::BaseCode;

use super::file::{File, FileFee, FileItem, FileLimit, FileMaterial};
use crate::import::{Faults, Problem};

/// 依申请 and every other 事项类型 (A.1).
const TYPES: [&str; 12] = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "20"];

/// An item of which every code has been read.
#[derive(Debug)]
pub(super) struct Checked {
    pub base: BaseCode,
    pub level: Level,
    pub kind: CaseKind,
    pub subjects: Vec<Subject>,
    pub legal: Option<Limit>,
    pub promise: Option<Limit>,
    pub fee_fen: Option<i64>,
}

/// Checks everything; items come back in the order of the file. Wrong where faults were added.
pub(super) fn check(file: &File, known_departments: &HashSet<String>, faults: &mut Faults) -> Vec<Checked> {
    departments(file, faults);
    let departments: HashSet<&str> = file
        .departments
        .iter()
        .map(|department| department.key.as_str())
        .chain(known_departments.iter().map(String::as_str))
        .collect();
    let certificates: HashSet<&str> = file.e_certificates.iter().map(|kind| kind.code.as_str()).collect();
    twice("items", file.items.iter().map(|item| item.id.as_str()), faults);
    twice("items", file.items.iter().map(|item| item.base_code.as_str()), faults);
    bundles(file, faults);
    let check = |(at, item): (usize, &FileItem)| {
        let at = format!("items[{at}] {}", item.id);
        if !departments.contains(item.department_key.as_str()) {
            faults.add(format!("{at}.department_key"), Problem::Unknown(item.department_key.clone()));
        }
        materials(&at, &item.materials, &certificates, faults);
        let checked = one(&at, item, faults);
        if let Some(checked) = &checked {
            process::check(&at, item, checked, &departments, faults);
        }
        checked
    };
    file.items.iter().enumerate().filter_map(check).collect()
}

fn departments(file: &File, faults: &mut Faults) {
    twice("departments", file.departments.iter().map(|department| department.key.as_str()), faults);
    twice("departments", file.departments.iter().map(|department| department.uscc.as_str()), faults);
    for (at, department) in file.departments.iter().enumerate() {
        if CreditCode::parse(&department.uscc).is_err() {
            faults.add(format!("departments[{at}].uscc"), Problem::Code(department.uscc.clone()));
        }
    }
}

fn bundles(file: &File, faults: &mut Faults) {
    let ids: HashSet<&str> = file.items.iter().map(|item| item.id.as_str()).collect();
    twice("bundles", file.bundles.iter().map(|bundle| bundle.id.as_str()), faults);
    for (at, bundle) in file.bundles.iter().enumerate() {
        for id in bundle.items.iter().filter(|id| !ids.contains(id.as_str())) {
            faults.add(format!("bundles[{at}].items"), Problem::Unknown(id.clone()));
        }
    }
}

fn twice<'a>(list: &str, values: impl Iterator<Item = &'a str>, faults: &mut Faults) {
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (at, value) in values.enumerate() {
        if let Some(before) = first.insert(value, at) {
            faults.add(format!("{list}[{at}] {value}"), Problem::Twice(format!("{list}[{before}]")));
        }
    }
}

fn materials(at: &str, materials: &[FileMaterial], certificates: &HashSet<&str>, faults: &mut Faults) {
    for (n, material) in materials.iter().enumerate() {
        if material.name.trim().is_empty() {
            faults.add(format!("{at}.materials[{n}].name"), Problem::Missing);
        }
        if let Some(code) = material.e_certificate.as_deref().filter(|code| !certificates.contains(code)) {
            faults.add(format!("{at}.materials[{n}].e_certificate"), Problem::Unknown(code.to_owned()));
        }
    }
}

fn one(at: &str, item: &FileItem, faults: &mut Faults) -> Option<Checked> {
    for (field, text) in [("id", &item.id), ("name", &item.name), ("theme", &item.theme)] {
        if text.trim().is_empty() {
            faults.add(format!("{at}.{field}"), Problem::Missing);
        }
    }
    if !TYPES.contains(&item.type_code.as_str()) {
        faults.add(format!("{at}.type_code"), Problem::Unknown(item.type_code.clone()));
    }
    let base =
        code(BaseCode::parse(&item.base_code).ok(), || format!("{at}.base_code"), &item.base_code, faults);
    let level =
        known(Level::parse(&item.level_code), || format!("{at}.level_code"), &item.level_code, faults);
    let kind = known(CaseKind::parse(&item.case_kind), || format!("{at}.case_kind"), &item.case_kind, faults);
    let subjects = subjects(at, &item.subject, faults);
    let legal = limit(&format!("{at}.legal_limit"), item.legal_limit.as_ref(), faults);
    let promise = limit(&format!("{at}.promise_limit"), item.promise_limit.as_ref(), faults);
    let fee_fen = fen(at, &item.fee, faults);
    situations(at, item, faults);
    Some(Checked { base: base?, level: level?, kind: kind?, subjects, legal, promise, fee_fen })
}

fn known<T>(read: Option<T>, at: impl Fn() -> String, value: &str, faults: &mut Faults) -> Option<T> {
    if read.is_none() {
        faults.add(at(), Problem::Unknown(value.to_owned()));
    }
    read
}

fn code<T>(read: Option<T>, at: impl Fn() -> String, value: &str, faults: &mut Faults) -> Option<T> {
    if read.is_none() {
        faults.add(at(), Problem::Code(value.to_owned()));
    }
    read
}

/// 自然人 企业法人; a remark in brackets, 自然人(双方), says no more than the word.
fn subjects(at: &str, text: &str, faults: &mut Faults) -> Vec<Subject> {
    let mut subjects = Vec::new();
    for word in text.split([' ', '、', ',', '，']).filter(|word| !word.is_empty()) {
        let bare = word.split(['(', '（']).next().unwrap_or(word);
        match Subject::parse(bare) {
            Some(subject) if !subjects.contains(&subject) => subjects.push(subject),
            Some(_) => {}
            None => faults.add(format!("{at}.subject"), Problem::Unknown(word.to_owned())),
        }
    }
    subjects
}

fn limit(at: &str, limit: Option<&FileLimit>, faults: &mut Faults) -> Option<Limit> {
    let FileLimit { value, unit } = limit?;
    let unit = known(unit.parse::<Unit>().ok(), || format!("{at}.unit"), unit, faults)?;
    Some(Limit { value: *value, unit })
}

fn fen(at: &str, fee: &FileFee, faults: &mut Faults) -> Option<i64> {
    let amount = fee.amount_cny.as_ref()?.to_string();
    match amount.parse::<domain::money::Fen>() {
        Ok(fen) => Some(fen.0),
        Err(_) => {
            faults.add(format!("{at}.fee.amount_cny"), Problem::Unknown(amount));
            None
        }
    }
}

fn situations(at: &str, item: &FileItem, faults: &mut Faults) {
    let situations = &item.guide.situations;
    twice(&format!("{at}.situations"), situations.iter().map(|situation| situation.code.as_str()), faults);
    for situation in situations {
        let digits = situation.code.len() == 2 && situation.code.bytes().all(|b| b.is_ascii_digit());
        if !digits {
            faults.add(format!("{at}.situations"), Problem::Code(situation.code.clone()));
        }
    }
}
