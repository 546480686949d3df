//! The figures that move while the page is open: one set of keys and texts for page and stream.

use super::measure::Measure;
use super::rate::Rate;
use crate::lang::Lang;
use crate::ui::ratio::{grouped, half, percent};
use domain::indicator::{Figures, Ratio};
use leptos::prelude::*;

/// The key of the median.
pub const MEDIAN: &str = "median";

/// Every live value: its key and its text; a dash where there is nothing to divide by.
pub fn values(figures: &Figures) -> Vec<(&'static str, String)> {
    let counts = Measure::ALL.map(|measure| (measure.as_str(), grouped(measure.of(figures))));
    let rates = Rate::ALL.map(|rate| (rate.as_str(), or_dash(percent(rate.of(figures)))));
    let sides = Rate::ALL.map(|rate| (sides_key(rate), sides(rate.of(figures))));
    let median = (MEDIAN, or_dash(figures.median_working_days().map(half)));
    counts.into_iter().chain(rates).chain(sides).chain([median]).collect()
}

/// The key of the two sides of a rate.
pub(super) fn sides_key(rate: Rate) -> &'static str {
    match rate {
        Rate::Completion => "completion_rate.of",
        Rate::OnTime => "on_time_rate.of",
        Rate::Early => "early_rate.of",
        Rate::Overdue => "overdue_rate.of",
        Rate::Late => "late_rate.of",
        Rate::Reopened => "reopen_rate.of",
        Rate::Correction => "correction_rate.of",
        Rate::Refusal => "refusal_rate.of",
        Rate::Returned => "return_rate.of",
    }
}

/// Both sides of a rate: `1,100 ÷ 1,200`; a dash where there is nothing to divide by.
pub(super) fn sides(Ratio { numerator, denominator }: Ratio) -> String {
    if denominator == 0 {
        return "—".to_owned();
    }
    format!("{} ÷ {}", grouped(numerator), grouped(denominator))
}

/// A live value: of a group, or of all.
pub(super) fn place(name: &str, group: Option<&str>, text: String) -> AnyView {
    let key = group.map_or_else(|| name.to_owned(), |group| format!("{name}@{group}"));
    view! { <span data-live=key>{text}</span> }.into_any()
}

fn or_dash(text: Option<String>) -> String {
    text.unwrap_or_else(|| "—".to_owned())
}

/// Where the script says how the line stands; empty without it.
pub(super) fn state(lang: Lang) -> AnyView {
    let on = lang.t("数字随办件实时变动", "Figures move as cases do");
    let lost = lang.t("与服务器的连接断了，数字停在 {}", "The line is lost; figures are those of {}");
    let over = lang.t("会话已结束，数字不再更新", "Your session has ended; figures stand still");
    view! {
        <p class="live-state meta no-print" role="status" data-live-state="" data-live-on=on data-live-lost=lost data-live-over=over></p>
    }
    .into_any()
}
