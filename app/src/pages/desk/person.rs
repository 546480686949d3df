//! The person at the counter in three columns: who, their cases, what can be started.

use super::cases;
use super::item_line::ItemLine;
use super::person_start::{Startable, start_item};
use super::shortcuts;
use super::whole::{self, CertificateLine, DelegationLine, LapseLine};
use crate::lang::Lang;
use crate::ui::case_table::CaseRow;
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
    /// 户主 and 与户主关系, as the register says.
    pub householder: String,
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

/// What the citizen has begun online.
#[derive(Clone, Debug)]
pub struct OnlineLine {
    /// The draft's id, to take it over.
    pub id: String,
    /// The item's name.
    pub item: String,
    /// When it was saved.
    pub saved: String,
}

/// 死亡登记, and what relatives can start.
#[derive(Clone, Debug)]
pub struct DeathNote {
    /// When they died.
    pub on: NaiveDate,
    /// Items for those left behind.
    pub items: Vec<ItemLine>,
}

/// The page.
#[derive(Clone, Debug)]
pub struct PersonPage {
    /// The language.
    pub lang: Lang,
    /// Who.
    pub who: PersonFacts,
    /// Whether they have died.
    pub death: Option<DeathNote>,
    /// The organisation that is being served too: its name.
    pub entity: Option<String>,
    /// Certificates.
    pub certificates: Vec<CertificateLine>,
    /// What lapses.
    pub lapsing: Vec<LapseLine>,
    /// Intakes begun at this window.
    pub drafts: Vec<OpenDraft>,
    /// What they have begun online themselves.
    pub online: Vec<OnlineLine>,
    /// Cases in hand.
    pub open: Vec<CaseRow>,
    /// Cases finished.
    pub past: Vec<CaseRow>,
    /// Who may act for them.
    pub agents: Vec<DelegationLine>,
    /// For whom they may act, by delegation or by office.
    pub principals: Vec<DelegationLine>,
    /// What can be started.
    pub start: Startable,
}

/// The view.
pub fn person(page: PersonPage) -> AnyView {
    let lang = page.lang;
    let facts = facts(lang, &page.who);
    let begun = [draft_list(lang, page.drafts), online_list(lang, page.online)];
    let lapses = page.lapsing.iter().filter(|line| line.item.is_some()).count();
    let start = if page.death.is_some() {
        ().into_any()
    } else {
        start_item(lang, page.start, lapses + 1, ("/desk/person", false))
    };
    view! {
        {head(lang, &page.who)}
        {page.death.map(|death| note(lang, death))}
        {page.entity.map(|name| serving(lang, name))}
        <div class="columns-3">
            <div class="stack">
                <section class="panel" aria-labelledby="who">
                    <header>
                        <h2 id="who">{lang.t("身份", "Who")}</h2>
                        <a class="aside" href="/desk/person/number">{lang.t("查看完整号码", "Show the full number")}</a>
                    </header>
                    {facts}
                </section>
                {acting(lang, page.agents, page.principals)}
            </div>
            <div class="stack">
                {whole::lapsing(lang, page.lapsing, 1, false)}
                {cases::cases(lang, begun, page.open, page.past)}
            </div>
            <div class="stack">
                {start}
                {whole::certificates(lang, page.certificates)}
            </div>
        </div>
        {shortcuts::keys(lang)}
    }
    .into_any()
}

/// Told first, and with what can be done instead.
fn note(lang: Lang, death: DeathNote) -> AnyView {
    let day = lang.date(death.on);
    let items = death
        .items
        .into_iter()
        .map(|item| {
            let href = format!("/items/{}", item.id);
            view! { <li><a href=href>{item.name}</a></li> }
        })
        .collect_view();
    view! {
        <div class="notice danger" role="alert">
            <p>{lang.t(
                format!("该公民已于{day}登记死亡，不能以其名义新办；可由继承人、抚恤金申领人等办理，请刷来办的亲属的身份证。"),
                format!("This person is recorded as having died on {day}. Nothing new begins in their name; heirs and dependants can apply: read the relative's own ID card."),
            )}</p>
            <ul>{items}</ul>
        </div>
    }
    .into_any()
}

fn serving(lang: Lang, name: String) -> AnyView {
    view! {
        <p class="notice">
            {lang.t(format!("同时在为“{name}”办理。"), format!("Also serving “{name}”."))}" "
            <a href="/desk/entity" accesskey="o">{lang.t("回到该单位", "Back to it")}" "<kbd class="kbd">"Alt O"</kbd></a>
        </p>
    }
    .into_any()
}

fn acting(lang: Lang, agents: Vec<DelegationLine>, principals: Vec<DelegationLine>) -> Option<AnyView> {
    if agents.is_empty() && principals.is_empty() {
        return None;
    }
    Some(
        view! {
            <section class="panel" aria-labelledby="acting">
                <header><h2 id="acting">{lang.t("代办和授权", "Acting for others")}</h2></header>
                {whole::delegations(lang, lang.t("可以替谁办", "May act for"), principals)}
                {whole::delegations(lang, lang.t("谁可以代办", "Who may act for them"), agents)}
            </section>
        }
        .into_any(),
    )
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
        (lang.t("户主", "Head of it"), who.householder.clone()),
        (lang.t("现住地", "Lives in"), who.residence.clone()),
        (lang.t("住址", "Address"), who.address.clone()),
    ];
    whole::facts(lang, &lines)
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

/// What it says is not shown before it is taken over, and taking it over is written down.
fn online_list(lang: Lang, online: Vec<OnlineLine>) -> Option<AnyView> {
    if online.is_empty() {
        return None;
    }
    let lines = online
        .into_iter()
        .map(|draft| {
            let label = lang.t(format!("接着办 {}", draft.item), format!("Go on with {}", draft.item));
            view! {
                <li>
                    <p class="line"><strong>{draft.item}</strong>
                        <span class="tag status-draft">{lang.t("网上填了一半", "Begun online")}</span>
                        <span class="meta">{draft.saved}</span>
                        <button class="link" name="draft" value=draft.id aria-label=label>{lang.t("接着办", "Go on")}</button>
                    </p>
                </li>
            }
        })
        .collect_view();
    Some(
        view! { <form method="post" action="/desk/online"><ul class="case-list">{lines}</ul></form> }
            .into_any(),
    )
}
