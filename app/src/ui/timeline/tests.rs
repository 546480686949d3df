//! What people are told, and what they are not.

use super::{Audience, Entry, Next, Teller, next_words};
use crate::lang::Lang;
use chrono::{DateTime, NaiveDate, Utc};
use domain::case::{Dates, Event, Manner, Mark, Procedure, RuleResult, Status};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap_or_default()
}

fn accepted(manner: Manner) -> Event {
    Event::Accepted { day: day(9, 28), promised_due: Some(day(10, 20)), statutory_due: None, manner }
}

fn suspended() -> Event {
    let (procedure, reason) = (Procedure::Inspection, "送检".to_owned());
    Event::Suspended { procedure, reason, from: day(10, 9), expected: day(10, 30) }
}

fn told(audience: Audience, events: &[Event]) -> Vec<Entry> {
    let mut teller = Teller::new(Lang::Zh, audience, None);
    let entries = events.iter().filter_map(|event| teller.tell(event, DateTime::<Utc>::default(), "某某"));
    entries.collect()
}

fn last(audience: Audience, events: &[Event]) -> String {
    told(audience, events)
        .pop()
        .map(|entry| [vec![entry.title], entry.text, entry.list].concat().join("\n"))
        .unwrap_or_default()
}

#[test]
fn a_stopped_clock_says_since_when_and_why() {
    let said = last(Audience::Applicant, &[accepted(Manner::Normal), suspended()]);
    assert!(
        said.contains("从 10月9日（星期五）起停止计时：需要检验，预计 10月30日（星期五）前完成"),
        "{said}"
    );
    assert!(said.contains("送检"), "{said}");
    assert!(!last(Audience::Stranger, &[suspended()]).contains("送检"));
}

#[test]
fn a_clock_that_goes_on_says_what_it_lost_and_where_the_date_went() {
    let (promised_due, reason) = (Some(day(11, 4)), "合格".to_owned());
    let resumed = Event::Resumed { until: day(10, 24), reason, promised_due, statutory_due: None };
    let said = last(Audience::Applicant, &[accepted(Manner::Normal), suspended(), resumed]);
    assert!(said.contains("中间 15 天不算"), "{said}");
    assert!(said.contains("最晚日期从 10月20日（星期二）改到 11月4日（星期三）"), "{said}");
}

#[test]
fn silence_is_told_plainly_with_its_law() {
    let said = last(Audience::Stranger, &[accepted(Manner::Deemed { known: day(10, 10) })]);
    assert!(said.contains("5 个工作日内没有答复") && said.contains("第三十二条"), "{said}");
}

#[test]
fn an_extension_is_told_with_its_reason_and_only_once_it_is_given() {
    let (reason, opinion) = ("材料多".to_owned(), "同意".to_owned());
    let asked = Event::ExtensionAsked { workdays: 5, reason: reason.clone(), by: None, day: day(10, 12) };
    assert!(told(Audience::Applicant, std::slice::from_ref(&asked)).is_empty());
    let refused = Event::ExtensionRefused { opinion: opinion.clone() };
    assert!(told(Audience::Applicant, &[refused]).is_empty());
    let (day, promised_due, statutory_due) = (day(10, 13), Some(day(10, 27)), None);
    let given = Event::ExtensionApproved { workdays: 5, day, reason, opinion, promised_due, statutory_due };
    let said = last(Audience::Applicant, &[accepted(Manner::Normal), asked, given]);
    assert!(said.contains("原因：材料多") && said.contains("改到 10月27日"), "{said}");
    assert!(!said.contains("同意"), "{said}");
}

#[test]
fn a_calendar_change_says_which_date_moved() {
    let before = Dates { promised_due: Some(day(10, 20)), ..Dates::default() };
    let after = Dates { promised_due: Some(day(10, 21)), ..Dates::default() };
    let said = last(Audience::Applicant, &[Event::DatesMoved { before: before.clone(), after }]);
    assert!(said.contains("承诺办结：10月20日（星期二） → 10月21日（星期三）"), "{said}");
    // Departments' own dates are theirs.
    let inside = Dates { tasks: vec![Some(day(10, 12))], ..before.clone() };
    assert!(told(Audience::Applicant, &[Event::DatesMoved { before, after: inside }]).is_empty());
}

#[test]
fn strangers_learn_neither_rules_nor_what_is_missing() {
    let rule = RuleResult { zh: "年满 60 周岁".into(), en: "aged 60 or over".into(), met: Some(true) };
    let rules = Event::RulesApplied { rules: vec![rule] };
    assert!(last(Audience::Applicant, std::slice::from_ref(&rules)).contains("符合：年满 60 周岁"));
    assert!(!last(Audience::Stranger, &[rules]).contains("60"));
    let (list, reply_by) = (vec![Mark::words("补签名")], day(10, 12));
    let asked = Event::CorrectionAsked { list, reply_by, day: None, pauses: false, repeated: false };
    assert!(last(Audience::Applicant, std::slice::from_ref(&asked)).contains("1. 补签名"));
    assert!(!last(Audience::Stranger, &[asked]).contains("补签名"));
}

#[test]
fn what_is_owed_comes_before_what_the_department_does() {
    let next = Next { owed_by: Some(day(10, 12)), ..Next::at(Status::Review, "民政局") };
    assert!(next_words(Lang::Zh, &next).is_some_and(|words| words.contains("请您在 10月12日")));
    let stopped =
        Next { special: Some((Procedure::Hearing, day(10, 30))), ..Next::at(Status::Suspended, "民政局") };
    assert!(next_words(Lang::Zh, &stopped).is_some_and(|words| words.contains("等待听证")));
}
