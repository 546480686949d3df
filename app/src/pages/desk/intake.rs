//! The intake on one screen: applicant, materials, form, and what will happen.

use super::intake_materials::{MaterialRow, materials};
use super::intake_outcome::{Outcome, outcome};
use super::intake_questions::{Question, questions};
use super::person::{PersonFacts, sex_and_age};
use super::places::PlaceGroup;
use super::shortcuts;
use crate::lang::Lang;
use crate::ui::error_summary::named_error_summary;
use crate::ui::field::Choices;
use domain::field_error::FieldError;
use leptos::prelude::*;

/// The page.
#[derive(Clone, Debug)]
pub struct IntakePage {
    /// The language.
    pub lang: Lang,
    /// Where the form is posted.
    pub address: String,
    /// The item's name.
    pub item: String,
    /// Department, limit and fee, short.
    pub meta: String,
    /// The situations of the item, values with names; empty where it has none.
    pub situations: Vec<(String, String)>,
    /// The chosen situation.
    pub situation: String,
    /// Who applies.
    pub who: PersonFacts,
    /// The questions with what is known.
    pub questions: Vec<Question>,
    /// The materials with how each came.
    pub materials: Vec<MaterialRow>,
    /// What will happen if it is taken in now.
    pub outcome: Outcome,
    /// Places to choose from.
    pub places: Vec<PlaceGroup>,
    /// When it was saved last, as text.
    pub saved: String,
    /// What is wrong.
    pub errors: Vec<FieldError>,
    /// A file that was not taken, and why.
    pub refused_file: Option<String>,
}

/// What a field of the form is called.
fn label<'a>(page: &'a IntakePage, key: &str) -> &'a str {
    let asked = page.questions.iter().find(|question| question.spec.key == key);
    asked.map_or("", |asked| page.lang.pick(&asked.spec.label, &asked.spec.label_en))
}

/// The view.
pub fn intake(page: IntakePage) -> AnyView {
    let lang = page.lang;
    let focus = page.errors.is_empty() && page.refused_file.is_none();
    let summary = named_error_summary(lang, &page.errors, |key| label(&page, key));
    view! {
        {summary}
        {page.refused_file.clone().map(refused_file)}
        <div class="person-head"><h1>{page.item.clone()}</h1><p class="meta">{page.meta.clone()}</p></div>
        <form id="intake" method="post" action=page.address.clone() enctype="multipart/form-data">
            // The first button is what Enter presses: it checks, and takes nothing in.
            <button class="visually-hidden" name="then" value="check" tabindex="-1" aria-hidden="true"></button>
            // A card read here saves what is typed before it goes anywhere else.
            <input type="hidden" id="intake-scan" name="scan"/>
            <div class="intake">
                {applicant(&page)}
                {materials(lang, page.materials, &page.errors)}
                {questions(lang, page.questions, &page.places, &page.errors, focus)}
                {outcome(lang, page.outcome)}
            </div>
            {actions(lang, page.saved)}
        </form>
        {shortcuts::keys(lang)}
    }
    .into_any()
}

fn refused_file(text: String) -> AnyView {
    view! { <div class="notice danger" role="alert" tabindex="-1" autofocus><p>{text}</p></div> }.into_any()
}

fn applicant(page: &IntakePage) -> AnyView {
    let lang = page.lang;
    let who = &page.who;
    view! {
        <section class="panel who" aria-labelledby="who">
            <header>
                <h2 id="who">{lang.t("申请人", "Applicant")}</h2>
                <a class="aside" href="/desk/person">{lang.t("返回办事人", "Back to the person")}</a>
            </header>
            <dl class="facts-list">
                <div><dt>{lang.t("姓名", "Name")}</dt><dd>{who.name.clone()}{sex_and_age(lang, who)}</dd></div>
                <div>
                    <dt>{lang.t("身份证号", "ID number")}</dt>
                    <dd><span class="id-number">{who.masked_number.clone()}</span></dd>
                </div>
            </dl>
            {situation(page)}
        </section>
    }
    .into_any()
}

fn situation(page: &IntakePage) -> Option<AnyView> {
    let lang = page.lang;
    (!page.situations.is_empty()).then(|| {
        Choices {
            source: String::new(),
            lang,
            name: "situation".into(),
            legend: lang.t("办理情形", "Situation").into(),
            hint: String::new(),
            value: page.situation.clone(),
            options: page.situations.clone(),
            class: "inline",
            error: crate::ui::field::error_of(lang, "situation", &page.errors),
        }
        .view()
    })
}

fn actions(lang: Lang, saved: String) -> AnyView {
    view! {
        <div class="desk-actions">
            <button class="button" name="then" value="check" accesskey="s">
                {lang.t("核对", "Check")}" "<kbd class="kbd">"Alt S"</kbd>
            </button>
            <button class="button secondary" name="then" value="save" accesskey="u">
                {lang.t("保存并重算", "Save and recompute")}" "<kbd class="kbd">"Alt U"</kbd>
            </button>
            <button class="link" name="then" value="discard">{lang.t("不办了，删掉", "Discard")}</button>
            <span class="meta push">{saved}</span>
        </div>
    }
    .into_any()
}
