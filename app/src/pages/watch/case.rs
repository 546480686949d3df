//! What watch knows of one case, below its history: alerts, and the notes of supervision.

use super::alerts::{AlertLine, state};
use super::notes::{NoteLine, notes};
use crate::lang::Lang;
use crate::pages::admin::values::Values;
use crate::ui::panel::panel;
use crate::ui::watch::card;
use leptos::prelude::*;

/// The part of the page.
pub fn of_case(lang: Lang, number: &str, alerts: &[AlertLine], written: &[NoteLine]) -> AnyView {
    let line = |line: &AlertLine| {
        let href = format!("/supervise/watch/{}", line.id);
        view! {
            <li>
                {card(lang, line.card)}" "<a href=href>{line.rule.clone()}</a>" · "{state(lang, line)}
                <p>{line.seen.clone()}" "<a href=format!("#event-{}", line.seq)>{lang.t("看这一步", "See the event")}</a></p>
            </li>
        }
    };
    let lines = alerts.iter().map(line).collect_view();
    let list = (!alerts.is_empty()).then(|| panel(lang.t("监察提醒", "Alerts"), view! { <ul>{lines}</ul> }));
    let action = format!("/supervise/cases/{number}/note");
    view! { {list}{notes(lang, &action, written, &Values::default())} }.into_any()
}
