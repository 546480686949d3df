//! The checklist: what to bring, and what stays at home.

use crate::lang::Lang;
use leptos::prelude::*;

/// Whether something has to be brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// 要带.
    Bring,
    /// 有就带: helps, but the case goes on without it.
    Helps,
    /// 不用带.
    Spared,
}

/// One material.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToBring {
    /// Its name.
    pub name: String,
    /// Whether it has to be brought.
    pub way: Way,
    /// Where it comes from, or where one gets it.
    pub detail: String,
}

/// The three lists; one that is empty is not shown, but that nothing has to be brought is said.
pub(super) fn checklist(lang: Lang, all: &[ToBring]) -> AnyView {
    let list = |way: Way, title: &'static str, class: &'static str| {
        let lines: Vec<_> = all.iter().filter(|one| one.way == way).map(|one| line(one, class)).collect();
        let count = lang.t(format!("（{} 样）", lines.len()), format!(" ({})", lines.len()));
        (!lines.is_empty()).then(|| {
            view! { <h3 class="checklist-title">{title}{count}</h3><ul class="material-list checklist">{lines}</ul> }
        })
    };
    let nothing = all.iter().all(|one| one.way != Way::Bring).then(|| {
        view! { <p class="lead">{lang.t("什么都不用带，带上身份证核对本人就行。", "Bring nothing but your identity card, to show who you are.")}</p> }
    });
    view! {
        <section class="section" aria-labelledby="bring">
            <h2 id="bring">{lang.t("要带的材料", "What to bring")}</h2>
            {nothing}
            {list(Way::Bring, lang.t("要带", "To bring"), "original")}
            {list(Way::Helps, lang.t("有就带", "If you have it"), "photo")}
            {list(Way::Spared, lang.t("不用带", "Nothing to bring"), "have")}
        </section>
    }
    .into_any()
}

fn line(one: &ToBring, class: &'static str) -> AnyView {
    let detail = (!one.detail.is_empty()).then(|| view! { <p class="detail">{one.detail.clone()}</p> });
    view! { <li class=format!("material-card {class}")><h4>{one.name.clone()}</h4>{detail}</li> }.into_any()
}
