//! What happened to a case, in words, newest first; and what comes next, by whom, by when.

use super::date_strip::day;
use crate::lang::Lang;
use chrono::{DateTime, NaiveDate, Utc};
use domain::case::{Event, Outcome, Status};
use leptos::prelude::*;

/// How an entry looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Still to come.
    Next,
    /// Done.
    Done,
    /// Somebody must act, or something was refused.
    Alert,
}

impl Mark {
    fn class(self) -> &'static str {
        match self {
            Self::Next => "next",
            Self::Done => "done",
            Self::Alert => "alert",
        }
    }
}

/// One line of the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// How it looks.
    pub mark: Mark,
    /// What happened.
    pub title: String,
    /// When.
    pub at: Option<DateTime<Utc>>,
    /// Who did it.
    pub who: String,
    /// More words, a paragraph each.
    pub text: Vec<String>,
    /// A list, such as what is missing.
    pub list: Vec<String>,
}

/// The timeline.
pub fn timeline(lang: Lang, entries: &[Entry]) -> impl IntoView + use<> {
    let entries = entries.iter().map(|entry| line(lang, entry)).collect_view();
    view! { <ol class="timeline">{entries}</ol> }
}

fn line(lang: Lang, entry: &Entry) -> impl IntoView + use<> {
    let when = entry.at.map(|at| view! { <time datetime=at.to_rfc3339()>{lang.moment(at)}</time> });
    let who = (!entry.who.is_empty()).then(|| format!(" · {}", entry.who));
    let text = entry.text.iter().filter(|text| !text.is_empty()).cloned();
    let list = (!entry.list.is_empty()).then(|| {
        // Numbered, as answers name the number.
        let lines = (1..).zip(&entry.list).map(|(n, text)| view! { <li>{format!("{n}. {text}")}</li> });
        let lines = lines.collect_view();
        view! { <ul>{lines}</ul> }
    });
    view! {
        <li class=entry.mark.class()>
            <h3>{entry.title.clone()}</h3>
            {entry.at.is_some().then(|| view! { <p class="when">{when}{who}</p> })}
            {text.map(|text| view! { <p>{text}</p> }).collect_view()}
            {list}
        </li>
    }
}

/// An event in words. With `reasons` off nothing that somebody wrote freely is shown, as in
/// tracking without signing in.
pub fn entry(lang: Lang, event: &Event, at: DateTime<Utc>, who: &str, reasons: bool) -> Entry {
    let free = |text: &str| if reasons { text.to_owned() } else { String::new() };
    let (mark, title, text, list) = match event {
        Event::Submitted { channel, receipt_due, .. } => (
            Mark::Done,
            lang.t("申请已提交", "Application submitted"),
            vec![submitted(lang, super::status::channel_name(lang, *channel), *receipt_due)],
            vec![],
        ),
        Event::Received => (Mark::Done, lang.t("已收件", "Papers received"), vec![], vec![]),
        Event::Taken { .. } => (Mark::Done, lang.t("经办人已取件", "Taken in hand"), vec![], vec![]),
        Event::Released => {
            (Mark::Done, lang.t("已转回部门重新分派", "Given back to the department"), vec![], vec![])
        }
        Event::CorrectionAsked { list, reply_by } => (
            Mark::Alert,
            lang.t("需要补正材料", "Corrections were asked for"),
            vec![lang.t(
                format!("请在 {}前补齐", lang.day(*reply_by)),
                format!("Please answer by {}", lang.day(*reply_by)),
            )],
            if reasons { list.clone() } else { vec![] },
        ),
        Event::CorrectionAnswered { note, papers, .. } => (
            Mark::Done,
            lang.t("补正已提交", "Corrections sent"),
            answered(lang, &free(note), *papers),
            vec![],
        ),
        Event::Accepted { promised_due, statutory_due, .. } => (
            Mark::Done,
            lang.t("已受理", "Accepted"),
            vec![accepted(lang, promised_due.or(*statutory_due))],
            vec![],
        ),
        Event::NotAccepted { reason, competent_body, remedies } => (
            Mark::Alert,
            lang.t("不予受理", "Not accepted"),
            vec![free(reason), competent(lang, competent_body), free(remedies)],
            vec![],
        ),
        Event::Decided { outcome, reason, handling_days, .. } => (
            if *outcome == Outcome::Granted { Mark::Done } else { Mark::Alert },
            decided(lang, *outcome),
            vec![free(reason), took(lang, *handling_days)],
            vec![],
        ),
        Event::Closed { .. } => (Mark::Done, lang.t("已办结", "Closed"), vec![], vec![]),
        Event::Withdrawn { reason } => {
            (Mark::Done, lang.t("已撤回申请", "Withdrawn"), vec![free(reason)], vec![])
        }
    };
    Entry { mark, title: title.to_owned(), at: Some(at), who: who.to_owned(), text, list }
}

