//! Where it hurts: departments by overdue cases, and the cases longest past their date.

use super::address::{By, Measure, Query};
use super::completion::{CompletionPage, Group, Worst};
use crate::lang::Lang;
use crate::ui::chart::mini_bar;
use crate::ui::light::light;
use crate::ui::ratio::{cases, grouped};
use leptos::prelude::*;

pub(super) fn pain(page: &CompletionPage) -> AnyView {
    let lang = page.lang;
    let mut hurt: Vec<&Group> = page.departments.iter().filter(|group| overdue(group) > 0).collect();
    hurt.sort_by_key(|group| core::cmp::Reverse(overdue(group)));
    if hurt.is_empty() && page.worst.is_empty() {
        return view! {
            <div class="notice success"><p>{lang.t("本期没有超期的办件。", "No case is overdue in this period.")}</p></div>
        }
        .into_any();
    }
    view! {
        <div class="columns-2">
            <section class="panel">
                <header><h2>{lang.t("超期在哪里", "Where it hurts")}</h2></header>
                {hurt.first().map(|group| sentence(page, group))}
                {departments(page, &hurt)}
            </section>
            <section class="panel">
                <header><h2>{lang.t("现在超期最久的", "Longest overdue now")}</h2></header>
                {worst(lang, &page.worst)}
            </section>
        </div>
    }
    .into_any()
}

fn overdue(group: &Group) -> i64 {
    group.figures.overdue + group.figures.overdue_open
}

fn of_department(query: &Query, measure: Measure, key: &str) -> String {
    let heads = query.heads.clone().with(By::Department, Some(key));
    Query { heads, ..query.clone() }.cases(measure, None)
}

/// The worst one, in words.
fn sentence(page: &CompletionPage, worst: &Group) -> AnyView {
    let lang = page.lang;
    let all = page.total.overdue + page.total.overdue_open;
    let share = domain::indicator::Ratio { numerator: overdue(worst), denominator: all };
    let share = crate::ui::ratio::percent_or_dash(share);
    let (name, n) = (lang.pick(&worst.name, &worst.name_en), cases(lang, overdue(worst)));
    let text =
        lang.t(format!("{name}超期 {n}，占 {share}。"), format!("{name}: {n} overdue, {share} of all."));
    view! { <p>{text}</p> }.into_any()
}

fn departments(page: &CompletionPage, hurt: &[&Group]) -> AnyView {
    let (lang, query) = (page.lang, &page.query);
    let most = hurt.first().map_or(0, |group| overdue(group));
    let number = |measure: Measure, group: &Group, n: i64| match n {
        0 => view! { "0" }.into_any(),
        _ => view! { <a href=of_department(query, measure, &group.key)>{grouped(n)}</a> }.into_any(),
    };
    let rows = hurt.iter().map(|group| {
        let name = lang.pick(&group.name, &group.name_en).to_owned();
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="num">{number(Measure::OverdueOpen, group, group.figures.overdue_open)}</td>
                <td class="num">{number(Measure::Late, group, group.figures.overdue)}</td>
                <td class="bar-cell">{mini_bar("late", overdue(group), most)}</td>
            </tr>
        }
    });
    view! {
        <div class="table-scroll" role="region" aria-labelledby="pain" tabindex="0">
            <table class="data-table dense">
                <caption id="pain" class="visually-hidden">{lang.t("各部门超期", "Overdue by department")}</caption>
                <thead><tr>
                    <th scope="col">{lang.t("部门", "Department")}</th>
                    <th scope="col" class="num">{lang.t("现在超期", "Overdue now")}</th>
                    <th scope="col" class="num">{lang.t("本期超期办结", "Closed late")}</th>
                    <th scope="col"><span class="visually-hidden">{lang.t("合计图", "Both as a bar")}</span></th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn worst(lang: Lang, worst: &[Worst]) -> AnyView {
    if worst.is_empty() {
        return view! { <p>{lang.t("现在没有超期的在办件。", "No open case is overdue now.")}</p> }
            .into_any();
    }
    let rows = worst.iter().map(|case| {
        let holder = if case.holder.is_empty() { lang.t("没人取件", "nobody").to_owned() } else { case.holder.clone() };
        view! {
            <tr>
                <th scope="row"><a href=format!("/supervise/cases/{}", case.number)>{case.item.clone()}</a></th>
                <td>{case.department.clone()}</td>
                <td>{light(lang, case.lamp)}</td>
                <td>{holder}</td>
            </tr>
        }
    });
    view! {
        <div class="table-scroll" role="region" aria-labelledby="worst" tabindex="0">
            <table class="data-table dense">
                <caption id="worst" class="visually-hidden">{lang.t("现在超期最久的办件", "Cases longest overdue now")}</caption>
                <thead><tr>
                    <th scope="col">{lang.t("事项", "Service")}</th>
                    <th scope="col">{lang.t("部门", "Department")}</th>
                    <th scope="col">{lang.t("时效", "Clock")}</th>
                    <th scope="col">{lang.t("办理人", "Held by")}</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
