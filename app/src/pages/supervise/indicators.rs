//! 指标: every indicator with its value, both sides of its formula, its targets and its way down.

mod address;
mod departments;
mod line;
mod listed;
mod one;
mod targets;
mod words;

pub use address::{IndicatorQuery, SideName};
pub use departments::DepartmentLine;
pub use line::{IndicatorLine, Origin, ReportedBy};
pub use listed::{CaseLine, ListedPage, Rows, listed};
pub use one::{IndicatorPage, indicator};
pub use targets::TargetLine;
pub use words::{base_of, value};

use super::period::Preset;
use crate::lang::Lang;
use chrono::NaiveDate;
use domain::indicator::catalogue::Group;
use leptos::prelude::*;

/// What the page shows.
#[derive(Clone, Debug)]
pub struct IndicatorsPage {
    /// The language.
    pub lang: Lang,
    /// What was asked for.
    pub query: IndicatorQuery,
    /// Today.
    pub today: NaiveDate,
    /// Departments to choose from: id and name.
    pub choices: Vec<(String, String)>,
    /// Every indicator.
    pub lines: Vec<IndicatorLine>,
    /// Every target.
    pub targets: Vec<TargetLine>,
    /// Nothing came in, was accepted or closed in the period.
    pub without_cases: bool,
}

/// The page.
pub fn indicators(page: IndicatorsPage) -> AnyView {
    let groups = Group::ALL.map(|group| section(&page, group)).collect_view();
    view! {
        {head(&page)}
        {presets(&page)}
        {form(&page)}
        {page.without_cases.then(|| no_cases(page.lang))}
        {groups}
        {targets::targets(page.lang, &page.targets)}
    }
    .into_any()
}

fn head(page: &IndicatorsPage) -> AnyView {
    let lang = page.lang;
    let city = lang.t("全市", "the whole city").to_owned();
    let chosen = page.query.department.as_ref();
    let named = page.choices.iter().find(|(id, _)| Some(id) == chosen).map(|(_, name)| name.clone());
    let met = page.lines.iter().flat_map(|line| &line.targets).filter_map(|(_, met)| *met);
    let (good, all) = met.fold((0, 0), |(good, all), met| (good + i32::from(met), all + 1));
    let lead = page.query.period.words(lang) + " · " + &named.unwrap_or(city);
    let told = lang.t(
        format!("可比较的目标 {all} 个，达到 {good} 个。"),
        format!("{good} of the {all} targets that can be compared are met."),
    );
    view! {
        <div class="row between">
            <div class="page-head">
                <h1>{lang.t("指标", "Indicators")}</h1>
                <p class="lead">{lead}</p>
                <p>{told}" "<a href="#targets">{lang.t("全部目标", "All targets")}</a></p>
            </div>
            <ul class="inline-links no-print">
                <li><a href=page.query.file("csv") download="">"CSV"</a></li>
                <li><a href=page.query.file("xlsx") download="">"Excel"</a></li>
            </ul>
        </div>
    }
    .into_any()
}

fn presets(page: &IndicatorsPage) -> AnyView {
    let lang = page.lang;
    let mut found = false;
    let links = Preset::ALL.map(|preset| {
        let period = preset.period(page.today);
        let chosen = !found && period == page.query.period;
        found |= chosen;
        let href = IndicatorQuery { period, ..page.query.clone() }.address();
        view! { <li><a href=href aria-current=chosen.then_some("page")>{preset.name(lang)}</a></li> }
    });
    let links = links.collect_view();
    view! { <nav class="tabs no-print" aria-label=lang.t("时间", "Period")><ul>{links}</ul></nav> }.into_any()
}

fn form(page: &IndicatorsPage) -> AnyView {
    let (lang, query) = (page.lang, &page.query);
    let options = page.choices.iter().map(|(id, name)| {
        let chosen = query.department.as_ref() == Some(id);
        view! { <option value=id.clone() selected=chosen>{name.clone()}</option> }
    });
    view! {
        <form class="toolbar period no-print" method="get" action="/supervise/indicators">
            <div class="field">
                <label for="from">{lang.t("从", "From")}</label>
                <input type="date" id="from" name="from" value=query.period.from.to_string() required/>
            </div>
            <div class="field">
                <label for="to">{lang.t("到", "To")}</label>
                <input type="date" id="to" name="to" value=query.period.to.to_string() required/>
            </div>
            <div class="field">
                <label for="department">{lang.t("部门", "Department")}</label>
                <select id="department" name="department">
                    <option value="">{lang.t("全部部门", "All departments")}</option>
                    {options.collect_view()}
                </select>
            </div>
            <button class="button small">{lang.t("查看", "Show")}</button>
        </form>
    }
    .into_any()
}

fn no_cases(lang: Lang) -> AnyView {
    let told = lang.t(
        "这段时间没有收件、受理和办结，按办件计算的指标没有数值；按事项计算的指标是今天的。",
        "Nothing came in, was accepted or closed in this period: indicators of cases have no value. Those of services are of today.",
    );
    view! { <p class="notice">{told}</p> }.into_any()
}

fn section(page: &IndicatorsPage, group: Group) -> AnyView {
    let lines: Vec<&IndicatorLine> = page.lines.iter().filter(|line| line.indicator.group == group).collect();
    let (zh, en) = group.name();
    let name = page.lang.t(zh, en);
    let id = format!("group-{}", words::group_key(group));
    view! {
        <section class="panel" id=id.clone()>
            <h2>{name}</h2>
            {line::table(page.lang, &page.query, &id, name, &lines)}
        </section>
    }
    .into_any()
}
