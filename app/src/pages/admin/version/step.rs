//! One step in the form, with the buttons that move and remove it.

use super::edit::{checked, days};
use super::{VersionPage, faults};
use crate::ui::field::{Field, error, error_of};
use crate::ui::status::step_kind_name;
use domain::process::StepKind;
use leptos::prelude::*;

pub(super) fn step(page: &VersionPage, at: usize) -> AnyView {
    let (lang, n) = (page.lang, at + 1);
    let field = |part: &str| format!("step-{at}-{part}");
    let kinds = StepKind::ALL.map(|kind| (kind.as_str().to_owned(), step_kind_name(lang, kind).to_owned()));
    let english = checked(page, &field("name_en"), lang.t("英文名称", "Name in English"));
    view! {
        <fieldset id=format!("step-{at}")>
            <legend>{lang.t(format!("环节 {n}"), format!("Step {n}"))}</legend>
            <input type="hidden" name=field("key") value=page.values.get(&field("key")).to_owned()/>
            <div class="form-grid">
                {checked(page, &field("name"), lang.t("名称", "Name")).view()}
                {Field { optional: true, ..english }.view()}
                {checked(page, &field("kind"), lang.t("办理方式", "What is done")).select(kinds.to_vec())}
                {days(page, &field("limit"), lang.t("环节时限（工作日）", "Its own limit, in working days"), "", true)}
            </div>
            {departments(page, at)}
            {after(page, at)}
            {buttons(page, at)}
        </fieldset>
    }
    .into_any()
}

/// What is wrong with a group of boxes.
fn wrong(page: &VersionPage, name: &str) -> Option<String> {
    error_of(page.lang, name, &page.values.errors).or_else(|| faults::at(page, name))
}

/// Boxes of one name: the first has the name itself as its id, so that a link reaches it.
fn boxes(page: &VersionPage, name: &str, options: &[(String, String)]) -> AnyView {
    let chosen: Vec<&str> = page.values.get(name).split_whitespace().collect();
    let one = |(i, (value, text)): (usize, &(String, String))| {
        let id = if i == 0 { name.to_owned() } else { format!("{name}-{i}") };
        let checked = chosen.contains(&value.as_str());
        view! {
            <div class="choice">
                <input type="checkbox" id=id.clone() name=name.to_owned() value=value.clone() checked=checked/>
                <label for=id>{text.clone()}</label>
            </div>
        }
    };
    let boxes = options.iter().enumerate().map(one).collect_view();
    view! { <div class="tick-grid">{boxes}</div> }.into_any()
}

fn departments(page: &VersionPage, at: usize) -> AnyView {
    let lang = page.lang;
    let name = format!("step-{at}-place");
    let wrong = wrong(page, &name);
    let chosen: Vec<&str> = page.values.get(&name).split_whitespace().collect();
    let names = page.departments.iter().filter(|(id, _)| chosen.contains(&id.as_str()));
    let names: Vec<&str> = names.map(|(_, text)| text.as_str()).collect();
    let said = if names.is_empty() {
        lang.t("还没有选", "none yet").to_owned()
    } else {
        names.join(lang.t("、", ", "))
    };
    let open = wrong.is_some() || names.is_empty();
    view! {
        <div class="field choices" class:invalid=wrong.is_some()>
            {error(lang, &name, wrong.clone())}
            <details class="departments" open=open>
                <summary>{lang.t("部门：", "Departments: ")}{said}</summary>
                <div role="group" aria-label=lang.t("办理这个环节的部门", "Departments that do this step")>
                    {boxes(page, &name, &page.departments)}
                </div>
            </details>
        </div>
    }
    .into_any()
}

/// The steps before, to wait for.
fn after(page: &VersionPage, at: usize) -> AnyView {
    let lang = page.lang;
    let name = format!("step-{at}-after");
    let before = |n: usize| {
        let field = |part: &str| page.values.get(&format!("step-{n}-{part}")).to_owned();
        let english = Some(field("name_en"));
        let text = lang.pick(&field("name"), &english).to_owned();
        let number = lang.t(format!("环节 {}", n + 1), format!("Step {}", n + 1));
        (field("key"), if text.trim().is_empty() { number } else { text })
    };
    let options: Vec<(String, String)> = (0..at).map(before).collect();
    if options.is_empty() {
        return view! { <p class="meta">{lang.t("受理后就开始。", "Begins with acceptance.")}</p> }
            .into_any();
    }
    let wrong = wrong(page, &name);
    view! {
        <fieldset class="field choices" class:invalid=wrong.is_some()>
            <legend>{lang.t("在哪些环节之后", "After which steps")}</legend>
            <p class="hint">{lang.t("一个都不选，受理后就开始", "With none, it begins with acceptance")}</p>
            {error(lang, &name, wrong.clone())}
            {boxes(page, &name, &options)}
        </fieldset>
    }
    .into_any()
}

fn buttons(page: &VersionPage, at: usize) -> AnyView {
    let (lang, n) = (page.lang, at + 1);
    let button = |deed: &str, shown: bool, text: &'static str, label: String| {
        let value = format!("{deed}-{at}");
        shown.then(|| {
            view! { <button class="button secondary small" name="do" value=value aria-label=label>{text}</button> }
        })
    };
    let label = |zh: &str, en: &str| lang.t(format!("{zh}环节 {n}"), format!("{en} step {n}"));
    view! {
        <div class="page-actions">
            {button("up", at > 0, lang.t("上移", "Move up"), label("上移", "Move up"))}
            {button("down", n < page.steps, lang.t("下移", "Move down"), label("下移", "Move down"))}
            {button("remove", true, lang.t("删去", "Remove"), label("删去", "Remove"))}
        </div>
    }
    .into_any()
}

/// The button below the last step.
pub(super) fn add(page: &VersionPage) -> AnyView {
    let lang = page.lang;
    view! {
        <div class="page-actions">
            <button class="button secondary" name="do" value="add">{lang.t("增加环节", "Add a step")}</button>
        </div>
    }
    .into_any()
}
