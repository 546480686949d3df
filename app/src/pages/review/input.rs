//! The inputs of the forms in the pane, their ids the form's own: a page holds many forms.

use super::form::Form;
use crate::ui::field::{Field, error, error_of};
use leptos::prelude::*;

/// A text whose id is the form's own; its name stays the field's.
pub(super) fn unique(field: Field, form: &str, rows: u8) -> AnyView {
    let (name, id) = (field.name.clone(), id(&field, form));
    let (invalid, described) = (field.error.is_some().then_some("true"), described(&field, &id));
    let value = field.value.clone();
    let text = view! {
        <textarea id=id.clone() name=name rows=rows class="width-full" aria-invalid=invalid aria-describedby=described>
            {value}
        </textarea>
    };
    Field { name: id, ..field }.around(text.into_any())
}

/// One line; its kind and width are the field's.
pub(super) fn line(field: Field, form: &str) -> AnyView {
    let (name, id) = (field.name.clone(), id(&field, form));
    let (invalid, described) = (field.error.is_some().then_some("true"), described(&field, &id));
    let (value, kind, class) = (field.value.clone(), field.kind, field.class);
    let input = view! {
        <input id=id.clone() name=name type=kind class=class value=value autocomplete="off"
            aria-invalid=invalid aria-describedby=described/>
    };
    Field { name: id, ..field }.around(input.into_any())
}

/// A list to choose from: values with their texts.
pub(super) fn select(field: Field, form: &str, options: Vec<(String, String)>) -> AnyView {
    let (name, id) = (field.name.clone(), id(&field, form));
    let (invalid, described) = (field.error.is_some().then_some("true"), described(&field, &id));
    let chosen = field.value.clone();
    let option = |(value, text): (String, String)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{text}</option> }
    };
    let options = options.into_iter().map(option).collect_view();
    let input = view! {
        <select id=id.clone() name=name class="width-full" aria-invalid=invalid aria-describedby=described>
            {options}
        </select>
    };
    Field { name: id, ..field }.around(input.into_any())
}

/// One answer of several, each in full view.
pub(super) fn choose(
    form: &Form<'_>,
    name: &'static str,
    legend: &str,
    options: Vec<(&'static str, &'static str)>,
) -> AnyView {
    let wrong = form.is_typed().then(|| error_of(form.lang, name, &form.case.errors)).flatten();
    let invalid = wrong.is_some();
    let option = |(at, (value, text)): (usize, (&'static str, &'static str))| {
        let id = if invalid && at == 0 { name.to_owned() } else { format!("{}-{name}-{at}", form.name) };
        let checked = form.ticked(name, value, false);
        view! {
            <div class="choice">
                <input type="radio" id=id.clone() name=name value=value checked=checked/>
                <label for=id>{text}</label>
            </div>
        }
    };
    let options = options.into_iter().enumerate().map(option).collect_view();
    view! {
        <fieldset class="field choices inline" class:invalid=invalid>
            <legend>{legend.to_owned()}</legend>
            {error(form.lang, name, wrong)}
            {options}
        </fieldset>
    }
    .into_any()
}

/// A box to tick. What must be ticked says so to the browser too.
pub(super) fn tick(form: &Form<'_>, name: &'static str, label: String, must: bool) -> AnyView {
    let wrong = form.is_typed().then(|| error_of(form.lang, name, &form.case.errors)).flatten();
    let id = if wrong.is_some() { name.to_owned() } else { format!("{}-{name}", form.name) };
    let (invalid, checked) = (wrong.is_some(), form.ticked(name, "yes", false));
    view! {
        <div class="field choices" class:invalid=invalid>
            {error(form.lang, name, wrong)}
            <div class="choice">
                <input type="checkbox" id=id.clone() name=name value="yes" checked=checked required=must/>
                <label for=id>{label}</label>
            </div>
        </div>
    }
    .into_any()
}

/// The tick without which what cannot be undone is not done.
pub(super) fn confirm(form: &Form<'_>) -> AnyView {
    tick(form, "confirm", form.confirm.to_owned(), true)
}

/// Files to be put to it, and those that a try before has brought.
pub(super) fn files(form: &Form<'_>) -> AnyView {
    let lang = form.lang;
    let wrong = form.is_typed().then(|| error_of(lang, "file", &form.case.errors)).flatten();
    let id = if wrong.is_some() { "file".to_owned() } else { format!("{}-file", form.name) };
    let invalid = wrong.is_some();
    let kept = if form.is_typed() { form.case.typed.files.clone() } else { Vec::new() };
    let kept = kept.into_iter().map(|(key, file)| {
        let id = format!("kept-{key}");
        view! {
            <div class="choice">
                <input type="checkbox" id=id.clone() name="upload" value=key checked/>
                <label for=id>{file.name}" "<span class="size">{file.size}</span></label>
            </div>
        }
    });
    let kept = kept.collect_view();
    view! {
        <div class="field attach" class:invalid=invalid>
            <label for=id.clone()>
                {lang.t("附件", "Attachments")}" "<span class="optional">{lang.t("选填", "optional")}</span>
            </label>
            {error(lang, "file", wrong)}
            <input type="file" id=id name="file" multiple accept="image/*,application/pdf,.ofd"/>
            {kept}
        </div>
    }
    .into_any()
}

/// The field that is wrong keeps the plain id, so that the summary's link reaches it.
fn id(field: &Field, form: &str) -> String {
    if field.error.is_some() { field.name.clone() } else { format!("{form}-{}", field.name) }
}

fn described(field: &Field, id: &str) -> Option<String> {
    let parts = [(!field.hint.is_empty()).then_some("hint"), field.error.is_some().then_some("error")];
    let ids: Vec<String> = parts.into_iter().flatten().map(|part| format!("{id}-{part}")).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}
