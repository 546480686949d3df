//! A question of a form, of any kind, as a field: in a draft, in a correction.

use super::field::{Choices, Field};
use crate::lang::Lang;
use domain::field_error::FieldError;
use domain::intake::{FieldKind, FieldSpec};
use leptos::prelude::*;

/// Places to choose from, under one heading: value and name each.
pub type PlaceGroup = (String, Vec<(String, String)>);

/// A question among others on one page, with the field already named and filled.
pub fn ask(lang: Lang, spec: &FieldSpec, field: Field, places: &[PlaceGroup]) -> AnyView {
    match spec.kind {
        FieldKind::Choice | FieldKind::Yesno => choices(lang, spec, field),
        FieldKind::Multiline => field.textarea("4"),
        FieldKind::Division => place(lang, field, places),
        FieldKind::Money => money(field),
        FieldKind::Text
        | FieldKind::Phone
        | FieldKind::Date
        | FieldKind::Number
        | FieldKind::BankAccount
        | FieldKind::IdNumber
        | FieldKind::CreditCode => field.view(),
    }
}

fn choices(lang: Lang, spec: &FieldSpec, field: Field) -> AnyView {
    Choices {
        lang,
        source: field.source,
        name: field.name,
        legend: field.label,
        hint: field.hint,
        value: field.value,
        options: options_of(lang, spec),
        class: "",
        error: field.error,
    }
    .view()
}

fn place(lang: Lang, field: Field, places: &[PlaceGroup]) -> AnyView {
    let groups = places.iter().map(|group| place_group(group, &field.value)).collect_view();
    let described = described(&field);
    let id = field.name.clone();
    let select = view! {
        <select id=id.clone() name=id aria-describedby=described
            aria-invalid=field.error.is_some().then_some("true")>
            <option value="">{lang.t("请选择", "Choose")}</option>
            {groups}
        </select>
    };
    field.around(select.into_any())
}

/// The question's words in the page's language.
pub fn label_of(lang: Lang, spec: &FieldSpec) -> String {
    lang.pick(&spec.label, &spec.label_en).to_owned()
}

/// The field for a question of any kind, as other pages show it too.
pub fn field_of(lang: Lang, spec: &FieldSpec, value: &str, source: &str, errors: &[FieldError]) -> Field {
    let hint = spec.hint.as_deref().map_or("", |hint| lang.pick(hint, &spec.hint_en));
    let (kind, class, inputmode, autocomplete) = match spec.kind {
        FieldKind::Text
        | FieldKind::Multiline
        | FieldKind::Choice
        | FieldKind::Yesno
        | FieldKind::Division => ("text", "width-full", "text", "off"),
        FieldKind::Phone => ("tel", "width-20", "tel", "tel"),
        FieldKind::Date => ("date", "width-20", "text", "off"),
        FieldKind::Number => ("text", "width-8", "numeric", "off"),
        FieldKind::Money => ("text", "width-12", "decimal", "off"),
        FieldKind::BankAccount => ("text", "width-30 code", "numeric", "off"),
        FieldKind::IdNumber | FieldKind::CreditCode => ("text", "width-20 code", "text", "off"),
    };
    Field {
        kind,
        class,
        inputmode,
        autocomplete,
        optional: !spec.required,
        source: source.to_owned(),
        ..Field::new(lang, &spec.key, &label_of(lang, spec))
    }
    .hint(hint)
    .value(value)
    .errors(errors)
}

/// The choices of a question, 是 and 否 included.
pub fn options_of(lang: Lang, spec: &FieldSpec) -> Vec<(String, String)> {
    match spec.kind {
        FieldKind::Yesno => {
            vec![("yes".into(), lang.t("是", "Yes").into()), ("no".into(), lang.t("否", "No").into())]
        }
        FieldKind::Choice => {
            let text =
                |choice: &domain::intake::Choice| lang.pick(&choice.label, &choice.label_en).to_owned();
            spec.options.iter().map(|choice| (choice.value.clone(), text(choice))).collect()
        }
        FieldKind::Text
        | FieldKind::Multiline
        | FieldKind::Phone
        | FieldKind::Date
        | FieldKind::Number
        | FieldKind::BankAccount
        | FieldKind::Division
        | FieldKind::IdNumber
        | FieldKind::CreditCode
        | FieldKind::Money => Vec::new(),
    }
}

/// A sum with its unit behind it.
pub(crate) fn money(field: Field) -> AnyView {
    let described = described(&field);
    let (name, value) = (field.name.clone(), field.value.trim_start_matches('¥').to_owned());
    let unit = field.lang.t("元", "yuan");
    let input = view! {
        <div class="affix">
            <input id=name.clone() name=name class="width-12" inputmode="decimal" autocomplete="off" value=value
                aria-describedby=described aria-invalid=field.error.is_some().then_some("true")/>
            <span class="unit">{unit}</span>
        </div>
    };
    field.around(input.into_any())
}

/// The ids of hint and error.
pub(crate) fn described(field: &Field) -> Option<String> {
    let ids = [(!field.hint.is_empty(), "hint"), (field.error.is_some(), "error")];
    let ids = ids.into_iter().filter(|(there, _)| *there).map(|(_, part)| format!("{}-{part}", field.name));
    Some(ids.collect::<Vec<_>>().join(" ")).filter(|ids| !ids.is_empty())
}

/// One heading with its places; without a heading, just the places.
pub fn place_group(group: &PlaceGroup, chosen: &str) -> AnyView {
    let (heading, places) = group;
    let options = places.iter().map(|(value, name)| {
        let selected = value == chosen;
        view! { <option value=value.clone() selected=selected>{name.clone()}</option> }
    });
    let options = options.collect_view();
    if heading.is_empty() {
        return options.into_any();
    }
    view! { <optgroup label=heading.clone()>{options}</optgroup> }.into_any()
}
