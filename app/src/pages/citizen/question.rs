//! One question a page.

use super::task_list::saved;
use crate::islands::IdNumberField;
use crate::lang::Lang;
use crate::ui::error_summary::error_summary;
use crate::ui::field::{Field, error, hint};
use crate::ui::question::{described, money, place_group};
use chrono::{DateTime, Utc};
use domain::field_error::FieldError;
use domain::intake::{FieldKind, FieldSpec};
use leptos::prelude::*;

pub use crate::ui::question::{PlaceGroup, field_of, label_of, options_of};

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionPage {
    /// The language.
    pub lang: Lang,
    /// The draft.
    pub id: String,
    /// The item.
    pub item_name: String,
    /// Which question, from 1.
    pub number: usize,
    /// Of how many.
    pub of: usize,
    /// The question.
    pub spec: FieldSpec,
    /// The answer so far, or what is known.
    pub value: String,
    /// Where a known value comes from.
    pub source: String,
    /// Why it cannot be changed here; empty where it can.
    pub fixed: String,
    /// The answer in words.
    pub shown: String,
    /// What is wrong.
    pub errors: Vec<FieldError>,
    /// The page before.
    pub back: String,
    /// The page after, where there is nothing to save.
    pub next: String,
    /// When the draft was last saved.
    pub saved_at: DateTime<Utc>,
    /// For a place: what to choose from.
    pub places: Vec<PlaceGroup>,
    /// For a place chosen step by step: the way so far, address and name each.
    pub way: Vec<(String, String)>,
    /// The place whose parts are offered.
    pub at: String,
    /// The answers are checked first: the way back leads there.
    pub from_check: bool,
}

/// The page.
pub fn question(page: QuestionPage) -> impl IntoView {
    let lang = page.lang;
    if !page.fixed.is_empty() {
        return stated(&page);
    }
    let (number, of) = (page.number, page.of);
    let step = lang.t(format!("第 {number} 步，共 {of} 步"), format!("step {number} of {of}"));
    let action = format!("/drafts/{}/{}", page.id, page.spec.key);
    view! {
        <a class="back-link" href=page.back.clone()>{lang.t("返回", "Back")}</a>
        {error_summary(lang, &page.errors)}
        <p class="caption">{page.item_name.clone()}" · "{step}</p>
        <form method="post" action=action>
            {(!page.at.is_empty()).then(|| view! { <input type="hidden" name="at" value=page.at.clone()/> })}
            {page.from_check.then(|| view! { <input type="hidden" name="from" value="check"/> })}
            {answer(&page)}
            <div class="page-actions">
                <button class="button">{lang.t("保存并继续", "Save and continue")}</button>
                <a class="button secondary" href=format!("/drafts/{}", page.id)>{lang.t("看全部步骤", "All steps")}</a>
            </div>
        </form>
        {saved(lang, page.saved_at)}
    }
    .into_any()
}

/// An answer that a valid certificate fixes: to be read, with where it is corrected.
fn stated(page: &QuestionPage) -> AnyView {
    let lang = page.lang;
    view! {
        <a class="back-link" href=page.back.clone()>{lang.t("返回", "Back")}</a>
        {error_summary(lang, &page.errors)}
        <p class="caption">{page.item_name.clone()}</p>
        <div class="page-head"><h1 id=page.spec.key.clone()>{label_of(lang, &page.spec)}</h1></div>
        <p class="lead">{page.shown.clone()}</p>
        <p class="source">{page.source.clone()}</p>
        <div class="notice"><p>{page.fixed.clone()}</p></div>
        <div class="page-actions">
            <a class="button" href=page.next.clone()>{lang.t("继续", "Continue")}</a>
            <a class="button secondary" href=format!("/drafts/{}", page.id)>{lang.t("看全部步骤", "All steps")}</a>
        </div>
    }
    .into_any()
}

fn answer(page: &QuestionPage) -> AnyView {
    let lang = page.lang;
    let field = field_of(lang, &page.spec, &page.value, &page.source, &page.errors);
    let field = Field { heading: true, ..field };
    match page.spec.kind {
        FieldKind::Choice | FieldKind::Yesno => choices(page),
        FieldKind::Multiline => field.textarea("6"),
        FieldKind::Division => place(page, field),
        FieldKind::IdNumber => view! { {field.view()}<IdNumberField/> }.into_any(),
        FieldKind::Money => money(field),
        FieldKind::Text
        | FieldKind::Phone
        | FieldKind::Date
        | FieldKind::Number
        | FieldKind::BankAccount
        | FieldKind::CreditCode => field.view(),
    }
}

/// One of several answers: each row is a target, the question the page's heading.
fn choices(page: &QuestionPage) -> AnyView {
    let lang = page.lang;
    let field = field_of(lang, &page.spec, &page.value, &page.source, &page.errors);
    let rows = options_of(lang, &page.spec).into_iter().enumerate().map(|(at, (value, text))| {
        let id = if at == 0 { field.name.clone() } else { format!("{}-{at}", field.name) };
        let checked = value == page.value;
        view! {
            <div class="choice">
                <input type="radio" id=id.clone() name=field.name.clone() value=value checked=checked/>
                <label for=id>{text}</label>
            </div>
        }
    });
    let optional =
        field.optional.then(|| view! { " "<span class="optional">{lang.t("选填", "optional")}</span> });
    view! {
        <fieldset class="field choices large" class:invalid=field.error.is_some() aria-describedby=described(&field)>
            <legend><h1>{field.label.clone()}{optional}</h1></legend>
            {hint(&field.name, &field.hint)}
            {error(lang, &field.name, field.error.clone())}
            {rows.collect_view()}
            {(!page.source.is_empty()).then(|| view! { <p class="source">{page.source.clone()}</p> })}
        </fieldset>
    }
    .into_any()
}

/// A place: one list with headings; or level by level, with the way so far above it.
fn place(page: &QuestionPage, field: Field) -> AnyView {
    let lang = page.lang;
    let way = page.way.iter().map(|(href, name)| view! { <li><a href=href.clone()>{name.clone()}</a></li> });
    let way = way.collect_view();
    let described = described(&field);
    let (id, chosen) = (field.name.clone(), page.value.clone());
    let groups = page.places.iter().map(|group| place_group(group, &chosen)).collect_view();
    let empty = lang.t("请选择", "Choose");
    let select = view! {
        <select id=id.clone() name=id aria-describedby=described aria-invalid=field.error.is_some().then_some("true")>
            <option value="">{empty}</option>
            {groups}
        </select>
    };
    view! {
        {(!page.way.is_empty()).then(|| view! {
            <nav class="breadcrumbs" aria-label=lang.t("已选到", "Chosen so far")><ol>{way}</ol></nav>
        })}
        {field.around(select.into_any())}
    }
    .into_any()
}
