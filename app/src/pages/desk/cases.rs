//! The cases of whoever is at the counter: begun, in hand, finished.

use crate::lang::Lang;
use crate::ui::case_table::{CaseRow, short_number, state};
use crate::ui::light::light;
use leptos::prelude::*;

/// The panel. `begun` is what is not a case yet.
pub(super) fn cases<const N: usize>(
    lang: Lang,
    begun: [Option<AnyView>; N],
    open: Vec<CaseRow>,
    past: Vec<CaseRow>,
) -> AnyView {
    let count = lang.t(
        format!("在办 {} · 办完 {}", open.len(), past.len()),
        format!("{} open · {} finished", open.len(), past.len()),
    );
    let none = (begun.iter().all(Option::is_none) && open.is_empty() && past.is_empty())
        .then(|| view! { <p class="meta">{lang.t("还没有办过事。", "No cases yet.")}</p> });
    view! {
        <section class="panel" aria-labelledby="cases">
            <header><h2 id="cases">{lang.t("办件", "Cases")}</h2><span class="aside">{count}</span></header>
            {none}
            {begun.into_iter().flatten().collect_view()}
            {open_list(lang, open)}
            {past_list(lang, past)}
        </section>
    }
    .into_any()
}

fn open_list(lang: Lang, open: Vec<CaseRow>) -> Option<AnyView> {
    if open.is_empty() {
        return None;
    }
    let lines = open
        .into_iter()
        .map(|row| {
            let number = short_number(&row.number).to_owned();
            let due = row.due.map(|day| lang.t(format!("{}前", lang.day(day)), format!("by {}", lang.day(day))));
            view! {
                <li>
                    <h3><a href=row.href>{row.item}</a></h3>
                    <p class="line">{state(lang, row.status, row.outcome)}" "{light(lang, row.lamp)}" "{due}</p>
                    <p class="meta"><span class="code">{number}</span>" · "{row.at}</p>
                </li>
            }
        })
        .collect_view();
    Some(view! { <ul class="case-list">{lines}</ul> }.into_any())
}

fn past_list(lang: Lang, past: Vec<CaseRow>) -> Option<AnyView> {
    if past.is_empty() {
        return None;
    }
    let rows = past
        .into_iter()
        .map(|row| {
            view! {
                <tr>
                    <td class="nowrap">{row.at}</td>
                    <th scope="row"><a href=row.href>{row.item}</a></th>
                    <td>{state(lang, row.status, row.outcome)}</td>
                </tr>
            }
        })
        .collect_view();
    let title = lang.t("办完的", "Finished");
    Some(
        view! {
            <h3>{title}</h3>
            <table class="data-table dense">
                <caption class="visually-hidden">{title}</caption>
                <thead><tr>
                    <th scope="col">{lang.t("日期", "Date")}</th>
                    <th scope="col">{lang.t("事项", "Service")}</th>
                    <th scope="col">{lang.t("结果", "Result")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any(),
    )
}
