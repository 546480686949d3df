use super::*;
use crate::deadline::{Limit, Unit};

fn workdays(value: u16) -> Option<Limit> {
    Some(Limit { value, unit: Unit::Workday })
}

/// A permit that breaks no rule.
fn sound() -> Entry {
    Entry {
        base_code: "990105006000".into(),
        type_code: "01".into(),
        department_code: "05".into(),
        kind: CaseKind::Promise,
        limits: Limits { statutory: workdays(20), promised: workdays(10) },
        visits: 1,
        visit_reason: Some("须现场核验".into()),
        online: true,
        fully_online: false,
        postal: false,
        fee: Fee { charged: false, pay_online: Some(false), ..Fee::default() },
        enquiry_phone: Some("0499-8800001".into()),
        complaint_phone: Some("0499-12345".into()),
        subjects: vec![Subject::Person],
        person_topics: Some(1),
        organisation_topics: Some(0),
        result: ResultPaper {
            name: Some("教师资格证".into()),
            kind: Some(ResultKind::Certificate),
            sample: true,
        },
        questions: 1,
        steps: ["受理", "审核", "审批", "办结", "送达"].map(String::from).to_vec(),
    }
}

fn broken_by(change: impl FnOnce(&mut Entry)) -> Vec<Rule> {
    let mut entry = sound();
    change(&mut entry);
    lint(&entry).into_iter().map(|finding| finding.rule).collect()
}

#[test]
fn a_sound_entry_has_no_findings() {
    assert_eq!(lint(&sound()), []);
}

#[test]
fn instant_kind_and_instant_promise_go_together() {
    assert_eq!(broken_by(|e| e.kind = CaseKind::Instant), [Rule::InstantPromise]);
    assert_eq!(broken_by(|e| e.limits.promised = workdays(0)), [Rule::InstantPromise]);
    let both = broken_by(|e| {
        e.kind = CaseKind::Instant;
        e.limits.promised = workdays(0);
    });
    assert_eq!(both, []);
}

#[test]
fn a_promise_is_made_and_keeps_within_the_statute() {
    assert_eq!(broken_by(|e| e.limits.promised = None), [Rule::PromiseMissing]);
    assert_eq!(broken_by(|e| e.limits.promised = workdays(21)), [Rule::PromiseBeyondStatute]);
    let days = |value: u16| Some(Limit { value, unit: Unit::Day });
    let month = Some(Limit { value: 1, unit: Unit::Month });
    let against = |promised, statutory| broken_by(|e| e.limits = Limits { statutory, promised });
    assert_eq!(against(workdays(15), days(60)), []);
    assert_eq!(against(workdays(30), month), [Rule::PromiseBeyondStatute]);
    assert_eq!(against(workdays(30), days(30)), [Rule::PromiseBeyondStatute]);
}

#[test]
fn the_name_of_the_result_tells_its_kind() {
    let named = |name: &str, kind| {
        broken_by(|e| {
            e.result.name = Some(name.into());
            e.result.kind = Some(kind);
        })
    };
    assert_eq!(named("教师资格证", ResultKind::Document), [Rule::ResultKind]);
    assert_eq!(named("准予通知文", ResultKind::Certificate), [Rule::ResultKind]);
    assert_eq!(named("设立批复", ResultKind::Document), [Rule::ResultKind]);
    assert_eq!(named("设立批复", ResultKind::Approval), []);
    assert_eq!(named("补贴资金", ResultKind::Other), []);
}

#[test]
fn a_named_result_has_a_sample() {
    assert_eq!(broken_by(|e| e.result.sample = false), [Rule::ResultSample]);
    assert_eq!(broken_by(|e| e.result = ResultPaper::default()), []);
}

#[test]
fn visits_have_a_reason_and_no_visit_has_none() {
    assert_eq!(broken_by(|e| e.visit_reason = None), [Rule::VisitReasonMissing]);
    assert_eq!(broken_by(|e| e.visit_reason = Some("无".into())), [Rule::VisitReasonMissing]);
    assert_eq!(broken_by(|e| e.visits = 0), [Rule::VisitReasonIdle]);
    let none = broken_by(|e| {
        e.visits = 0;
        e.visit_reason = Some("无".into());
    });
    assert_eq!(none, []);
}

#[test]
fn without_visit_and_net_there_is_the_post() {
    let unreachable = |postal| {
        broken_by(|e| {
            (e.visits, e.online, e.postal) = (0, false, postal);
            e.visit_reason = None;
        })
    };
    assert_eq!(unreachable(false), [Rule::NoWayIn]);
    assert_eq!(unreachable(true), []);
}

#[test]
fn fully_online_means_online_and_no_visit() {
    assert_eq!(broken_by(|e| e.fully_online = true), [Rule::FullyOnlineVisits]);
    let offline = broken_by(|e| {
        (e.visits, e.online, e.postal, e.fully_online) = (0, false, true, true);
        e.visit_reason = None;
    });
    assert_eq!(offline, [Rule::FullyOnlineOffline]);
}

#[test]
fn a_fee_names_basis_items_standard_and_payment() {
    let bare = broken_by(|e| e.fee = Fee { charged: true, ..Fee::default() });
    assert_eq!(bare, [Rule::FeeBasis, Rule::FeeItems, Rule::FeeStandard, Rule::FeePayment]);
    assert_eq!(broken_by(|e| e.fee.pay_online = Some(true)), [Rule::FreePayment]);
}

#[test]
fn enquiries_and_complaints_have_their_own_whole_numbers() {
    let same = broken_by(|e| e.complaint_phone = Some("04998800001".into()));
    assert_eq!(same, [Rule::SamePhone]);
    assert_eq!(broken_by(|e| e.enquiry_phone = Some("8800001".into())), [Rule::AreaCode]);
    assert_eq!(broken_by(|e| e.complaint_phone = Some("12345".into())), []);
}

#[test]
fn addressees_fit_the_topics() {
    assert_eq!(broken_by(|e| e.subjects.clear()), [Rule::NoSubject, Rule::PersonTopics]);
    assert_eq!(broken_by(|e| e.person_topics = Some(0)), [Rule::PersonTopics]);
    assert_eq!(broken_by(|e| e.organisation_topics = Some(2)), [Rule::OrganisationTopics]);
    assert_eq!(broken_by(|e| e.person_topics = None), []);
}

#[test]
fn a_permit_answers_a_question_and_takes_five_steps() {
    assert_eq!(broken_by(|e| e.questions = 0), [Rule::PermitQuestions]);
    assert_eq!(broken_by(|e| drop(e.steps.pop())), [Rule::PermitSteps]);
    let service = broken_by(|e| {
        e.type_code = "20".into();
        e.base_code = "992005006000".into();
        (e.questions, e.steps) = (0, Vec::new());
    });
    assert_eq!(service, []);
}

#[test]
fn the_base_code_says_type_and_department() {
    assert_eq!(broken_by(|e| e.base_code = "99010500600".into()), [Rule::BaseCode]);
    assert_eq!(broken_by(|e| e.base_code = "992005006000".into()), [Rule::BaseCodeType]);
    assert_eq!(broken_by(|e| e.base_code = "990117006000".into()), [Rule::BaseCodeDepartment]);
}

#[test]
fn a_finding_names_what_is_missing() {
    let mut entry = sound();
    entry.steps = vec!["受理".into(), "送达".into()];
    let findings = lint(&entry);
    assert_eq!(findings.first().and_then(|finding| finding.detail.as_deref()), Some("审核 审批 办结"));
}
