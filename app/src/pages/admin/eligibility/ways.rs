//! Ways through a rule, one a line.

use super::Way;
use crate::lang::Lang;
use crate::ui::panel::panel;
use leptos::prelude::*;

/// Each way with its tests.
pub(super) fn ways(lang: Lang, heading: &str, all: &[Way]) -> AnyView {
    let ways = all.iter().map(|way| {
        let tests = way.iter().map(|test| step(lang, test)).collect_view();
        view! { <li><ul class="way">{tests}</ul></li> }
    });
    if all.is_empty() {
        return panel(heading, view! { <p>{lang.t("没有", "None")}</p> });
    }
    panel(heading, view! { <ol class="ways prose">{ways.collect_view()}</ol> })
}

fn step(lang: Lang, (words, met): &(String, bool)) -> AnyView {
    let (class, mark) = if *met {
        ("tag status-done", lang.t("是", "yes"))
    } else {
        ("tag status-blocked", lang.t("否", "no"))
    };
    view! { <li><span class=class>{mark}</span>" "{words.clone()}</li> }.into_any()
}
