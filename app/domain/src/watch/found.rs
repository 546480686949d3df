//! What is found when something happens, and what when time passes.

use super::{Evidence, Finding, Rule, RuleKind, overdue, reading, skipped};
use crate::calendar::Calendar;
use crate::case::{Case, Event};
use chrono::NaiveDate;
use uuid::Uuid;

/// A material that the guide lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its key.
    pub id: Uuid,
    /// Its name.
    pub name: String,
}

/// What stands around a case: the day, the calendar, the guide.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The city's day.
    pub today: NaiveDate,
    /// The working calendar.
    pub calendar: &'a Calendar,
    /// The materials of the item's guide; only asked where [`wants_guide`] says so.
    pub guide: &'a [Listed],
}

/// Whether a rule has to know the guide to judge these events.
pub fn wants_guide(rules: &[Rule], events: &[Event]) -> bool {
    let watched = rules.iter().any(|rule| rule.on && rule.kind == RuleKind::UnlistedMaterial);
    watched && events.iter().any(|event| matches!(event, Event::CorrectionAsked { .. }))
}

/// What is found when `event` turns `before` into `after`: what it does itself, and what had come due
/// before it and is put an end to by it.
pub fn found(
    rules: &[Rule],
    before: &Case,
    event: &Event,
    after: &Case,
    around: &Around<'_>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in rules.iter().filter(|rule| rule.on) {
        let mut of_rule = dated(rule, before, around);
        of_rule.extend(done(rule, before, event, after, around));
        for finding in &mut of_rule {
            finding.seq = after.version;
        }
        findings.extend(of_rule);
    }
    findings
}

/// What is found in a case because its dates have passed, as it stands today.
pub fn found_by_date(rules: &[Rule], case: &Case, around: &Around<'_>) -> Vec<Finding> {
    rules.iter().filter(|rule| rule.on).flat_map(|rule| dated(rule, case, around)).collect()
}

fn dated(rule: &Rule, case: &Case, around: &Around<'_>) -> Vec<Finding> {
    match rule.kind {
        RuleKind::OverPromise => overdue::case(rule, case, case.promised_due, around).into_iter().collect(),
        RuleKind::OverStatute => overdue::case(rule, case, case.statutory_due, around).into_iter().collect(),
        RuleKind::Dwell => overdue::steps(rule, case, around),
        RuleKind::SecondCorrection
        | RuleKind::StepSkipped
        | RuleKind::NoRemedy
        | RuleKind::UnlistedMaterial
        | RuleKind::Reopened => Vec::new(),
    }
}

fn done(rule: &Rule, before: &Case, event: &Event, after: &Case, around: &Around<'_>) -> Vec<Finding> {
    match rule.kind {
        RuleKind::OverPromise | RuleKind::OverStatute | RuleKind::Dwell => Vec::new(),
        RuleKind::StepSkipped => skipped::found(rule, before, event, around),
        RuleKind::SecondCorrection => asked_again(rule, event, after, around).into_iter().collect(),
        RuleKind::NoRemedy => reading::no_remedy(rule, event, after, around).into_iter().collect(),
        RuleKind::UnlistedMaterial => reading::unlisted(rule, event, after, around).into_iter().collect(),
        RuleKind::Reopened => reopened(rule, before, after, around).into_iter().collect(),
    }
}

/// What happened today, of the department that decides.
pub(super) fn today(rule: &Rule, case: &Case, around: &Around<'_>, step: String) -> Finding {
    Finding {
        rule: rule.key.clone(),
        department: case.department,
        basis: around.today,
        step,
        on: around.today,
        seq: case.version,
        evidence: Evidence::of(rule, around.today),
    }
}

fn asked_again(rule: &Rule, event: &Event, after: &Case, around: &Around<'_>) -> Option<Finding> {
    let Event::CorrectionAsked { repeated: true, .. } = event else { return None };
    (after.corrections >= rule.limit()).then(|| {
        let mut finding = today(rule, after, around, after.corrections.to_string());
        finding.evidence.times = Some(after.corrections);
        finding
    })
}

fn reopened(rule: &Rule, before: &Case, after: &Case, around: &Around<'_>) -> Option<Finding> {
    let closed = before.closed_on.filter(|_| before.status.is_final() && !after.status.is_final())?;
    let workdays = around.calendar.workdays_between(closed, around.today);
    (rule.threshold.is_none_or(|within| workdays <= u32::from(within))).then(|| {
        let mut finding = today(rule, after, around, String::new());
        finding.evidence.since = Some(closed);
        finding.evidence.workdays = Some(workdays);
        finding
    })
}
