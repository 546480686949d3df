//! One report: what is asked for, what is said, its evidence by point and its history; for the head of
//! the department with the form.

use super::address::Place;
use super::form::{ReportForm, form};
use super::history::{Happening, history};
use super::words::{circled, number_words, quarter, state_tag};
use crate::lang::Lang;
use chrono::NaiveDate;
use domain::assessment::Period;
use domain::assessment::report::{Figure, State};
use leptos::prelude::*;

/// A file of evidence.
#[derive(Clone, Debug)]
pub struct EvidenceFile {
    /// Key.
    pub id: String,
    /// Name.
    pub name: String,
    /// Size in words.
    pub size: String,
}

/// A numbered point with its files.
#[derive(Clone, Debug)]
pub struct Point {
    /// Its number; 0 for what belongs to none in particular.
    pub number: u32,
    /// What is to be shown.
    pub text: String,
    /// The portal shows it itself by an indicator: no file is asked for.
    pub indicator: Option<String>,
    /// Its files.
    pub files: Vec<EvidenceFile>,
}

/// A report, for whoever reads it.
#[derive(Clone, Debug)]
pub struct Report {
    /// Key of the entry.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The scheme.
    pub scheme: String,
    /// What is asked for.
    pub description: String,
    /// The figure aimed at.
    pub target: String,
    /// Who reports.
    pub department: String,
    /// The quarter.
    pub period: Period,
    /// How it stands.
    pub state: Option<State>,
    /// Past its last day.
    pub overdue: bool,
    /// The last day.
    pub due: Option<NaiveDate>,
    /// What is stored.
    pub figure: Figure,
    /// The points of evidence, and last what belongs to none.
    pub points: Vec<Point>,
    /// What happened.
    pub history: Vec<Happening>,
}

/// The page of a head.
#[derive(Clone, Debug)]
pub struct ReportPage {
    /// The language.
    pub lang: Lang,
    /// The report.
    pub report: Report,
    /// The form; none while it is not the department's to change.
    pub form: Option<ReportForm>,
    /// Why the supervisor gave it back or opened it again.
    pub reason: Option<String>,
}

/// The view.
pub fn report_page(page: ReportPage) -> AnyView {
    let (lang, report) = (page.lang, &page.report);
    let body = match &page.form {
        Some(asked) => form(lang, report, asked),
        None => view! { {waiting(lang, report.state)}{said(lang, Place::Review, report)} }.into_any(),
    };
    let reason = page.reason.as_ref().map(|reason| {
        let words = match report.state {
            Some(State::Reopened) => lang.t("重开的理由：", "Why it was opened again: "),
            None | Some(State::Draft | State::Submitted | State::Returned | State::SignedOff) => {
                lang.t("退回的理由：", "Why it was returned: ")
            }
        };
        view! { <div class="notice warning"><p><strong>{words}</strong>{reason.clone()}</p></div> }
    });
    let top = page.form.as_ref().and_then(|form| form.top(lang));
    view! {
        <a class="back-link" href=Place::Review.list()>{lang.t("返回指标填报", "Back to the reports")}</a>
        {top}
        {head(lang, report)}
        {reason}
        {asked(lang, report)}
        {body}
        {history(lang, Place::Review, &report.history)}
    }
    .into_any()
}

/// Name, quarter and state.
pub(super) fn head(lang: Lang, report: &Report) -> AnyView {
    let lead = format!("{} · {} · {}", report.key, report.scheme, quarter(lang, report.period));
    view! {
        <div class="page-head">
            <h1>{report.name.clone()}" "{state_tag(lang, report.state, report.overdue)}</h1>
            <p class="lead">{lead}</p>
        </div>
    }
    .into_any()
}

/// What the scheme asks for, from whom, until when.
pub(super) fn asked(lang: Lang, report: &Report) -> AnyView {
    let fact = |label: &'static str, text: &str| {
        let text = text.to_owned();
        (!text.is_empty()).then(|| view! { <dt>{label}</dt><dd>{text}</dd> })
    };
    let due = report.due.map(|day| lang.date(day)).unwrap_or_default();
    view! {
        <section class="panel">
            <dl class="facts-list">
                {fact(lang.t("指标说明", "What is asked"), &report.description)}
                {fact(lang.t("目标", "Target"), &report.target)}
                {fact(lang.t("填报部门", "Department"), &report.department)}
                {fact(lang.t("期限", "Due"), &due)}
            </dl>
        </section>
    }
    .into_any()
}

fn waiting(lang: Lang, state: Option<State>) -> AnyView {
    let words = match state {
        Some(State::SignedOff) => {
            lang.t("这份填报已经核定，数值已计入指标和考核。", "It is signed off: its figure counts.")
        }
        Some(State::Submitted) => {
            lang.t("已经报送，等待监察人员核定。", "It was submitted and waits for the supervisor.")
        }
        None | Some(State::Draft | State::Returned | State::Reopened) => "",
    };
    (!words.is_empty()).then(|| view! { <div class="notice"><p>{words}</p></div> }).into_any()
}

/// What is stored: the figure, the words, and the evidence by point.
pub(super) fn said(lang: Lang, place: Place, report: &Report) -> AnyView {
    let number = number_words(&report.figure);
    let number =
        if number.is_empty() { lang.t("没有填数值", "No number was given").to_owned() } else { number };
    let text = report.figure.text.clone();
    let text = (!text.is_empty()).then(|| {
        view! { <dt>{lang.t("文字说明", "In words")}</dt><dd class="lines">{text}</dd> }
    });
    let points = report.points.iter().map(|point| point_row(lang, place, point)).collect_view();
    view! {
        <section class="panel">
            <header><h2>{lang.t("填报内容", "What is reported")}</h2></header>
            <dl class="facts-list">
                <dt>{lang.t("数值", "Figure")}</dt><dd><strong>{number}</strong></dd>
                {text}
            </dl>
            <h3>{lang.t("佐证材料", "Evidence")}</h3>
            <ul class="document-list">{points}</ul>
        </section>
    }
    .into_any()
}

fn point_row(lang: Lang, place: Place, point: &Point) -> AnyView {
    let files = point.files.iter().map(|file| {
        let href = place.file(&file.id);
        let (name, size) = (file.name.clone(), file.size.clone());
        view! { <li><a href=href>{name}</a>" "<span class="size meta">{size}</span></li> }
    });
    let files = files.collect_view();
    let none = point.files.is_empty().then(|| match point.indicator {
        Some(_) => lang.t("由系统指标自动说明", "Shown by the portal's own indicator"),
        None => lang.t("没有材料", "No file"),
    });
    view! {
        <li>
            <p>{point_name(lang, point)}</p>
            <ul class="file-list">{files}</ul>
            {none.map(|words| view! { <p class="meta">{words}</p> })}
        </li>
    }
    .into_any()
}

/// `① 成立文件`, or what belongs to no point.
pub(super) fn point_name(lang: Lang, point: &Point) -> String {
    if point.number == 0 {
        return lang.t("其他材料", "Other files").to_owned();
    }
    format!("{} {}", circled(point.number), point.text)
}
