//! What the dates of a case filed today would be.

use super::{VersionPage, words};
use crate::ui::panel::panel as boxed;
use chrono::NaiveDate;
use leptos::prelude::*;

/// One date, or span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewLine {
    /// What.
    pub name: String,
    /// From when; none where it is one day.
    pub from: Option<NaiveDate>,
    /// Until when at the latest; none where there is no limit.
    pub until: Option<NaiveDate>,
}

pub(super) fn panel(page: &VersionPage) -> AnyView {
    let lang = page.lang;
    let line = |line: &PreviewLine| {
        let day = |day: NaiveDate| lang.day(day);
        let until = line.until.map_or_else(|| lang.t("不限时", "no limit").to_owned(), day);
        let text = match line.from.map(day) {
            Some(from) => lang.t(format!("{from} 至 {until}"), format!("{from} to {until}")),
            None => until,
        };
        view! { <div><dt>{words::named(lang, &line.name)}</dt><dd>{text}</dd></div> }
    };
    let lines = page.preview.iter().map(line).collect_view();
    let body = view! {
        <dl class="facts-list">{lines}</dl>
        <p class="meta">{lang.t("按今天提交、今天受理，各环节用满时限计算。", "As if it were filed and accepted today, and every step took all its time.")}</p>
    };
    boxed(lang.t("今天提交的办件", "A case filed today"), body)
}
