//! Indicators against their targets.

use super::words::{reached, targets};
use crate::web::supervise::indicators::settled;
use app::lang::Lang;
use app::pages::supervise::quarter::{Cell, Grid, Head, Line, Section, Value};
use app::ui::ratio::grouped;
use backend::indicators::{Origin, Told};
use backend::quarter::Quarter;
use domain::indicator::Ratio;
use domain::indicator::catalogue::Unit;

pub(super) fn section(lang: Lang, found: &Quarter) -> Section {
    let (met, missed) = targets(&found.indicators);
    let note = lang.t(
        format!("有目标可比的指标 {} 项：达到 {met} 项，未达到 {missed} 项。", met + missed),
        format!("Indicators with a target to compare: {}. {met} reach it, {missed} do not.", met + missed),
    );
    Section {
        id: "indicators",
        heading: lang.t("指标", "Indicators").to_owned(),
        notes: std::iter::once(note).chain(missing(lang, found)).collect(),
        bars: Vec::new(),
        grids: vec![grid(lang, found)],
    }
}

fn is_known(told: &Told) -> bool {
    !matches!(told.origin, Origin::Missing)
}

/// What nobody has reported yet, by name.
fn missing(lang: Lang, found: &Quarter) -> Option<String> {
    let name = |told: &Told| lang.t(told.indicator.name.0, told.indicator.name.1);
    let names: Vec<&str> = found.indicators.iter().filter(|told| !is_known(told)).map(name).collect();
    let (n, list) = (names.len(), names.join(lang.t("、", ", ")));
    (n > 0).then(|| {
        lang.t(
            format!("由部门填报、还没有核定数字的指标 {n} 项：{list}。"),
            format!(
                "Indicators that departments report and of which no figure is signed off yet, {n}: {list}."
            ),
        )
    })
}

fn grid(lang: Lang, found: &Quarter) -> Grid {
    Grid {
        caption: lang.t("指标与目标", "Indicators and targets").to_owned(),
        sheet: lang.t("指标", "Indicators").to_owned(),
        heads: vec![
            Head::words(lang.t("指标", "Indicator")),
            Head::number(lang.t("数值", "Value")),
            Head::number(lang.t("分子 ÷ 分母", "Numerator ÷ denominator")),
            Head::words(lang.t("目标", "Target")),
            Head::words(lang.t("是否达到", "Reached")),
            Head::words(lang.t("来源", "From")),
        ],
        lines: found
            .indicators
            .iter()
            .filter(|told| is_known(told))
            .map(|told| line(lang, found, told))
            .collect(),
    }
}

fn line(lang: Lang, found: &Quarter, told: &Told) -> Line {
    let (zh, en) = told.indicator.name;
    let (from, to) = (found.span.from, found.span.to);
    let href = format!("/supervise/indicators/{}?from={from}&to={to}", told.indicator.key);
    let figures: Vec<&str> = told.targets.iter().map(|target| target.figure.as_str()).collect();
    let cells = vec![
        Cell { href: Some(href), ..Cell::words(lang.t(zh, en)) },
        value(lang, told),
        Cell::words(sides(told)),
        Cell::words(if figures.is_empty() { "—".to_owned() } else { figures.join(lang.t("；", "; ")) }),
        Cell::words(met(lang, told)),
        Cell::words(origin(lang, told)),
    ];
    Line { strong: false, cells }
}

fn value(lang: Lang, told: &Told) -> Cell {
    let Some(value) = told.reading.value else { return Cell::words("—") };
    let unit = told.indicator.unit;
    let text = value.text(unit);
    let decimal = text.replace(',', "").parse().ok().map(Value::Decimal);
    let (text, value) = match unit {
        Unit::Percent => {
            let ratio = Ratio { numerator: value.over, denominator: value.under };
            (format!("{text} %"), Some(Value::Rate(ratio)))
        }
        Unit::Workdays => (lang.t(format!("{text} 个工作日"), format!("{text} working days")), decimal),
        Unit::Hours => (lang.t(format!("{text} 小时"), format!("{text} h")), decimal),
        Unit::Points => (lang.t(format!("{text} 分"), format!("{text} points")), decimal),
        Unit::Number => (text, Some(Value::Whole(value.over / value.under.max(1)))),
    };
    Cell { text, value, href: None }
}

fn sides(told: &Told) -> String {
    match (told.reading.numerator, told.reading.denominator) {
        (Some(over), Some(under)) => format!("{} ÷ {}", grouped(over), grouped(under)),
        (Some(over), None) => grouped(over),
        (None, _) => "—".to_owned(),
    }
}

fn met(lang: Lang, told: &Told) -> &'static str {
    match reached(told) {
        Some(true) => lang.t("达到", "reached"),
        Some(false) => lang.t("未达到", "not reached"),
        None => "—",
    }
}

fn origin(lang: Lang, told: &Told) -> String {
    match &told.origin {
        Origin::Computed => lang.t("系统计算", "computed").to_owned(),
        Origin::Reported(report) => {
            let name = lang.pick(&report.name, &report.name_en);
            let period = app::pages::supervise::quarter::name(lang, report.period);
            lang.t(format!("{name}填报（{period}）"), format!("reported by {name}, {period}"))
        }
        Origin::Settled { period, subjects } => settled(lang, *period, *subjects),
        Origin::Missing => lang.t("尚未填报", "not reported yet").to_owned(),
    }
}
