//! Visits, ways in, telephones, questions and steps.

use super::{Entry, Finding, Rule, said};

/// 行政许可.
const PERMIT: &str = "01";
/// The steps that every permit goes through.
const PERMIT_STEPS: [&str; 5] = ["受理", "审核", "审批", "办结", "送达"];

pub(super) fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    visits(entry, findings);
    phones(entry, findings);
    if entry.type_code == PERMIT {
        permit(entry, findings);
    }
}

fn visits(entry: &Entry, findings: &mut Vec<Finding>) {
    let reason = said(entry.visit_reason.as_deref());
    match (entry.visits, reason) {
        (0, Some(_)) => findings.push(Finding::error(Rule::VisitReasonIdle, "visit_reason")),
        (1.., None) => findings.push(Finding::error(Rule::VisitReasonMissing, "visit_reason")),
        (0, None) | (1.., Some(_)) => {}
    }
    if entry.visits == 0 && !entry.online && !entry.postal {
        findings.push(Finding::error(Rule::NoWayIn, "channels"));
    }
    if entry.fully_online && entry.visits > 0 {
        findings.push(Finding::error(Rule::FullyOnlineVisits, "onsite_visits"));
    }
    if entry.fully_online && !entry.online {
        findings.push(Finding::error(Rule::FullyOnlineOffline, "channels"));
    }
}

fn phones(entry: &Entry, findings: &mut Vec<Finding>) {
    let enquiry = said(entry.enquiry_phone.as_deref());
    let complaint = said(entry.complaint_phone.as_deref());
    if let (Some(one), Some(two)) = (enquiry, complaint)
        && digits(one) == digits(two)
    {
        findings.push(Finding::error(Rule::SamePhone, "complaint_phone").about(two));
    }
    for (field, phone) in [("enquiry_phone", enquiry), ("complaint_phone", complaint)] {
        if let Some(phone) = phone.filter(|phone| !is_whole(phone)) {
            findings.push(Finding::error(Rule::AreaCode, field).about(phone));
        }
    }
}

/// With its area code (which begins with 0, as no local number does), a service number such as
/// 12345, a mobile number, or a 400 number.
fn is_whole(phone: &str) -> bool {
    let digits = digits(phone);
    let area = digits.starts_with('0') && digits.len() >= 8;
    let service = digits.starts_with('1') && matches!(digits.len(), 5 | 11);
    area || service || (digits.starts_with("400") && digits.len() == 10)
}

fn digits(phone: &str) -> String {
    phone.chars().filter(char::is_ascii_digit).collect()
}

fn permit(entry: &Entry, findings: &mut Vec<Finding>) {
    if entry.questions == 0 {
        findings.push(Finding::warning(Rule::PermitQuestions, "faqs"));
    }
    let lacks = |step: &&str| !entry.steps.iter().any(|has| has.contains(*step));
    let missing: Vec<&str> = PERMIT_STEPS.into_iter().filter(lacks).collect();
    if !missing.is_empty() {
        findings.push(Finding::warning(Rule::PermitSteps, "steps").about(missing.join(" ")));
    }
}
