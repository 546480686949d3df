//! The organisation at the counter: who stands for it, what it holds, what can be started for it.

use super::cases;
use super::item_line::ItemLine;
use super::person_start::{Startable, start_item};
use super::shortcuts;
use super::whole::{self, CertificateLine, DelegationLine, LapseLine};
use crate::lang::Lang;
use crate::ui::case_table::CaseRow;
use leptos::prelude::*;

/// What is registered of it.
#[derive(Clone, Debug, Default)]
pub struct EntityFacts {
    /// Its name.
    pub name: String,
    /// 统一社会信用代码; public.
    pub code: String,
    /// What it is: 企业法人.
    pub kind: String,
    /// 登记管理部门 and 机构类别, in words.
    pub registry: String,
    /// 登记状态, in words.
    pub status: String,
    /// Whether it can still act.
    pub active: bool,
    /// 成立日期.
    pub established: String,
    /// 住所.
    pub domicile: String,
    /// 法定代表人, masked.
    pub legal_person: String,
    /// 管理员, masked.
    pub administrator: String,
}

/// Who stands at the counter for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody's card was read yet.
    Nobody,
    /// Somebody who may act, and by what right, in words.
    May {
        /// Their name.
        name: String,
        /// By what right.
        right: String,
    },
    /// Somebody who may not.
    MayNot {
        /// Their name.
        name: String,
    },
}

/// The page.
#[derive(Clone, Debug)]
pub struct EntityPage {
    /// The language.
    pub lang: Lang,
    /// Which.
    pub facts: EntityFacts,
    /// Who is there for it.
    pub standing: Standing,
    /// 经办人.
    pub agents: Vec<DelegationLine>,
    /// Certificates.
    pub certificates: Vec<CertificateLine>,
    /// What lapses.
    pub lapsing: Vec<LapseLine>,
    /// Cases in hand.
    pub open: Vec<CaseRow>,
    /// Cases finished.
    pub past: Vec<CaseRow>,
    /// What can be started.
    pub start: Startable,
}

/// The view.
pub fn entity(page: EntityPage) -> AnyView {
    let lang = page.lang;
    let may = matches!(page.standing, Standing::May { .. }) && page.facts.active;
    let lapses = page.lapsing.iter().filter(|line| line.item.is_some()).count();
    let (lapsing, start) = if may {
        let lapsing = whole::lapsing(lang, page.lapsing, 1, true);
        (lapsing, start_item(lang, page.start, lapses + 1, ("/desk/entity", true)))
    } else {
        (None, offers(lang, page.start))
    };
    view! {
        {head(lang, &page.facts)}
        {standing(lang, &page.standing, &page.facts)}
        <div class="columns-3">
            <div class="stack">
                <section class="panel" aria-labelledby="who">
                    <header><h2 id="who">{lang.t("登记信息", "Registration")}</h2></header>
                    {facts(lang, &page.facts)}
                    {whole::delegations(lang, lang.t("经办人", "Agents"), page.agents)}
                </section>
            </div>
            <div class="stack">
                {lapsing}
                {cases::cases(lang, [], page.open, page.past)}
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

fn head(lang: Lang, facts: &EntityFacts) -> AnyView {
    let tag = if facts.active { "tag status-granted" } else { "tag status-refused" };
    view! {
        <div class="person-head">
            <h1>{facts.name.clone()}</h1>
            <p><span class="code">{facts.code.clone()}</span>" · "{facts.kind.clone()}</p>
            <p><span class="visually-hidden">{lang.t("登记状态：", "Status: ")}</span><span class=tag>{facts.status.clone()}</span></p>
        </div>
    }
    .into_any()
}

/// Who may act, told before anything is tried.
fn standing(lang: Lang, standing: &Standing, facts: &EntityFacts) -> AnyView {
    if !facts.active {
        return view! {
            <div class="notice danger" role="alert"><p>{lang.t(
                format!("该单位{}，不能以其名义新办。", facts.status),
                format!("Status: {}. Nothing new begins in its name.", facts.status),
            )}</p></div>
        }
        .into_any();
    }
    match standing {
        Standing::May { name, right } => view! {
            <p class="notice success">{lang.t(format!("{name} 在窗口，{right}。"), format!("{name} is at the counter: {right}."))}</p>
        }
        .into_any(),
        Standing::Nobody => view! {
            <p class="notice">{lang.t(
                "要为该单位办事，请再刷来人的身份证：法定代表人、管理员或授权范围内的经办人。",
                "To start something, read the ID card of who came: the legal representative, the administrator or an agent.",
            )}</p>
        }
        .into_any(),
        Standing::MayNot { name } => view! {
            <div class="notice warning" role="alert"><p>{lang.t(
                format!("{name} 没有该单位的授权，不能代为办理。可以办的人：法定代表人 {}{}，或下面列出的经办人。", facts.legal_person, administrator(lang, facts)),
                format!("{name} may not act for it. Who may: the legal representative {}{}, or the agents below.", facts.legal_person, administrator(lang, facts)),
            )}</p></div>
        }
        .into_any(),
    }
}

fn administrator(lang: Lang, facts: &EntityFacts) -> String {
    if facts.administrator.is_empty() {
        return String::new();
    }
    lang.t(
        format!("、管理员 {}", facts.administrator),
        format!(", the administrator {}", facts.administrator),
    )
}

fn facts(lang: Lang, facts: &EntityFacts) -> AnyView {
    let lines = [
        (lang.t("信用代码", "Credit code"), facts.code.clone()),
        (lang.t("登记类别", "Registered as"), facts.registry.clone()),
        (lang.t("成立日期", "Established"), facts.established.clone()),
        (lang.t("住所", "Domicile"), facts.domicile.clone()),
        (lang.t("法定代表人", "Legal rep."), facts.legal_person.clone()),
        (lang.t("管理员", "Administrator"), facts.administrator.clone()),
    ];
    whole::facts(lang, &lines)
}

/// Without somebody who may act, items can only be read about.
fn offers(lang: Lang, start: Startable) -> AnyView {
    let lines = start
        .items
        .into_iter()
        .map(|ItemLine { id, name, meta }| {
            view! {
                <li><a href=format!("/items/{id}")>
                    <span aria-hidden="true">"›"</span>
                    <span class="name">{name}</span>
                    <span class="meta">{meta}</span>
                </a></li>
            }
        })
        .collect_view();
    view! {
        <section class="panel" aria-labelledby="begin">
            <header><h2 id="begin">{lang.t("可以办的事项", "Services for it")}</h2></header>
            <ul class="pick-list">{lines}</ul>
        </section>
    }
    .into_any()
}
