//! What a certificate says for itself: its state today, and its term.

use super::evidence::unfit_words;
use crate::lang::Lang;
use chrono::NaiveDate;
use domain::certificate::{Standing, Unfit};
use leptos::prelude::*;

/// Days before the end of its term from which on its holder is told to renew it.
pub const ENDING: i64 = 60;

/// Whether it may be relied on today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// For long.
    Good,
    /// For so many more days only; 0 is the last.
    Ending(i64),
    /// No, and why.
    Unfit(Unfit),
}

impl State {
    /// The state on a day.
    pub fn of(standing: &Standing, today: NaiveDate) -> Self {
        match (standing.fit(today), standing.days_left(today)) {
            (Err(why), _) => Self::Unfit(why),
            (Ok(()), Some(days)) if days <= ENDING => Self::Ending(days),
            (Ok(()), _) => Self::Good,
        }
    }

    /// Whether it may be shown and copied.
    pub fn is_fit(self) -> bool {
        !matches!(self, Self::Unfit(_))
    }
}

/// The state in words.
pub fn state_words(lang: Lang, state: State) -> String {
    match state {
        State::Good => lang.t("有效", "Valid").to_owned(),
        State::Ending(0) => lang.t("今天到期", "Ends today").to_owned(),
        State::Ending(1) => lang.t("还有 1 天到期", "Ends tomorrow").to_owned(),
        State::Ending(days) => lang.t(format!("还有 {days} 天到期"), format!("Ends in {days} days")),
        State::Unfit(why) => capital(unfit_words(lang, why)),
    }
}

fn capital(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}

/// The state as a tag.
pub fn state_tag(lang: Lang, state: State) -> AnyView {
    let class = match state {
        State::Good => "tag status-granted",
        State::Ending(_) => "tag status-todo",
        State::Unfit(Unfit::Superseded) => "tag status-void",
        State::Unfit(Unfit::Status(_) | Unfit::NotYetValid | Unfit::Expired | Unfit::OtherHolder) => {
            "tag status-refused"
        }
    };
    view! { <span class=class>{state_words(lang, state)}</span> }.into_any()
}

/// First and last day.
pub fn term_words(lang: Lang, from: NaiveDate, until: Option<NaiveDate>) -> String {
    let from = lang.date(from);
    match (until.map(|day| lang.date(day)), lang) {
        (Some(until), Lang::Zh) => format!("{from}至{until}"),
        (Some(until), Lang::En) => format!("{from} to {until}"),
        (None, Lang::Zh) => format!("{from}起，长期有效"),
        (None, Lang::En) => format!("From {from}, without end"),
    }
}

/// A code to be scanned: the path on modules and the size with the quiet zone. Nothing where the
/// text did not fit into one.
pub fn qr_code(path: &str, size: u32, label: &'static str) -> Option<AnyView> {
    let path = path.to_owned();
    (!path.is_empty()).then(|| {
        view! {
            <svg viewBox=format!("0 0 {size} {size}") role="img" shape-rendering="crispEdges" aria-label=label>
                <rect width=size height=size fill="#fff"/>
                <path d=path fill="#000"/>
            </svg>
        }
        .into_any()
    })
}
