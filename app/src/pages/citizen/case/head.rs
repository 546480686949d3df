//! What it is, where it stands, and the dates that one waits for.

use super::CasePage;
use crate::lang::Lang;
use crate::ui::code_number::code_number;
use crate::ui::date_strip::{day, why_date};
use crate::ui::status::{outcome_tag, status_tag};
use crate::ui::timeline::{due_line, procedure_name, receipt_line};
use chrono::NaiveDate;
use domain::case::Procedure;
use leptos::prelude::*;

pub(super) fn head(page: &CasePage) -> AnyView {
    let lang = page.lang;
    view! {
        <div class="case-head">
            <h1>{page.item.1.clone()}</h1>
            <p class="line">
                {status_tag(lang, page.next.status)}
                {page.outcome.map(|outcome| outcome_tag(lang, outcome))}
                {code_number(&page.case_no, "")}
            </p>
            {page.receipt.as_ref().map(|(date, expected, why)| view! {
                {receipt_line(lang, *date, *expected)}
                {why.as_ref().map(|why| why_date(lang, why, false))}
            })}
            {page.next.special.map(|special| stands_still(lang, special))}
            {page.due.map(|(date, expected)| due_line(lang, date, expected))}
            {page.why.as_ref().map(|why| why_date(lang, why, false))}
            {page.revoked.map(|date| revoked(lang, date))}
        </div>
    }
    .into_any()
}

/// 特别程序: no date can be told while it lasts, only when it should be over.
fn stands_still(lang: Lang, (procedure, expected): (Procedure, NaiveDate)) -> AnyView {
    let name = procedure_name(lang, procedure);
    view! {
        <p class="due">
            {lang.t(format!("停止计时：正在{name}，预计 "), format!("Clock stopped for {name}; expected to be over by "))}
            {day(lang, expected)}{lang.t("前完成", "")}
        </p>
        <p class="meta">{lang.t(
            "这段时间不算在办理期限里；完成后会告诉您新的日期。",
            "These days do not count; afterwards you are told the new date.",
        )}</p>
    }
    .into_any()
}

fn revoked(lang: Lang, date: NaiveDate) -> AnyView {
    view! {
        <div class="notice danger">
            <p class="title">{lang.t("批准已撤销", "What was granted is revoked")}</p>
            <p>{lang.t(
                format!("{}核查发现承诺的内容不属实，原来的批准不再有效。", lang.date(date)),
                format!("On {} it was found that what was promised is not true.", lang.date(date)),
            )}</p>
        </div>
    }
    .into_any()
}