fn submitted(lang: Lang, channel: &str, due: NaiveDate) -> String {
    lang.t(
        format!("渠道：{channel}。最晚 {}答复是否受理。", lang.day(due)),
        format!("Channel: {channel}. You will be told by {} whether it is accepted.", lang.day(due)),
    )
}

fn accepted(lang: Lang, due: Option<NaiveDate>) -> String {
    due.map_or_else(String::new, |due| {
        lang.t(
            format!("最晚 {}作出决定。", lang.day(due)),
            format!("A decision is due by {}.", lang.day(due)),
        )
    })
}

fn competent(lang: Lang, body: &str) -> String {
    if body.is_empty() {
        return String::new();
    }
    lang.t(format!("应由 {body} 办理。"), format!("The competent body is {body}."))
}

/// What the applicant said to corrections, line by line, and what they brought.
pub fn answered(lang: Lang, note: &str, papers: bool) -> Vec<String> {
    let papers = papers.then(|| lang.t("纸质材料已交到窗口。", "Papers were handed over at the window."));
    papers.into_iter().chain(note.lines()).map(str::to_owned).collect()
}

fn decided(lang: Lang, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Granted => lang.t("决定：准予", "Decision: granted"),
        Outcome::Refused => lang.t("决定：不予", "Decision: refused"),
    }
}

fn took(lang: Lang, days: u32) -> String {
    match (lang, days) {
        (Lang::Zh, 0) => "受理当天办好。".to_owned(),
        (Lang::Zh, _) => format!("用了 {days} 个工作日。"),
        (Lang::En, 0) => "Done on the day it was accepted.".to_owned(),
        (Lang::En, 1) => "It took 1 working day.".to_owned(),
        (Lang::En, _) => format!("It took {days} working days."),
    }
}

/// What comes next, and until when; nothing once all is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// Where the case stands.
    pub status: Status,
    /// Who decides.
    pub department: String,
    /// Last day of the receipt clock, or to answer a correction.
    pub receipt_due: Option<NaiveDate>,
    /// The promised or else the statutory day.
    pub due: Option<NaiveDate>,
}

/// The next step as a sentence: who does what by when.
pub fn next_words(lang: Lang, next: &Next) -> Option<String> {
    let body = &next.department;
    let by = |date: Option<NaiveDate>, zh: &str, en: &str| match (date, lang) {
        (Some(date), Lang::Zh) => format!("{body}最晚 {}{zh}", lang.day(date)),
        (Some(date), Lang::En) => format!("{body} {en} by {}", lang.day(date)),
        (None, Lang::Zh) => format!("{body}将{zh}"),
        (None, Lang::En) => format!("{body} {en}"),
    };
    Some(match next.status {
        Status::Draft => lang.t("请填完并提交", "Finish and submit it").to_owned(),
        Status::Submitted | Status::Received => {
            by(next.receipt_due, "答复是否受理", "will tell you whether it is accepted")
        }
        Status::Correction => match next.receipt_due {
            Some(day) => lang
                .t(format!("请您在 {}前补正", lang.day(day)), format!("Please answer by {}", lang.day(day))),
            None => lang.t("请您补正", "Please send the corrections").to_owned(),
        },
        Status::Accepted | Status::Review => by(next.due, "作出决定", "will decide"),
        Status::Suspended => {
            lang.t("等待特别程序结束，期间不计时", "Waiting; the clock stands still").to_owned()
        }
        Status::Decided | Status::Certificate => by(None, "把结果交给您", "will hand you the result"),
        Status::Delivered => by(None, "办结归档", "will close the case"),
        Status::NotAccepted
        | Status::Closed
        | Status::Withdrawn
        | Status::Abandoned
        | Status::Terminated
        | Status::Void => return None,
    })
}

/// The next step as the timeline's first entry.
pub fn next_entry(lang: Lang, next: &Next) -> Option<Entry> {
    let mark = if next.status == Status::Correction { Mark::Alert } else { Mark::Next };
    next_words(lang, next).map(|title| Entry {
        mark,
        title,
        at: None,
        who: String::new(),
        text: vec![],
        list: vec![],
    })
}

/// The date a person waits for, big: `最晚 12月18日（星期五）答复`.
pub fn due_line(lang: Lang, date: NaiveDate, expected: bool) -> AnyView {
    let about = expected.then(|| lang.t("（预计）", " (expected)"));
    view! {
        <p class="due">{lang.t("最晚 ", "By ")}{day(lang, date)}{lang.t("作出决定", ": decision")}{about}</p>
    }
    .into_any()
}
