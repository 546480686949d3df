//! 一次性告知: everything that is missing or wrong, told once and in full (行政许可法 art. 32 (4)), each
//! to the very answer or material.

use super::form::Form;
use super::input::unique;
use super::pane::{Answer, PaneMaterial};
use crate::ui::field::error_of;
use leptos::prelude::*;

/// Tick boxes with a line of words each, and free lines for all else.
pub(super) fn corrections(form: Form<'_>) -> AnyView {
    let lang = form.lang;
    let wrong = form.is_typed().then(|| error_of(lang, "list", &form.case.errors)).flatten();
    let materials = form.case.materials.iter().enumerate().map(|(at, one)| material(&form, at, one));
    let answers = form.case.answers.iter().enumerate().map(|(at, one)| answer(&form, at, one));
    let mut field = form.field("list", lang.t("其他要补正的，一行一项", "Anything else, one a line"), "");
    field.hint = once(&form);
    field.error = wrong;
    let fields = view! {
        {again(&form)}
        <fieldset class="field choices marks">
            <legend>{lang.t("要补的材料", "Materials to hand in")}</legend>
            {materials.collect_view()}
        </fieldset>
        <fieldset class="field choices marks">
            <legend>{lang.t("要改的填写内容", "Answers to be put right")}</legend>
            {answers.collect_view()}
        </fieldset>
        {unique(field, form.name, 3)}
    };
    form.view(fields.into_any())
}

fn material(form: &Form<'_>, at: usize, material: &PaneMaterial) -> AnyView {
    let (lang, name) = (form.lang, &material.name);
    let words = if material.missing {
        lang.t(format!("请补交：{name}"), format!("Please hand in: {name}"))
    } else {
        lang.t(format!("请重新提交：{name}"), format!("Please hand in again: {name}"))
    };
    let target = material.material.map_or_else(|| format!("words:{name}"), |id| format!("material:{id}"));
    let ticked = material.missing && material.required;
    mark(form, &format!("m{at}"), target, name.clone(), words, ticked)
}

fn answer(form: &Form<'_>, at: usize, answer: &Answer) -> AnyView {
    let (lang, label) = (form.lang, &answer.label);
    let words = lang.t(format!("请更正：{label}"), format!("Please correct: {label}"));
    let shown = format!("{label}{}{}", lang.t("：", ": "), answer.value);
    mark(form, &format!("a{at}"), format!("answer:{}", answer.key), shown, words, false)
}

/// A box, and the words that the applicant reads; the line shows once the box is ticked.
fn mark(form: &Form<'_>, at: &str, target: String, label: String, words: String, ticked: bool) -> AnyView {
    let name = format!("words:{target}");
    let (id, words_id) = (format!("mark-{at}"), format!("words-{at}"));
    let ticked = form.ticked("mark", &target, ticked);
    let words = form.value(&name, &words);
    let asked = form.lang.t(format!("告诉申请人：{label}"), format!("Words for the applicant: {label}"));
    view! {
        <div class="mark">
            <div class="choice">
                <input type="checkbox" id=id.clone() name="mark" value=target checked=ticked/>
                <label for=id>{label}</label>
            </div>
            <input class="words width-full" id=words_id name=name value=words aria-label=asked autocomplete="off"/>
        </div>
    }
    .into_any()
}

/// A second request is no secret: who makes it knows what follows.
fn again(form: &Form<'_>) -> Option<AnyView> {
    let (lang, before) = (form.lang, form.case.offers.asked_before);
    let title = lang.t(
        format!("这件办件已经告知过 {before} 次补正"),
        format!("Corrections were asked for {before} times before"),
    );
    let why = lang.t(
        "第一次就能告知的内容，现在再告知，会记为重复补正并提示监察（行政许可法第 32 条第 4 项）。申请人这次新交的内容引出的问题不算。",
        "What could have been told the first time and is told now is flagged to supervision (art. 32 (4)). What only the last answer brought up is not.",
    );
    (before > 0).then(|| {
        view! { <div class="notice warning"><p class="title">{title}</p><p>{why}</p></div> }.into_any()
    })
}

fn once(form: &Form<'_>) -> String {
    let (lang, days) = (form.lang, form.case.offers.reply);
    let clock = if form.case.offers.pauses {
        lang.t("期间受理期限暂停", "the receipt clock pauses meanwhile")
    } else {
        lang.t("补齐后重新起算", "the clock then starts anew")
    };
    lang.t(
        format!("一次写全。申请人有 {days} 个工作日补齐，{clock}。"),
        format!("Write everything at once. The applicant has {days} working days; {clock}."),
    )
}
