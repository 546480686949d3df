//! The person at the counter in three columns: who, their cases, what can be started.

use super::item_line::ItemLine;
use super::person_start::start_item;
use super::shortcuts;
use crate::lang::Lang;
use crate::ui::case_table::{CaseRow, short_number, state};
use crate::ui::light::light;
use chrono::NaiveDate;
use leptos::prelude::*;

/// Who it is. Numbers are masked by the handler.
#[derive(Clone, Debug, Default)]
pub struct PersonFacts {
    /// The name.
    pub name: String,
    /// 身份证号, masked.
    pub masked_number: String,
    /// The kind of number, in words.
    pub kind: String,
    /// The day of birth.
    pub born: Option<NaiveDate>,
    /// Years of age today.
    pub age: Option<u32>,
    /// 男 or 女, in the page's language.
    pub sex: String,
    /// The telephone.
    pub phone: String,
    /// 户籍.
    pub household: String,
    /// 现住地.
    pub residence: String,
    /// The street address.
    pub address: String,
    /// What follows from all this, short: 本市户籍, 满 80 周岁.
    pub chips: Vec<String>,
}

/// An intake begun and not finished.
#[derive(Clone, Debug)]
pub struct OpenDraft {
    /// Where it goes on.
    pub href: String,
    /// The item's name.
    pub item: String,
    /// When it was saved.
    pub saved: String,
}

/// The page.
#[derive(Clone, Debug)]
pub struct PersonPage {
    /// The language.
    pub lang: Lang,
    /// Who.
    pub who: PersonFacts,
    /// Intakes begun at this window.
    pub drafts: Vec<OpenDraft>,
    /// Cases in hand.
    pub open: Vec<CaseRow>,
    /// Cases finished.
    pub past: Vec<CaseRow>,
    /// What was typed to find an item.
    pub query: String,
    /// What fits it; without a query the likely items of this person.
    pub items: Vec<ItemLine>,
}

/// The view.
pub fn person(page: PersonPage) -> AnyView {
    let lang = page.lang;
    let facts = facts(lang, &page.who);
    view! {
        {head(lang, &page.who)}
        <div class="columns-3">
            <section class="panel" aria-labelledby="who">
                <header><h2 id="who">{lang.t("身份", "Who")}</h2></header>
                {facts}
            </section>
            {cases(lang, page.drafts, page.open, page.past)}
            {start_item(lang, page.query, page.items)}
        </div>
        {shortcuts::keys(lang)}
    }
    .into_any()
}

/// Name, number, sex, age and what follows from them.
pub(super) fn head(lang: Lang, who: &PersonFacts) -> AnyView {
    let chips = who.chips.iter().map(|chip| view! { <li class="chip">{chip.clone()}</li> }).collect_view();
    view! {
        <div class="person-head">
            <h1>{who.name.clone()}</h1>
            <p><span class="id-number">{who.masked_number.clone()}</span>{sex_and_age(lang, who)}</p>
            <ul class="chips">{chips}</ul>
        </div>
    }
    .into_any()
}

/// ` · 女 · 82 岁`, as far as known.
pub(super) fn sex_and_age(lang: Lang, who: &PersonFacts) -> String {
    let age = who.age.map(|age| lang.t(format!("{age} 岁"), format!("aged {age}")));
    let parts = [Some(who.sex.clone()).filter(|sex| !sex.is_empty()), age];
    parts.into_iter().flatten().map(|part| format!(" · {part}")).collect()
}

fn facts(lang: Lang, who: &PersonFacts) -> AnyView {
    let born = who.born.map(|day| lang.date(day)).unwrap_or_default();
    let lines = [
        (lang.t("证件", "Number"), format!("{} {}", who.kind, who.masked_number)),
        (lang.t("出生日期", "Born"), born),
        (lang.t("性别", "Sex"), who.sex.clone()),
        (lang.t("电话", "Phone"), who.phone.clone()),
        (lang.t("户籍", "Household"), who.household.clone()),
        (lang.t("现住地", "Lives in"), who.residence.clone()),
        (lang.t("住址", "Address"), who.address.clone()),
    ];
    let unknown = lang.t("未记录", "not recorded");
    let lines = lines
        .into_iter()
        .map(|(name, value)| {
            let value = if value.trim().is_empty() { unknown.to_owned() } else { value };
            view! { <div><dt>{name}</dt><dd>{value}</dd></div> }
        })
        .collect_view();
    view! { <dl class="facts-list">{lines}</dl> }.into_any()
}

fn cases(lang: Lang, drafts: Vec<OpenDraft>, open: Vec<CaseRow>, past: Vec<CaseRow>) -> AnyView {
    let count = lang.t(
        format!("在办 {} · 办完 {}", open.len(), past.len()),
        format!("{} open · {} finished", open.len(), past.len()),
    );
    let none = (drafts.is_empty() && open.is_empty() && past.is_empty())
        .then(|| view! { <p class="meta">{lang.t("还没有办过事。", "No cases yet.")}</p> });
    view! {
        <section class="panel" aria-labelledby="cases">
            <header><h2 id="cases">{lang.t("办件", "Cases")}</h2><span class="aside">{count}</span></header>
            {none}
            {draft_list(lang, drafts)}
            {open_list(lang, open)}
            {past_list(lang, past)}
        </section>
    }
    .into_any()
}

fn draft_list(lang: Lang, drafts: Vec<OpenDraft>) -> Option<AnyView> {
    if drafts.is_empty() {
        return None;
    }
    let lines = drafts
        .into_iter()
        .map(|draft| {
            view! {
                <li class="urgent">
                    <h3><a href=draft.href>{draft.item}</a></h3>
                    <p class="line"><span class="tag status-draft">{lang.t("未完成的收件", "Unfinished intake")}</span>" "{draft.saved}</p>
                </li>
            }
        })
        .collect_view();
    Some(view! { <ul class="case-list">{lines}</ul> }.into_any())
}

fn open_list(lang: Lang, open: Vec<CaseRow>) -> Option<AnyView> {
    if open.is_empty() {
        return None;
    }
    let lines = open
        .into_iter()
        .map(|row| {
            let number = short_number(&row.number).to_owned();
            let due = row.due.map(|day| lang.t(format!("{}前", lang.day(day)), format!("by {}", lang.day(day))));
            view! {
                <li>
                    <h3><a href=row.href>{row.item}</a></h3>
                    <p class="line">{state(lang, row.status, row.outcome)}" "{light(lang, row.lamp)}" "{due}</p>
                    <p class="meta"><span class="code">{number}</span>" · "{row.at}</p>
                </li>
            }
        })
        .collect_view();
    Some(view! { <ul class="case-list">{lines}</ul> }.into_any())
}

fn past_list(lang: Lang, past: Vec<CaseRow>) -> Option<AnyView> {
    if past.is_empty() {
        return None;
    }
    let rows = past
        .into_iter()
        .map(|row| {
            view! {
                <tr>
                    <td class="nowrap">{row.at}</td>
                    <th scope="row"><a href=row.href>{row.item}</a></th>
                    <td>{state(lang, row.status, row.outcome)}</td>
                </tr>
            }
        })
        .collect_view();
    let title = lang.t("办完的", "Finished");
    Some(
        view! {
            <h3>{title}</h3>
            <table class="data-table dense">
                <caption class="visually-hidden">{title}</caption>
                <thead><tr>
                    <th scope="col">{lang.t("日期", "Date")}</th>
                    <th scope="col">{lang.t("事项", "Service")}</th>
                    <th scope="col">{lang.t("结果", "Result")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any(),
    )
}
