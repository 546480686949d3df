//! Why a case will be late, in a sentence; and paces as people read them.

use crate::lang::Lang;
use crate::ui::ratio::{cases, grouped};
use chrono::{Datelike as _, NaiveDate};
use domain::forecast::{Expectation, Expected, Lateness, Pace};

/// A pace: `2.4 件/日`; slower than one in ten days, as its fraction.
pub(super) fn pace(lang: Lang, pace: Pace) -> String {
    let tenths = pace.tenths();
    match (lang, tenths) {
        (_, 0) if pace.decisions == 0 => "0".to_owned(),
        (Lang::Zh, 0) => format!("{} 日 {} 件", pace.days, pace.decisions),
        (Lang::En, 0) => format!("{} in {} days", pace.decisions, pace.days),
        (Lang::Zh | Lang::En, _) => format!("{}.{}", grouped(whole(tenths / 10)), tenths % 10),
    }
}

fn whole(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The pace within a sentence.
fn said(lang: Lang, pace: Pace) -> String {
    let (decisions, days, tenths) = (pace.decisions, pace.days, pace.tenths());
    match (lang, tenths) {
        (Lang::Zh, 0) => format!("{days} 个工作日决定 {decisions} 件"),
        (Lang::Zh, _) => format!("每个工作日决定 {}.{} 件", tenths / 10, tenths % 10),
        (Lang::En, 0) => format!("{decisions} decided in {days} working days"),
        (Lang::En, _) => format!("{}.{} decided a working day", tenths / 10, tenths % 10),
    }
}

/// A day within a sentence; the year only where it is another than this one.
pub(super) fn short(lang: Lang, today: NaiveDate, day: NaiveDate) -> String {
    if day.year() != today.year() {
        return lang.date(day);
    }
    lang.t(format!("{}月{}日", day.month(), day.day()), day.format("%-d %b").to_string())
}

/// Why: who stands before it, at what pace, and when its turn comes.
pub(super) fn why<K>(lang: Lang, today: NaiveDate, pace: Pace, one: &Expectation<K>) -> String {
    let before = queue(lang, one.before);
    match one.expected {
        Expected::Never => lang
            .t(
                "近 20 个工作日没有决定过排队的办件，轮不到它",
                "Nothing that waited was decided in the last 20 working days; its turn does not come",
            )
            .to_owned(),
        Expected::Beyond => {
            let pace = said(lang, pace);
            lang.t(
                format!("{before}，{pace}，十年内轮不到"),
                format!("{before}, {pace}: not within ten years"),
            )
        }
        Expected::On(day) => {
            let (pace, day) = (said(lang, pace), short(lang, today, day));
            lang.t(
                format!("{before}，{pace}，{day}轮到"),
                format!("{before}, {pace}: its turn comes on {day}"),
            )
        }
    }
}

fn queue(lang: Lang, before: u64) -> String {
    match (lang, before) {
        (Lang::Zh, 0) => "排在最前".to_owned(),
        (Lang::Zh, n) => format!("前面有 {}", cases(lang, whole(n))),
        (Lang::En, 0) => "First in the queue".to_owned(),
        (Lang::En, n) => format!("{} before it", cases(lang, whole(n))),
    }
}

/// By how much.
pub(super) fn late(lang: Lang, lateness: Option<Lateness>) -> String {
    match (lateness.map(Lateness::days), lang) {
        (None, _) => "—".to_owned(),
        (Some(None), _) => lang.t("办不完", "not decided").to_owned(),
        (Some(Some(days)), Lang::Zh) => format!("{days} 个工作日"),
        (Some(Some(1)), Lang::En) => "1 working day".to_owned(),
        (Some(Some(days)), Lang::En) => format!("{days} working days"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pace_is_never_rounded_to_nothing() {
        let of = |decisions| pace(Lang::Zh, Pace { decisions, days: 20 });
        assert_eq!([0, 1, 2, 48].map(of), ["0", "20 日 1 件", "0.1", "2.4"]);
    }
}
