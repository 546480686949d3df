//! The frame of every form that changes one thing: the way back, what is wrong, the fields, and
//! beside them what else can be done with it.

use crate::lang::Lang;
use crate::ui::error_summary::error_summary;
use domain::field_error::FieldError;
use leptos::prelude::*;

/// What the frames differ in.
pub(super) struct EditForm<'a> {
    /// The language.
    pub lang: Lang,
    /// The list that the thing stands in.
    pub back: String,
    /// The way back, in words.
    pub back_text: String,
    /// Where the form is sent.
    pub action: String,
    /// What the button says.
    pub save: &'static str,
    /// What is wrong with the fields.
    pub errors: &'a [FieldError],
}

/// Where the form of a thing is sent: a new one to its list, a known one to itself.
pub(super) fn action(list: &str, id: Option<&String>) -> String {
    id.map_or_else(|| list.to_owned(), |id| format!("{list}/{id}"))
}

impl EditForm<'_> {
    /// The frame around heading, fields and what stands beside them.
    pub(super) fn around(
        self,
        heading: impl IntoView + 'static,
        fields: impl IntoView + 'static,
        beside: impl IntoView + 'static,
    ) -> AnyView {
        let lang = self.lang;
        view! {
            <a class="back-link" href=self.back.clone()>{self.back_text}</a>
            {error_summary(lang, self.errors)}
            {heading}
            <div class="with-aside">
                <form class="edit-form body" method="post" action=self.action autocomplete="off">
                    {fields}
                    <div class="page-actions">
                        <button class="button">{self.save}</button>
                        <a class="button secondary" href=self.back>{lang.t("不保存", "Cancel")}</a>
                    </div>
                </form>
                {beside}
            </div>
        }
        .into_any()
    }
}

/// Fields that belong together, in as many columns as fit.
pub(super) fn field_group(legend: &'static str, fields: impl IntoView + 'static) -> AnyView {
    view! {
        <fieldset>
            <legend>{legend}</legend>
            <div class="form-grid">{fields}</div>
        </fieldset>
    }
    .into_any()
}
