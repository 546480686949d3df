//! Where it hurts: departments by overdue cases, and the cases longest past their date.

use super::address::Query;
use super::figures::{CompletionPage, Group, Worst};
use super::heads::By;
use super::measure::Measure;
use crate::lang::Lang;
use crate::ui::chart::mini_bar;
use crate::ui::light::light;
use crate::ui::panel::panel;
use crate::ui::plot::spark::spark;
use crate::ui::ratio::{cases, grouped, percent_or_dash};
use crate::ui::table::{Caption, Table};
use domain::indicator::{Figures, Ratio};
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
    let where_it_hurts =
        view! { {hurt.first().map(|group| sentence(page, group))}{departments(page, &hurt)} };
    view! {
        <div class="columns-2">
            {panel(lang.t("超期在哪里", "Where it hurts"), where_it_hurts)}
            {panel(lang.t("现在超期最久的", "Longest overdue now"), worst(lang, &page.worst))}
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
    let share = percent_or_dash(Ratio { numerator: overdue(worst), denominator: all });
    let (name, n) = (lang.pick(&worst.name, &worst.name_en), cases(lang, overdue(worst)));
    let text =
        lang.t(format!("{name}超期 {n}，占 {share}。"), format!("{name}: {n} overdue, {share} of all."));
    view! { <p>{text}</p> }.into_any()
}

fn departments(page: &CompletionPage, hurt: &[&Group]) -> AnyView {
    let (lang, query) = (page.lang, &page.query);
    let most = hurt.first().map_or(0, |group| overdue(group));
    let number = |measure: Measure, group: &Group| match measure.of(&group.figures) {
        0 => view! { "0" }.into_any(),
        n => view! { <a href=of_department(query, measure, &group.key)>{grouped(n)}</a> }.into_any(),
    };
    let course = |group: &&Group| {
        let months =
            page.courses.iter().find(|(key, _)| *key == group.key).map(|(_, months)| months.as_slice());
        months.map(|months| spark(months, heard(lang, months)))
    };
    Table::new(Caption::heard("pain", lang.t("各部门超期", "Overdue by department")))
        .row_name(lang.t("部门", "Department"), |group: &&Group| {
            let name = lang.pick(&group.name, &group.name_en).to_owned();
            let heads = query.heads.clone().with(By::Department, Some(&group.key));
            let href = Query { by: By::Item, heads, ..query.clone() }.address();
            view! { <a href=href>{name}</a> }
        })
        .number(lang.t("现在超期", "Overdue now"), |group| number(Measure::OverdueOpen, group))
        .number(lang.t("本期超期办结", "Closed late"), |group| number(Measure::Late, group))
        .number(lang.t("超期率", "Rate"), |group| share(&group.figures))
        .bar(lang.t("合计图", "Both as a bar"), |group| mini_bar("late", overdue(group), most))
        .column(lang.t("近一年超期办结", "12 months"), course)
        .rows(hurt)
}

/// The overdue rate; of a period gone by the rate of what was closed late.
fn share(figures: &Figures) -> String {
    percent_or_dash(if figures.past { figures.late_rate() } else { figures.overdue_rate() })
}

fn heard(lang: Lang, months: &[i64]) -> String {
    let numbers: Vec<String> = months.iter().map(|n| grouped(*n)).collect();
    format!("{}{}", lang.t("每月超期办结：", "Closed late by month: "), numbers.join(lang.t("、", ", ")))
}

fn worst(lang: Lang, worst: &[Worst]) -> AnyView {
    if worst.is_empty() {
        return view! { <p>{lang.t("现在没有超期的在办件。", "No open case is overdue now.")}</p> }
            .into_any();
    }
    let nobody = lang.t("没人取件", "nobody");
    Table::new(Caption::heard("worst", lang.t("现在超期最久的办件", "Cases longest overdue now")))
        .row_name(lang.t("事项", "Service"), |case: &Worst| {
            view! { <a href=format!("/supervise/cases/{}", case.number)>{case.item.clone()}</a> }
        })
        .column(lang.t("部门", "Department"), |case| case.department.clone())
        .column(lang.t("时效", "Clock"), |case| light(lang, case.lamp))
        .column(lang.t("办理人", "Held by"), |case| {
            if case.holder.is_empty() { nobody.to_owned() } else { case.holder.clone() }
        })
        .rows(worst)
}
