//! The line above a list that narrows it.

use crate::lang::Lang;
use crate::ui::field::Field;
use leptos::prelude::*;

/// The fields with their button. They stand in the address, so that a list can be come back to.
pub(super) fn filters(lang: Lang, action: &'static str, fields: impl IntoView + 'static) -> AnyView {
    let filter = lang.t("筛选", "Filter");
    view! {
        <form class="toolbar" method="get" action=action aria-label=filter>
            {fields}
            <button class="button small secondary">{filter}</button>
        </form>
    }
    .into_any()
}

/// One of several, or all.
pub(super) fn choice(
    lang: Lang,
    name: &str,
    label: &str,
    chosen: &str,
    options: impl IntoIterator<Item = (String, String)>,
) -> AnyView {
    let all = (String::new(), lang.t("全部", "All").to_owned());
    let options = std::iter::once(all).chain(options).collect();
    Field::new(lang, name, label).value(chosen).select(options)
}

/// Words, or a day: `kind` is the `type` of the input.
pub(super) fn line(
    lang: Lang,
    kind: &'static str,
    class: &'static str,
    (name, label): (&str, &str),
    value: &str,
) -> AnyView {
    let field = Field::new(lang, name, label).value(value);
    Field { kind, class, ..field }.view()
}
