//! The keys of the desk: the reader and the shortcuts wake here, and the list can be read without
//! either.

use crate::islands::{DeskKeys, Scanner};
use crate::lang::Lang;
use leptos::prelude::*;

/// The islands of every page at the counter, and the list that `?` unfolds.
pub fn keys(lang: Lang) -> AnyView {
    view! {
        <Scanner/>
        <DeskKeys/>
        {list(lang, desk_keys(lang))}
    }
    .into_any()
}

/// The list of shortcuts, folded until it is wanted.
pub fn list(lang: Lang, keys: Vec<(&'static str, &'static str)>) -> AnyView {
    let lines = keys
        .into_iter()
        .map(|(key, text)| view! { <div><dt><kbd class="kbd">{key}</kbd></dt><dd>{text}</dd></div> })
        .collect_view();
    view! {
        <details class="disclosure no-print" id="shortcuts">
            <summary>{lang.t("快捷键", "Keyboard shortcuts")}" "<kbd class="kbd">"?"</kbd></summary>
            <dl class="shortcuts">{lines}</dl>
        </details>
    }
    .into_any()
}

fn desk_keys(lang: Lang) -> Vec<(&'static str, &'static str)> {
    vec![
        ("Alt K", lang.t("到查找框", "Go to the search field")),
        ("Alt N", lang.t("下一位：清空当前办事人", "Next person: wipe the current one")),
        ("Alt 1 – 9", lang.t("按序号选事项", "Pick a service by its number")),
        ("1 – 9", lang.t("同上，光标不在输入框时", "The same, outside input fields")),
        ("Alt S", lang.t("核对；收件并打印", "Check; take in and print")),
        ("Alt P", lang.t("打印", "Print")),
        ("?", lang.t("展开或收起这张表", "Show or hide this list")),
    ]
}
