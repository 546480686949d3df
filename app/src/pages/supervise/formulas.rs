//! What each column counts and how each rate is calculated.

use super::measure::{Measure, Told as _};
use super::rate::Rate;
use crate::lang::Lang;
use leptos::prelude::*;

pub(super) fn formulas(lang: Lang) -> AnyView {
    let counts = Measure::ALL.map(|measure| (measure.name(lang), measure.meaning(lang).to_owned()));
    let rates = Rate::ALL.map(|rate| {
        let (over, under) = rate.sides(lang);
        (rate.name(lang), format!("{over} ÷ {under}{}{}", lang.t("。", ". "), rate.why(lang)))
    });
    let median = lang.t(
        "从受理次日到决定日的工作日数，扣除暂停，取中位数",
        "working days from the day after acceptance to the decision, without suspension: the median",
    );
    let median = (lang.t("中位（工作日）", "Median (working days)"), median.to_owned());
    let lines = counts.into_iter().chain(rates).chain([median]).map(|(name, meaning)| {
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
