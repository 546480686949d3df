//! Codes, kind, limits and addressees.

use super::{CaseKind, Entry, Finding, Rule, Subject};
use crate::deadline::{Limit, Unit};

pub(super) fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    code(entry, findings);
    limits(entry, findings);
    subjects(entry, findings);
}

/// 基本编码 = origin (2) + type (2) + department (2) + item (3) + sub-item (3).
fn code(entry: &Entry, findings: &mut Vec<Finding>) {
    let code = &entry.base_code;
    if code.len() != 12 || !code.bytes().all(|b| b.is_ascii_digit()) {
        findings.push(Finding::error(Rule::BaseCode, "base_code"));
        return;
    }
    let part = |from: usize| code.get(from..from + 2).unwrap_or_default();
    if part(2) != entry.type_code {
        findings.push(Finding::error(Rule::BaseCodeType, "base_code").about(part(2)));
    }
    if part(4) != entry.department_code {
        findings.push(Finding::error(Rule::BaseCodeDepartment, "base_code").about(part(4)));
    }
}

fn limits(entry: &Entry, findings: &mut Vec<Finding>) {
    let promised = entry.limits.promised;
    let at_once = promised.is_some_and(Limit::is_immediate);
    match (entry.kind, promised) {
        (CaseKind::Promise, None) => findings.push(Finding::error(Rule::PromiseMissing, "promise_limit")),
        (CaseKind::Promise, Some(_)) if at_once => {
            findings.push(Finding::error(Rule::InstantPromise, "case_kind"));
        }
        (CaseKind::Instant, Some(_)) if !at_once => {
            findings.push(Finding::error(Rule::InstantPromise, "promise_limit"));
        }
        (CaseKind::Promise | CaseKind::Instant, _) => {}
    }
    if let (Some(promised), Some(statutory)) = (promised, entry.limits.statutory)
        && longer(promised, statutory)
    {
        findings.push(Finding::error(Rule::PromiseBeyondStatute, "promise_limit"));
    }
}

/// Whether `a` is surely longer than `b`. Units are compared in the fewest days of `a` and the
/// most of `b`: seven days hold five working days, and the longest holidays add nine more.
fn longer(a: Limit, b: Limit) -> bool {
    if a.unit == b.unit { a.value > b.value } else { fewest_days(a) > most_days(b) }
}

fn fewest_days(limit: Limit) -> u32 {
    let value = u32::from(limit.value);
    match limit.unit {
        Unit::Workday => value / 5 * 7 + value % 5,
        Unit::Day => value,
        Unit::Month => value * 28,
    }
}

fn most_days(limit: Limit) -> u32 {
    let value = u32::from(limit.value);
    match limit.unit {
        Unit::Workday => value.div_ceil(5) * 7 + 9,
        Unit::Day => value,
        Unit::Month => value * 31,
    }
}

fn subjects(entry: &Entry, findings: &mut Vec<Finding>) {
    if entry.subjects.is_empty() {
        findings.push(Finding::error(Rule::NoSubject, "subject"));
    }
    let people = entry.subjects.contains(&Subject::Person);
    let organisations = entry.subjects.iter().any(|&subject| subject != Subject::Person);
    let differs = |topics: Option<usize>, addressed: bool| topics.is_some_and(|n| (n > 0) != addressed);
    if differs(entry.person_topics, people) {
        findings.push(Finding::error(Rule::PersonTopics, "subject"));
    }
    if differs(entry.organisation_topics, organisations) {
        findings.push(Finding::error(Rule::OrganisationTopics, "subject"));
    }
}
