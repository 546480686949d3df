//! One indicator: its value, its formula with the numbers, its targets, its course, its departments.

use super::address::IndicatorQuery;
use super::departments::{DepartmentLine, departments};
use super::line::{IndicatorLine, Origin, counted, trend};
use super::words::{target, value};
use crate::lang::Lang;
use crate::ui::table::{Caption, DENSE, scrolling};
use domain::indicator::catalogue::{Formula, Fraction, Unit};
use leptos::prelude::*;

/// What the page shows.
#[derive(Clone, Debug)]
pub struct IndicatorPage {
    /// The language.
    pub lang: Lang,
    /// What was asked for.
    pub query: IndicatorQuery,
    /// The department, where one was chosen.
    pub department: Option<String>,
    /// The indicator.
    pub line: IndicatorLine,
    /// By department.
    pub departments: Vec<DepartmentLine>,
}

/// The page.
pub fn indicator(page: IndicatorPage) -> AnyView {
    let (lang, one) = (page.lang, page.line.indicator);
    let scope = page.department.clone().unwrap_or_else(|| lang.t("全市", "the whole city").to_owned());
    let when = if one.is_of_today() && one.key != "overdue" {
        lang.t("今天", "today").to_owned()
    } else {
        page.query.period.words(lang)
    };
    view! {
        <a class="back-link" href=page.query.address()>{lang.t("全部指标", "All indicators")}</a>
        <div class="page-head">
            <h1>{page.line.name(lang)}</h1>
            <p class="lead">{when}" · "{scope}</p>
        </div>
        {figure(&page)}
        {course(&page)}
        {departments(lang, &page.query, one, &page.departments)}
    }
    .into_any()
}

fn figure(page: &IndicatorPage) -> AnyView {
    let (lang, line) = (page.lang, &page.line);
    let one = line.indicator;
    let row = |name: &'static str, what: AnyView| view! { <div><dt>{name}</dt><dd>{what}</dd></div> };
    let targets = line.targets.iter().map(|(one, met)| {
        let meaning = lang.t(&one.meaning, &one.meaning_en).clone();
        view! { <p>{meaning}{lang.t("：", ": ")}{target(lang, one, *met)}</p> }
    });
    let targets = targets.collect_view();
    let targets = (!line.targets.is_empty()).then(|| row(lang.t("目标", "Target"), targets.into_any()));
    let spared = (one.key == "materials_spared").then(|| {
        let href = page.query.materials();
        row(
            lang.t("明细", "More"),
            view! { <a href=href>{lang.t("免于提交率（按部门、事项）", "Materials not asked for, by department and service")}</a> }.into_any(),
        )
    });
    view! {
        <section class="panel">
            <dl class="facts-list wide-terms">
                {row(lang.t("数值", "Value"), view! { <span class="strong">{value(lang, one, &line.reading)}</span> }.into_any())}
                {row(lang.t("公式", "Formula"), line.formula(lang).into_any())}
                {row(lang.t("分子 ÷ 分母", "Numerator ÷ denominator"), counted(lang, &page.query, line))}
                {targets}
                {row(lang.t("出处", "Source"), one.source.into_any())}
                {spared}
            </dl>
            {nothing(page)}
        </section>
    }
    .into_any()
}

/// Why there is no value.
fn nothing(page: &IndicatorPage) -> Option<AnyView> {
    let (lang, line) = (page.lang, &page.line);
    let told = match (&line.origin, line.reading.value) {
        (_, Some(_)) => return None,
        (Origin::Computed, None) => lang.t(
            "分母为 0：这段时间没有可以计算的办件或事项，所以没有数值。",
            "There is nothing to divide by: no case or service of this period counts here, so there is no value.",
        ),
        (Origin::Reported(_), None) => {
            lang.t("填报没有给出数字。", "What was reported has no number.")
        }
        (Origin::Settled(_), None) | (Origin::Missing, None) if line.indicator.how == Formula::Scored => lang.t(
            "考核得分定稿后显示在这里。",
            "It stands here once scores of the assessment have been settled.",
        ),
        (Origin::Settled(_) | Origin::Missing, None) => lang.t(
            "门户不能自动计算；有部门填报并经审核通过后显示在这里。",
            "The portal cannot measure it. It stands here once a department has reported it and it was signed off.",
        ),
    };
    Some(view! { <p class="notice">{told}</p> }.into_any())
}

/// The course, as a line and in its table.
fn course(page: &IndicatorPage) -> AnyView {
    let (lang, line) = (page.lang, &page.line);
    if line.trend.len() < 2 {
        return ().into_any();
    }
    let text = |value: &Option<Fraction>| {
        value.map_or_else(|| "—".to_owned(), |value| value.text(line.indicator.unit))
    };
    let daily = line.indicator.is_of_today();
    let rows = line.trend.iter().map(|(day, value)| {
        let day = if daily { day.to_string() } else { day.format("%Y-%m").to_string() };
        view! { <tr><th scope="row">{day}</th><td class="num">{text(value)}</td></tr> }
    });
    let name = if daily {
        lang.t("每日留存", "Day by day")
    } else {
        lang.t("近十二个月", "The last twelve months")
    };
    let share = line.indicator.unit == Unit::Percent;
    let unit = if share { "%" } else { lang.t("数值", "Value") };
    let parts = view! {
        <thead><tr><th scope="col">{lang.t("时间", "When")}</th><th scope="col" class="num">{unit}</th></tr></thead>
        <tbody>{rows.collect_view()}</tbody>
    };
    view! {
        <section class="panel">
            <h2>{name}</h2>
            {trend(lang, line)}
            {scrolling(Caption::heard("course", name), DENSE, parts)}
        </section>
    }
    .into_any()
}
