//! What comes next: who does what by when.

use super::{Entry, Mark, procedure_name};
use crate::lang::Lang;
use crate::ui::date_strip::day;
use chrono::NaiveDate;
use domain::calendar::Calendar;
use domain::case::{Case, DELIVERY_LIMIT, Procedure, Status};
use domain::deadline;
use leptos::prelude::*;

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
    /// 特别程序 that is going on, and the day by which it should be over.
    pub special: Option<(Procedure, NaiveDate)>,
    /// 容缺: the last day to bring what is still owed.
    pub owed_by: Option<NaiveDate>,
    /// The last day to hand over the result (行政许可法 art. 44).
    pub deliver_by: Option<NaiveDate>,
}

impl Next {
    /// Where it stands, and nothing more is known.
    pub fn at(status: Status, department: impl Into<String>) -> Self {
        Self {
            status,
            department: department.into(),
            receipt_due: None,
            due: None,
            special: None,
            owed_by: None,
            deliver_by: None,
        }
    }

    /// All that follows from a case.
    pub fn of(case: &Case, department: impl Into<String>, calendar: &Calendar) -> Self {
        let waits = case.status == Status::Correction;
        let owed = case.work.deferral.as_ref().filter(|_| case.status.is_handled() && case.supplement_owed());
        let delivery = |decided| deadline::due(calendar, decided, DELIVERY_LIMIT, &[]);
        Self {
            receipt_due: if waits { case.work.reply_by } else { case.receipt_due },
            due: case.due(),
            special: case.special().map(|special| (special.procedure, special.expected)),
            owed_by: owed.map(|deferral| deferral.due),
            deliver_by: case.decided_on.and_then(delivery).map(|deadline| deadline.due),
            ..Self::at(case.status, department)
        }
    }

    /// The applicant must act.
    pub fn is_urgent(&self) -> bool {
        self.status == Status::Correction || self.owed_by.is_some()
    }
}

/// The next step as a sentence: who does what by when.
pub fn next_words(lang: Lang, next: &Next) -> Option<String> {
    if let Some(day) = next.owed_by {
        return Some(lang.t(
            format!("请您在 {}前补齐后补的材料", lang.day(day)),
            format!("Please bring what is to follow by {}", lang.day(day)),
        ));
    }
    Some(match next.status {
        Status::Draft => lang.t("请填完并提交", "Finish and submit it").to_owned(),
        Status::Submitted | Status::Received => {
            by(lang, next, next.receipt_due, ["答复是否受理", "will tell you whether it is accepted"])
        }
        Status::Correction => correct(lang, next.receipt_due),
        Status::Accepted | Status::Review => by(lang, next, next.due, ["作出决定", "will decide"]),
        Status::Suspended => stands_still(lang, next.special),
        Status::Decided => by(lang, next, next.deliver_by, ["把结果交给您", "will hand you the result"]),
        Status::Certificate => {
            by(lang, next, next.deliver_by, ["把证照交给您", "will hand you the certificate"])
        }
        Status::Delivered => by(lang, next, None, ["办结归档", "will close the case"]),
        Status::NotAccepted
        | Status::Closed
        | Status::Withdrawn
        | Status::Abandoned
        | Status::Terminated
        | Status::Void => return None,
    })
}

fn by(lang: Lang, next: &Next, date: Option<NaiveDate>, [zh, en]: [&str; 2]) -> String {
    let body = &next.department;
    match (date, lang) {
        (Some(date), Lang::Zh) => format!("{body}最晚 {}{zh}", lang.day(date)),
        (Some(date), Lang::En) => format!("{body} {en} by {}", lang.day(date)),
        (None, Lang::Zh) => format!("{body}将{zh}"),
        (None, Lang::En) => format!("{body} {en}"),
    }
}

fn correct(lang: Lang, reply_by: Option<NaiveDate>) -> String {
    match reply_by {
        Some(day) => {
            lang.t(format!("请您在 {}前补正", lang.day(day)), format!("Please answer by {}", lang.day(day)))
        }
        None => lang.t("请您补正", "Please send the corrections").to_owned(),
    }
}

fn stands_still(lang: Lang, special: Option<(Procedure, NaiveDate)>) -> String {
    let Some((procedure, expected)) = special else {
        return lang.t("等待特别程序结束，期间不计时", "Waiting; the clock stands still").to_owned();
    };
    let name = procedure_name(lang, procedure);
    lang.t(
        format!("等待{name}，预计 {}前完成，期间不计时", lang.day(expected)),
        format!("Waiting for {name}, expected by {}; the clock stands still", lang.day(expected)),
    )
}

/// The next step as the timeline's first entry.
pub fn next_entry(lang: Lang, next: &Next) -> Option<Entry> {
    let mark = if next.is_urgent() { Mark::Alert } else { Mark::Next };
    next_words(lang, next).map(|title| Entry {
        mark,
        title,
        at: None,
        who: String::new(),
        text: vec![],
        list: vec![],
    })
}

/// The date a person waits for, big: `最晚 12月18日（星期五）作出决定`.
pub fn due_line(lang: Lang, date: NaiveDate, expected: bool) -> AnyView {
    big(lang, date, expected, lang.t("作出决定", ": decision"))
}

/// The date before it, likewise: whether it is accepted.
pub fn receipt_line(lang: Lang, date: NaiveDate, expected: bool) -> AnyView {
    big(lang, date, expected, lang.t("答复是否受理", ": accepted or not"))
}

fn big(lang: Lang, date: NaiveDate, expected: bool, what: &'static str) -> AnyView {
    let about = expected.then(|| lang.t("（预计）", " (expected)"));
    view! {
        <p class="due">{lang.t("最晚 ", "By ")}{day(lang, date)}{what}{about}</p>
    }
    .into_any()
}
