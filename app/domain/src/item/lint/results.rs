//! What the applicant receives.

use super::{Entry, Finding, ResultKind, Rule, said};

pub(super) fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(name) = said(entry.result.name.as_deref()) else { return };
    let due = kind_by_name(name);
    if let (Some(kind), Some(due)) = (entry.result.kind, due)
        && kind != due
    {
        findings.push(Finding::error(Rule::ResultKind, "result_type").about(name));
    }
    if !entry.result.sample {
        findings.push(Finding::warning(Rule::ResultSample, "result_sample").about(name));
    }
}

/// What the last character of a result's name says it is.
fn kind_by_name(name: &str) -> Option<ResultKind> {
    let ends = |end: &str| name.ends_with(end);
    match () {
        () if ends("批复") => Some(ResultKind::Approval),
        () if ends("证") => Some(ResultKind::Certificate),
        () if ends("文") => Some(ResultKind::Document),
        () => None,
    }
}
