//! The last look before the case is taken in.

use super::intake_outcome::{Outcome, outcome};
use super::person::{PersonFacts, sex_and_age};
use super::shortcuts;
use crate::lang::Lang;
use crate::ui::automatic::{Foreseen, person_tick};
use leptos::prelude::*;

/// The page.
#[derive(Clone, Debug)]
pub struct CheckPage {
    /// The language.
    pub lang: Lang,
    /// Where the intake is changed, and where it is sent from.
    pub address: String,
    /// The item's name.
    pub item: String,
    /// Who applies.
    pub who: PersonFacts,
    /// Questions with answers as people read them.
    pub answers: Vec<(String, String)>,
    /// Materials with how each came.
    pub materials: Vec<(String, String)>,
    /// What will happen.
    pub outcome: Outcome,
}

/// The view. Nothing here can be typed into, and no button has the focus: a card read at this
/// moment takes nothing in.
pub fn check(page: CheckPage) -> AnyView {
    let lang = page.lang;
    let who = format!("{}{} {}", page.who.name, sex_and_age(lang, &page.who), page.who.masked_number);
    let missing = page.outcome.missing.len();
    let by_rule = page.outcome.by_rule.clone();
    view! {
        <div class="page-head">
            <h1 tabindex="-1" autofocus>{lang.t("核对后收件：", "Check, then take in: ")}{page.item}</h1>
            <p class="lead">{who}</p>
        </div>
        <div class="columns-3">
            {answers(lang, lang.t("申请表", "Form"), page.answers)}
            {answers(lang, lang.t("材料", "Materials"), page.materials)}
            {outcome(lang, page.outcome)}
        </div>
        {actions(lang, page.address, missing, by_rule.as_ref())}
        {shortcuts::keys(lang)}
    }
    .into_any()
}

fn answers(lang: Lang, title: &'static str, lines: Vec<(String, String)>) -> AnyView {
    let empty = lang.t("未填", "empty");
    let lines = lines
        .into_iter()
        .map(|(name, value)| {
            let value = if value.is_empty() { empty.to_owned() } else { value };
            view! { <div><dt>{name}</dt><dd>{value}</dd></div> }
        })
        .collect_view();
    view! {
        <section class="panel"><header><h2>{title}</h2></header><dl class="facts-list wide-terms">{lines}</dl></section>
    }
    .into_any()
}

fn actions(lang: Lang, address: String, missing: usize, by_rule: Option<&Foreseen>) -> AnyView {
    let text = if missing == 0 {
        lang.t("收件并打印凭证", "Take in and print the receipt")
    } else {
        lang.t("材料不齐，仍然收件", "Take in with materials missing")
    };
    let back = address.clone();
    view! {
        <form class="desk-actions" method="post" action=address enctype="multipart/form-data">
            {by_rule.map(|seen| person_tick(lang, seen))}
            <button class="button" name="then" value="submit" accesskey="s">
                {text}" "<kbd class="kbd">"Alt S"</kbd>
            </button>
            <a class="button secondary" href=back accesskey="b">
                {lang.t("返回修改", "Back to change")}" "<kbd class="kbd">"Alt B"</kbd>
            </a>
        </form>
    }
    .into_any()
}
