//! What a reviewer must not overlook, each as a notice above the decision: why a clock stands, what is
//! asked of the head, what is owed, what a rule decided.

use super::course::{Course, Extending, Owed, Promise, Stop};
use crate::lang::Lang;
use crate::ui::timeline::procedure_name;
use chrono::NaiveDate;
use domain::case::RuleResult;
use leptos::prelude::*;

/// Every notice there is reason for.
pub(super) fn notes(lang: Lang, course: &Course) -> Option<AnyView> {
    let past = course.past;
    let notes: Vec<AnyView> = [
        course.deemed.map(|(from, known)| deemed(lang, from, known, past)),
        course.extending.as_ref().map(|asked| extending(lang, asked)),
        course.owed.as_ref().map(|one| owed(lang, one)),
        course.promise.map(|promise| promised(lang, promise)),
        course.repeated_on.map(|day| repeated(lang, day)),
        course.barred.then(|| barred(lang)),
        course.person_wanted.then(|| person_wanted(lang)),
        facts(lang, course),
        rules(lang, course),
    ]
    .into_iter()
    .flatten()
    .collect();
    let stops = course.stops.iter().map(|one| stop(lang, one)).collect_view();
    let any = !notes.is_empty() || !course.stops.is_empty();
    any.then(|| view! { <div class="notes stack">{stops}{notes}</div> }.into_any())
}

fn note(kind: &str, title: String, lines: Vec<String>) -> AnyView {
    let lines = lines.into_iter().filter(|line| !line.is_empty());
    let lines = lines.map(|line| view! { <p>{line}</p> }).collect_view();
    view! { <div class=format!("notice {kind}")><p class="title">{title}</p>{lines}</div> }.into_any()
}

/// 视为受理, plainly: nobody answered, and the clock has run since the receipt.
fn deemed(lang: Lang, from: NaiveDate, known: NaiveDate, past: bool) -> AnyView {
    let (from, known) = (lang.day(from), lang.day(known));
    let title = lang.t(
        format!("视为受理，从收件日 {from}起算"),
        format!("Deemed accepted, counted from the receipt on {from}"),
    );
    let why = lang.t(
        format!("5 个工作日内没有答复是否受理，{known}起视为已受理（行政许可法第 32 条），已通知监察。"),
        format!("Nobody answered within 5 working days; it counts as accepted since {known} (art. 32). Supervision was told."),
    );
    let late =
        lang.t("因此办理期限可能已经过去：这件已经超期。", "So the date is already past: this case is late.");
    note("warning", title, vec![why, if past { late.to_owned() } else { String::new() }])
}

fn stop(lang: Lang, stop: &Stop) -> AnyView {
    let (name, from) = (procedure_name(lang, stop.procedure), lang.day(stop.from));
    let expected = lang.day(stop.expected);
    let (kind, title) = match stop.until {
        None => (
            "warning",
            lang.t(
                format!("从 {from}起停止计时：{name}"),
                format!("The clock stands still since {from}: {name}"),
            ),
        ),
        Some(until) => {
            let until = lang.day(until);
            let title = lang.t(
                format!("{name}：{from}停止计时，{until}恢复，其间不计入期限"),
                format!(
                    "{name}: stopped on {from}, running again since {until}; the days between do not count"
                ),
            );
            ("", title)
        }
    };
    let until = match (stop.until, stop.late) {
        (Some(_), _) => String::new(),
        (None, false) => lang.t(
            format!("预计 {expected}结束，结束后请恢复计时。"),
            format!("Expected to be over by {expected}; resume the clock then."),
        ),
        (None, true) => lang.t(
            format!("原定 {expected}结束，已经超过；请恢复计时或向申请人说明。"),
            format!("It was to be over by {expected} and is not: resume the clock or tell the applicant."),
        ),
    };
    note(kind, title, vec![stop.reason.clone(), until])
}

fn extending(lang: Lang, asked: &Extending) -> AnyView {
    let (days, by, on) = (asked.workdays, &asked.by, lang.day(asked.on));
    let title = lang.t(
        format!("{by} 申请延期 {days} 个工作日，待负责人批准"),
        format!("{by} asks for {days} more working days; the head has to answer"),
    );
    let on = lang
        .t(format!("{on}提出，理由：{}", asked.reason), format!("Asked on {on}. Reason: {}", asked.reason));
    let dates = match (asked.before, asked.after) {
        (Some(before), Some(after)) => lang.t(
            format!("现在的期限 {}，批准后为 {}。", lang.day(before), lang.day(after)),
            format!("Due {} now; {} if approved.", lang.day(before), lang.day(after)),
        ),
        (None, _) | (_, None) => lang
            .t(
                "停止计时期间没有日期；恢复后一并计算。",
                "While the clock stands still there is no date; it is counted afterwards.",
            )
            .to_owned(),
    };
    note("warning", title, vec![on, dates])
}

