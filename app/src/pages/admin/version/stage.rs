//! Where a version stands.

use crate::lang::Lang;
use leptos::prelude::*;

/// Where a version stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Being written.
    Draft,
    /// Released for a day to come.
    Scheduled,
    /// New cases are filed under it.
    InForce,
    /// No cases are taken for the time being.
    Suspended,
    /// No cases are taken any more.
    Cancelled,
    /// Another one followed.
    Ended,
}

/// It as a tag.
pub(super) fn tag(lang: Lang, stage: Stage) -> AnyView {
    let (class, text) = match stage {
        Stage::Draft => ("tag status-draft", lang.t("草稿", "Draft")),
        Stage::Scheduled => ("tag status-received", lang.t("待实施", "Waiting for its day")),
        Stage::InForce => ("tag status-done", lang.t("实施中", "In force")),
        Stage::Suspended => ("tag status-suspended", lang.t("暂停", "Suspended")),
        Stage::Cancelled => ("tag status-refused", lang.t("已废止", "Cancelled")),
        Stage::Ended => ("tag status-withdrawn", lang.t("已被替代", "Replaced")),
    };
    view! { <span class=class>{text}</span> }.into_any()
}
