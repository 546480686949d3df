//! An indicator by department.

use super::address::IndicatorQuery;
use super::words::{sides, value};
use crate::lang::Lang;
use crate::ui::table::{Caption, DENSE, scrolling};
use domain::indicator::catalogue::{BESIDE, Indicator, Reading, find};
use leptos::prelude::*;

/// A department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DepartmentLine {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it reads.
    pub reading: Reading,
    /// What stands beside a rate of completion.
    pub beside: Vec<Reading>,
}

pub(super) fn departments(
    lang: Lang,
    query: &IndicatorQuery,
    one: &'static Indicator,
    lines: &[DepartmentLine],
) -> AnyView {
    if lines.is_empty() {
        return ().into_any();
    }
    let name = lang.t("按部门", "By department");
    let beside: Vec<&'static Indicator> =
        if one.is_completion() { BESIDE.iter().filter_map(|key| find(key)).collect() } else { Vec::new() };
    let heads = beside.iter().map(|one| {
        let (zh, en) = one.name;
        view! { <th scope="col" class="num">{lang.t(zh, en)}</th> }
    });
    let rows = lines.iter().map(|line| row(lang, query, one, &beside, line)).collect_view();
    let parts = view! {
        <thead><tr>
            <th scope="col">{lang.t("部门", "Department")}</th>
            <th scope="col" class="num">{lang.t("数值", "Value")}</th>
            <th scope="col">{lang.t("分子 ÷ 分母", "Numerator ÷ denominator")}</th>
            {heads.collect_view()}
        </tr></thead>
        <tbody>{rows}</tbody>
    };
    view! {
        <section class="panel"><h2>{name}</h2>{scrolling(Caption::heard("departments", name), DENSE, parts)}</section>
    }
    .into_any()
}

fn row(
    lang: Lang,
    query: &IndicatorQuery,
    one: &Indicator,
    beside: &[&'static Indicator],
    line: &DepartmentLine,
) -> AnyView {
    let own = query.of(&line.id);
    let more = beside.iter().zip(&line.beside).map(|(other, reading)| {
        let href = own.one(other.key);
        view! { <td class="num"><a href=href>{value(lang, other, reading)}</a></td> }
    });
    let more = more.collect_view();
    view! {
        <tr>
            <th scope="row"><a href=own.address()>{line.name.clone()}</a></th>
            <td class="num"><span class="strong nowrap">{value(lang, one, &line.reading)}</span></td>
            <td>{sides(lang, &own, one, &line.reading)}</td>
            {more}
        </tr>
    }
    .into_any()
}