fn owed(lang: Lang, owed: &Owed) -> AnyView {
    let names = owed.materials.join(lang.t("、", ", "));
    let due = lang.day(owed.due);
    match owed.supplied {
        Some(day) => note("success", lang.t(format!("容缺材料已于 {}补齐", lang.day(day)), format!("What was to follow came on {}", lang.day(day))), vec![names]),
        None => note(
            "warning",
            lang.t(format!("容缺受理：最晚 {due}补交 {names}"), format!("To follow by {due}: {names}")),
            vec![lang.t("补齐之前不能准予；逾期不补，自动终止并记录失信。", "It cannot be granted before; if it does not come it ends by itself, and that is recorded.").to_owned()],
        ),
    }
}

fn promised(lang: Lang, promise: Promise) -> AnyView {
    match promise {
        Promise::Given => note(
            "",
            lang.t("告知承诺办理", "On a commitment").to_owned(),
            vec![
                lang.t(
                    "申请人以书面承诺代替证明；准予后须在期限内核查。",
                    "A written commitment stands in for a proof; it is verified after the grant.",
                )
                .to_owned(),
            ],
        ),
        Promise::ToVerify(by) => {
            let by = by.map_or_else(String::new, |day| {
                lang.t(format!("最晚 {}", lang.day(day)), format!("By {}", lang.day(day)))
            });
            note("warning", lang.t("承诺待核查", "The commitment is to be verified").to_owned(), vec![by])
        }
        Promise::Kept => {
            note("success", lang.t("承诺已核查：属实", "Commitment verified: kept").to_owned(), vec![])
        }
        Promise::Broken(day) => note(
            "danger",
            lang.t(
                format!("承诺不实，决定已于 {}撤销", lang.day(day)),
                format!("The commitment was broken; the decision was revoked on {}", lang.day(day)),
            ),
            vec![],
        ),
    }
}

fn repeated(lang: Lang, day: NaiveDate) -> AnyView {
    let day = lang.day(day);
    let title = lang.t(format!("{day}再次要求补正"), format!("Corrections were asked for again on {day}"));
    let why = lang.t(
        "第一次本可一并告知，已按行政许可法第 32 条第 4 项记录并提示监察。",
        "They could have been told the first time; this is recorded and supervision was told (art. 32 (4)).",
    );
    note("warning", title, vec![why.to_owned()])
}

fn barred(lang: Lang) -> AnyView {
    let title = lang.t("申请人有失信记录", "A broken promise stands against the applicant");
    let why = lang.t(
        "修复之前不能容缺受理，也不适用告知承诺。",
        "Until it is mended nothing may follow later, and no commitment is taken.",
    );
    note("danger", title.to_owned(), vec![why.to_owned()])
}

fn person_wanted(lang: Lang) -> AnyView {
    note("", lang.t("申请人要求人工办理", "The applicant wants a person to decide").to_owned(), vec![])
}

/// Small facts of the procedure, in one notice.
fn facts(lang: Lang, course: &Course) -> Option<AnyView> {
    let lines: Vec<String> = [
        course.pre_reviewed.then(|| lang.t("预审已通过", "Passed pre-review").to_owned()),
        course.extended.map(|(days, on)| {
            lang.t(
                format!("已延期 {days} 个工作日（{}批准）", lang.day(on)),
                format!("Extended by {days} working days on {}", lang.day(on)),
            )
        }),
        Some(&course.certificate)
            .filter(|number| !number.is_empty())
            .map(|number| lang.t(format!("证照编号 {number}"), format!("Certificate number {number}"))),
        course
            .delivered_on
            .map(|day| lang.t(format!("{}送达", lang.day(day)), format!("Delivered on {}", lang.day(day)))),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!lines.is_empty()).then(|| view! { <p class="meta">{lines.join(" · ")}</p> }.into_any())
}

/// 秒批: every rule with what came of it.
fn rules(lang: Lang, course: &Course) -> Option<AnyView> {
    if course.rules.is_empty() {
        return None;
    }
    let title = if course.automatic {
        lang.t("秒批：由以下规则自动决定", "Decided by these rules")
    } else {
        lang.t("自动核验没有全部满足，由人工办理", "Not every rule was met: a person decides")
    };
    let lines = course.rules.iter().map(|one| rule(lang, one)).collect_view();
    Some(
        view! {
            <details class="disclosure" open=!course.automatic>
                <summary>{title}</summary>
                <ul class="rules">{lines}</ul>
            </details>
        }
        .into_any(),
    )
}

fn rule(lang: Lang, rule: &RuleResult) -> AnyView {
    let (class, word) = match rule.met {
        Some(true) => ("met", lang.t("满足", "met")),
        Some(false) => ("unmet", lang.t("不满足", "not met")),
        None => ("unknown", lang.t("无法核实", "not known")),
    };
    let text = lang.t(rule.zh.clone(), rule.en.clone());
    view! { <li class=class>{text}" – "<strong>{word}</strong></li> }.into_any()
}
