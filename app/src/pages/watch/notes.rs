//! A supervisor's notes, and the field to write one.

use super::button;
use crate::lang::Lang;
use crate::pages::admin::values::Values;
use crate::ui::panel::panel;
use chrono::{DateTime, Utc};
use leptos::prelude::*;

/// A note.
#[derive(Clone, Debug)]
pub struct NoteLine {
    /// What it says.
    pub words: String,
    /// Whose it is.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// The notes, with a form that is sent to `action`.
pub fn notes(lang: Lang, action: &str, notes: &[NoteLine], values: &Values) -> AnyView {
    let line = |note: &NoteLine| {
        let (at, told) = (note.at.to_rfc3339(), lang.moment(note.at));
        view! {
            <li class="done">
                <p class="when"><time datetime=at>{told}</time>" · "{note.author.clone()}</p>
                <p>{note.words.clone()}</p>
            </li>
        }
    };
    let lines = notes.iter().map(line).collect_view();
    let list = (!notes.is_empty()).then(|| view! { <ol class="timeline">{lines}</ol> });
    let hint = lang.t("只有监察人员看得到。", "Only supervision reads it.");
    let body = view! {
        {list}
        <form class="no-print" method="post" action=action.to_owned()>
            {values.field(lang, "note", lang.t("备注", "Note")).hint(hint).textarea("2")}
            {button(lang.t("记下", "Write it down"), "button secondary")}
        </form>
    };
    panel(lang.t("监察备注", "Notes of supervision"), body)
}
