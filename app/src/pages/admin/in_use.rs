//! Whether something is in use: as a tag, and the button that changes it.

use crate::lang::Lang;
use crate::ui::panel::panel;
use leptos::prelude::*;

/// In use, or not.
pub(super) fn active_tag(lang: Lang, active: bool) -> AnyView {
    if active {
        view! { <span class="tag status-done">{lang.t("在用", "In use")}</span> }.into_any()
    } else {
        view! { <span class="tag status-blocked">{lang.t("停用", "Out of use")}</span> }.into_any()
    }
}

/// The button that takes something out of use, or back into it.
pub(super) fn active_switch(lang: Lang, action: String, active: bool, explains: &str) -> AnyView {
    let explains = explains.to_owned();
    let (class, text, value) = if active {
        ("button danger", lang.t("停用", "Take out of use"), "false")
    } else {
        ("button secondary", lang.t("重新启用", "Put back in use"), "true")
    };
    view! {
        <form method="post" action=action>
            <p>{explains}</p>
            <div class="page-actions"><button class=class name="active" value=value>{text}</button></div>
        </form>
    }
    .into_any()
}

/// The button in a box beside a form.
pub(super) fn active_aside(lang: Lang, action: String, active: bool, explains: &str) -> AnyView {
    let state = lang.t("状态", "State");
    view! {
        <aside class="aside" aria-label=state>
            {panel(state, active_switch(lang, action, active, explains))}
        </aside>
    }
    .into_any()
}
