//! What each column counts and how each rate is calculated.

use super::measure::Measure;
use crate::lang::Lang;
use leptos::prelude::*;

pub(super) fn formulas(lang: Lang) -> AnyView {
    let counts = Measure::ALL.map(|measure| (measure.name(lang), measure.meaning(lang)));
    let rates = [
        (
            lang.t("办结率", "Completion rate"),
            lang.t("办结 ÷ 受理，都是本期的", "closed ÷ accepted, both of the period"),
        ),
        (lang.t("按时率", "On-time rate"), lang.t("按时办结 ÷ 办结", "closed on time ÷ closed")),
        (
            lang.t("中位（工作日）", "Median (working days)"),
            lang.t(
                "从受理次日到决定日的工作日数，扣除暂停，取中位数",
                "working days from the day after acceptance to the decision, without suspension: the median",
            ),
        ),
    ];
    let lines = counts.into_iter().chain(rates).map(|(name, meaning)| {
        view! { <div><dt>{name}</dt><dd>{meaning}</dd></div> }
    });
    view! {
        <details class="disclosure formula">
            <summary>{lang.t("各列怎么算", "How each column is calculated")}</summary>
            <dl class="facts-list wide-terms">{lines.collect_view()}</dl>
        </details>
    }
    .into_any()
}
