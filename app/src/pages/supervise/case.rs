//! One case, to be read and not touched: what happened, and how its clock ran.

use super::cases::clock;
use crate::lang::Lang;
use crate::ui::case_table::state;
use crate::ui::code_number::code_number;
use crate::ui::date_strip::{WhyDate, why_date};
use crate::ui::light::Lamp;
use crate::ui::panel::panel;
use crate::ui::timeline::{Entry, numbered};
use chrono::NaiveDate;
use domain::case::{Outcome, Status};
use leptos::prelude::*;

/// The page. A supervisor sees how the case was handled, not what the form says.
#[derive(Clone, Debug)]
pub struct CasePage {
    /// The language.
    pub lang: Lang,
    /// 办件编号.
    pub number: String,
    /// The item.
    pub item: String,
    /// Where it stands.
    pub status: Status,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// Its light.
    pub lamp: Lamp,
    /// Department and body.
    pub body: String,
    /// Why this body.
    pub route: String,
    /// Applicant, with the masked number.
    pub applicant: String,
    /// How, where and by whom it was taken in.
    pub came: String,
    /// Who has it in hand.
    pub holder: String,
    /// Last day to say whether it is accepted.
    pub receipt_due: Option<NaiveDate>,
    /// 承诺办结日.
    pub promised: Option<NaiveDate>,
    /// 法定办结日.
    pub statutory: Option<NaiveDate>,
    /// The day of the decision.
    pub decided: Option<NaiveDate>,
    /// Working days it took.
    pub handling_days: Option<u32>,
    /// How the date was counted.
    pub why: Option<WhyDate>,
    /// Materials: name and how it came.
    pub materials: Vec<(String, String)>,
    /// What happened, newest first.
    pub events: Vec<Entry>,
}

/// The view.
pub fn supervised_case(page: CasePage) -> AnyView {
    let lang = page.lang;
    let why = page.why.as_ref().map(|why| why_date(lang, why, true));
    view! {
        <a class="back-link" href="/supervise/cases">{lang.t("返回办件", "Back to cases")}</a>
        {head(&page)}
        <div class="columns-2">
            {panel(lang.t("概况", "Facts"), view! { {facts(&page)}{materials(lang, &page.materials)} })}
            {panel(lang.t("期限", "Dates"), view! { {dates(&page)}{why} })}
        </div>
        {panel(lang.t("经过", "History"), numbered(lang, &page.events))}
    }
    .into_any()
}

fn head(page: &CasePage) -> AnyView {
    let lang = page.lang;
    let decided = page.promised.or(page.statutory).zip(page.decided);
    view! {
        <div class="page-head">
            <h1>{page.item.clone()}</h1>
            <p class="lead">{state(lang, page.status, page.outcome)}" "{clock(lang, page.status, page.lamp, decided)}</p>
            <p class="meta">{code_number(&page.number, "")}</p>
        </div>
    }
    .into_any()
}

fn terms(lines: Vec<(&'static str, String)>) -> AnyView {
    let lines = lines.into_iter().filter(|(_, value)| !value.is_empty());
    let lines = lines.map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> });
    view! { <dl class="facts-list">{lines.collect_view()}</dl> }.into_any()
}

fn facts(page: &CasePage) -> AnyView {
    let lang = page.lang;
    let nobody = || lang.t("没有人取件", "nobody").to_owned();
    let holder = match (page.holder.is_empty(), page.status.is_open()) {
        (true, true) => nobody(),
        (true, false) => String::new(),
        (false, _) => page.holder.clone(),
    };
    terms(vec![
        (lang.t("办理机关", "Decided by"), page.body.clone()),
        (lang.t("为什么是它", "Why this body"), page.route.clone()),
        (lang.t("申请人", "Applicant"), page.applicant.clone()),
        (lang.t("来源", "Came"), page.came.clone()),
        (lang.t("办理人", "In hand of"), holder),
    ])
}

fn dates(page: &CasePage) -> AnyView {
    let lang = page.lang;
    let day = |date: Option<NaiveDate>| date.map(|date| lang.date(date)).unwrap_or_default();
    let took =
        page.handling_days.map(|days| lang.t(format!("{days} 个工作日"), format!("{days} working days")));
    terms(vec![
        (lang.t("答复是否受理", "Accept or not by"), day(page.receipt_due)),
        (lang.t("承诺办结", "Promised"), day(page.promised)),
        (lang.t("法定办结", "Statutory"), day(page.statutory)),
        (lang.t("作出决定", "Decided"), day(page.decided)),
        (lang.t("用时", "Took"), took.unwrap_or_default()),
    ])
}

fn materials(lang: Lang, materials: &[(String, String)]) -> AnyView {
    let lines = materials.iter().map(|(name, manner)| {
        view! { <div><dt>{name.clone()}</dt><dd>{manner.clone()}</dd></div> }
    });
    let lines = lines.collect_view();
    view! {
        <details class="disclosure">
            <summary>{lang.t(format!("材料 {} 份", materials.len()), format!("{} materials", materials.len()))}</summary>
            <dl class="facts-list wide-terms">{lines}</dl>
        </details>
    }
    .into_any()
}
