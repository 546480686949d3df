//! One indicator as a line.

use super::address::IndicatorQuery;
use super::words::{sides, target, value};
use crate::lang::Lang;
use crate::ui::plot::spark::spark;
use crate::ui::table::{Caption, DENSE, scrolling};
use chrono::NaiveDate;
use domain::indicator::catalogue::{Formula, Fraction, Indicator, Reading, Target};
use leptos::prelude::*;

/// Who reported a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportedBy {
    /// The department.
    pub department: String,
    /// For which period.
    pub period: String,
    /// When it was signed off.
    pub signed_on: NaiveDate,
    /// What was said with it.
    pub text: String,
    /// The report.
    pub href: String,
}

/// Where a reading comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The portal computed it.
    Computed,
    /// A department reported it.
    Reported(ReportedBy),
    /// The assessment settled it; over which period and how many scores, in words.
    Settled(String),
    /// Nobody reported it yet.
    Missing,
}

/// An indicator as it reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorLine {
    /// Which.
    pub indicator: &'static Indicator,
    /// Its reading.
    pub reading: Reading,
    /// Where that comes from.
    pub origin: Origin,
    /// Its targets, and whether each is met.
    pub targets: Vec<(Target, Option<bool>)>,
    /// Months or days, oldest first.
    pub trend: Vec<(NaiveDate, Option<Fraction>)>,
}

impl IndicatorLine {
    /// Its name.
    pub fn name(&self, lang: Lang) -> &'static str {
        let (zh, en) = self.indicator.name;
        lang.t(zh, en)
    }

    /// Its formula in words.
    pub fn formula(&self, lang: Lang) -> &'static str {
        let (zh, en) = self.indicator.formula;
        lang.t(zh, en)
    }
}

/// The lines of one heading.
pub(super) fn table(
    lang: Lang,
    query: &IndicatorQuery,
    id: &str,
    name: &str,
    lines: &[&IndicatorLine],
) -> AnyView {
    let rows = lines.iter().map(|line| row(lang, query, line)).collect_view();
    let parts = view! {
        <thead><tr>
            <th scope="col">{lang.t("指标与公式", "Indicator and formula")}</th>
            <th scope="col" class="num">{lang.t("数值", "Value")}</th>
            <th scope="col">{lang.t("分子 ÷ 分母", "Numerator ÷ denominator")}</th>
            <th scope="col">{lang.t("目标", "Target")}</th>
            <th scope="col">{lang.t("走势", "Trend")}</th>
            <th scope="col">{lang.t("来源", "Source")}</th>
        </tr></thead>
        <tbody>{rows}</tbody>
    };
    scrolling(Caption::heard(&format!("{id}-caption"), name), DENSE, parts)
}

fn row(lang: Lang, query: &IndicatorQuery, line: &IndicatorLine) -> AnyView {
    let one = line.indicator;
    let targets = line.targets.iter().map(|(one, met)| view! { <div>{target(lang, one, *met)}</div> });
    view! {
        <tr>
            <th scope="row">
                <a href=query.one(one.key)>{line.name(lang)}</a>
                <p class="meta">{line.formula(lang)}</p>
            </th>
            <td class="num"><span class="strong nowrap">{value(lang, one, &line.reading)}</span></td>
            <td>{counted(lang, query, line)}</td>
            <td>{targets.collect_view()}</td>
            <td>{trend(lang, line)}</td>
            <td class="meta">{one.source}</td>
        </tr>
    }
    .into_any()
}

/// Both sides; for what is reported, by whom.
pub(super) fn counted(lang: Lang, query: &IndicatorQuery, line: &IndicatorLine) -> AnyView {
    match &line.origin {
        Origin::Computed => sides(lang, query, line.indicator, &line.reading),
        Origin::Reported(by) => view! {
            {sides(lang, query, line.indicator, &line.reading)}<br/>{reported(lang, by)}
        }
        .into_any(),
        Origin::Settled(words) => {
            view! { <a class="meta" href="/supervise/schemes">{words.clone()}</a> }.into_any()
        }
        Origin::Missing if line.indicator.how == Formula::Scored => view! {
            <a href="/supervise/schemes">{lang.t("见考核", "See the assessment")}</a>
        }
        .into_any(),
        Origin::Missing => {
            view! { <span class="meta">{lang.t("尚无填报", "Not reported yet")}</span> }.into_any()
        }
    }
}

/// `市人社局填报，2026年第三季度，11月3日核签`
pub(super) fn reported(lang: Lang, by: &ReportedBy) -> AnyView {
    let ReportedBy { department, period, signed_on, .. } = by;
    let told = lang.t(
        format!("{department}填报，{period}，{signed_on} 审核通过"),
        format!("Reported by {department} for {period}, signed off {signed_on}"),
    );
    view! { <a class="meta" href=by.href.clone()>{told}</a> }.into_any()
}

/// The course of the value, with its words.
pub(super) fn trend(lang: Lang, line: &IndicatorLine) -> AnyView {
    let points: Vec<(NaiveDate, i64)> = line
        .trend
        .iter()
        .filter_map(|(day, value)| Some((*day, value.as_ref()?.ten_thousandths())))
        .collect();
    let (Some((first, _)), Some((last, _))) = (points.first(), points.last()) else {
        return view! { <span class="meta">"—"</span> }.into_any();
    };
    if points.len() < 2 {
        let told = lang.t("每日留存，自今日起", "kept daily, from today");
        let told = if line.indicator.is_of_today() { told } else { "—" };
        return view! { <span class="meta">{told}</span> }.into_any();
    }
    let heard = format!("{}{first} – {last}", lang.t("走势：", "Trend: "));
    // Below zero there is nothing to draw: slower than before, or than the law asks.
    let numbers: Vec<i64> = points.iter().map(|(_, n)| (*n).max(0)).collect();
    spark(&numbers, heard)
}
