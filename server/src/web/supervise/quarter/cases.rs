//! The figures of the quarter, beside the quarter before and the same time a year before.

use app::lang::Lang;
use app::pages::supervise::measure::{Measure, Told as _};
use app::pages::supervise::quarter::{Bars, Cell, Grid, Head, Line, Section};
use app::ui::chart::{Bar, Kind};
use app::ui::ratio::grouped;
use backend::quarter::Quarter;
use domain::indicator::{Figures, Ratio, Span};

/// The numbers told, each a set of cases.
const MEASURES: [Measure; 12] = [
    Measure::Received,
    Measure::Accepted,
    Measure::NotAccepted,
    Measure::Closed,
    Measure::OnTime,
    Measure::Early,
    Measure::Late,
    Measure::Open,
    Measure::Corrected,
    Measure::Granted,
    Measure::Refused,
    Measure::Reopened,
];

type Rate = (&'static str, &'static str, fn(&Figures) -> Ratio);

const RATES: [Rate; 6] = [
    ("办结率（办结 ÷ 受理）", "Completion (closed ÷ accepted)", Figures::completion_rate),
    ("按时办结率（按时 ÷ 办结）", "On time (on time ÷ closed)", Figures::on_time_rate),
    ("超期办结率（超期 ÷ 办结）", "Late (late ÷ closed)", Figures::late_rate),
    ("重开率（重开 ÷ 办结）", "Reopened (reopened ÷ closed)", Figures::reopen_rate),
    ("补正率（补正 ÷ 收件）", "Corrections (corrected ÷ received)", Figures::correction_rate),
    ("不予许可率（不予 ÷ 决定）", "Refusals (refused ÷ decided)", Figures::refusal_rate),
];

pub(super) fn section(lang: Lang, found: &Quarter) -> Section {
    let heading = lang.t("办件", "Cases").to_owned();
    Section {
        id: "figures",
        notes: vec![note(lang, found)],
        bars: months(lang, found),
        grids: vec![grid(lang, found)],
        heading,
    }
}

fn note(lang: Lang, found: &Quarter) -> String {
    let said =
        |span: Span| lang.t(format!("{} 至 {}", span.from, span.to), format!("{} to {}", span.from, span.to));
    let (before, year) = (said(found.before.span), said(found.year_before.span));
    lang.t(
        format!("上季度：{before}；去年同期：{year}。率后面的括号里是分子和分母，都是件数。"),
        format!("The quarter before: {before}. A year before: {year}. In brackets both sides of each rate, in cases."),
    )
}

fn grid(lang: Lang, found: &Quarter) -> Grid {
    let spans = [
        (found.span, &found.now.total),
        (found.before.span, &found.before.figures),
        (found.year_before.span, &found.year_before.figures),
    ];
    let counts = MEASURES.into_iter().map(|measure| {
        let cells = spans
            .iter()
            .map(|(span, figures)| Cell::whole(measure.of(figures)).to(listed(measure, *span, None)));
        line(measure.name(lang), cells.collect())
    });
    let rates = RATES.into_iter().map(|(zh, en, rate)| {
        line(lang.t(zh, en), spans.iter().map(|(_, figures)| Cell::rate(rate(figures))).collect())
    });
    let days = spans.iter().map(|(_, figures)| Cell::days(figures.median_working_days())).collect();
    let median = line(lang.t("办理时长中位数（工作日）", "Median working days"), days);
    Grid {
        caption: lang
            .t("本季度与上季度、去年同期（件）", "This quarter, the one before, and a year before (cases)")
            .to_owned(),
        sheet: lang.t("办件", "Cases").to_owned(),
        heads: vec![
            Head::words(lang.t("数字", "Figure")),
            Head::number(lang.t("本季度", "This quarter")),
            Head::number(lang.t("上季度", "Quarter before")),
            Head::number(lang.t("去年同期", "Year before")),
        ],
        lines: counts.chain(rates).chain([median]).collect(),
    }
}

fn line(name: &str, cells: Vec<Cell>) -> Line {
    Line { strong: false, cells: std::iter::once(Cell::words(name)).chain(cells).collect() }
}

/// The list of the cases that a number counts.
pub(super) fn listed(measure: Measure, span: Span, department: Option<&str>) -> String {
    let department = department.map(|id| format!("&department={id}")).unwrap_or_default();
    format!("/supervise/cases?measure={}&from={}&to={}{department}", measure.as_str(), span.from, span.to)
}

/// What each part of a bar is.
pub(super) fn kinds(lang: Lang) -> Vec<Kind> {
    let kind = |class, name: &str| Kind { class, name: name.to_owned() };
    vec![kind("on-time", lang.t("按时办结", "on time")), kind("late", lang.t("超期办结", "late"))]
}

/// A bar of what was closed.
pub(super) fn closed(
    lang: Lang,
    label: String,
    figures: &Figures,
    span: Span,
    department: Option<&str>,
) -> Bar {
    let (closed, late) = (grouped(figures.closed), grouped(figures.overdue));
    let said = match figures.overdue {
        0 => closed,
        _ => lang.t(format!("{closed} · 超期 {late}"), format!("{closed} · {late} late")),
    };
    let links = [Measure::OnTime, Measure::Late].map(|measure| listed(measure, span, department)).to_vec();
    Bar { label, parts: vec![figures.on_time, figures.overdue], said, links }
}

fn months(lang: Lang, found: &Quarter) -> Vec<Bars> {
    let bar = |(at, (first, figures)): (usize, &(chrono::NaiveDate, Figures))| {
        let next = found.months.get(at + 1).and_then(|(next, _)| next.pred_opt());
        let span = Span { from: *first, to: next.unwrap_or(found.span.to) };
        closed(lang, first.format("%Y-%m").to_string(), figures, span, None)
    };
    let bars: Vec<Bar> = found.months.iter().enumerate().map(bar).collect();
    if found.now.total.closed == 0 {
        return Vec::new();
    }
    vec![Bars {
        id: "months",
        caption: lang.t("每月办结（件）", "Closed cases by month").to_owned(),
        head: lang.t("月份", "Month").to_owned(),
        kinds: kinds(lang),
        bars,
    }]
}
