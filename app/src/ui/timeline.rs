//! What happened to a case, in words, newest first; and what comes next, by whom, by when.

mod next;
mod teller;
#[cfg(test)]
mod tests;
mod words;

pub use next::{Next, due_line, next_entry, next_words, receipt_line};
pub use teller::{Audience, Teller, entry};
pub use words::{answered, procedure_name};

use crate::lang::Lang;
use chrono::{DateTime, Utc};
use leptos::prelude::*;

/// How an entry looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Still to come.
    Next,
    /// Done.
    Done,
    /// Somebody must act, or something was refused.
    Alert,
}

impl Mark {
    fn class(self) -> &'static str {
        match self {
            Self::Next => "next",
            Self::Done => "done",
            Self::Alert => "alert",
        }
    }
}

/// One line of the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// How it looks.
    pub mark: Mark,
    /// What happened.
    pub title: String,
    /// When.
    pub at: Option<DateTime<Utc>>,
    /// Who did it.
    pub who: String,
    /// More words, a paragraph each.
    pub text: Vec<String>,
    /// A list, such as what is missing.
    pub list: Vec<String>,
}

/// The timeline.
pub fn timeline(lang: Lang, entries: &[Entry]) -> impl IntoView + use<> {
    let entries = entries.iter().map(|entry| line(lang, entry, None)).collect_view();
    view! { <ol class="timeline">{entries}</ol> }
}

/// The timeline of all that happened to a case, newest first, each with an address of its own on the
/// page: `#event-3`.
pub fn numbered(lang: Lang, entries: &[Entry]) -> impl IntoView + use<> {
    let seqs = (1..=entries.len()).rev();
    let entries = entries.iter().zip(seqs).map(|(entry, seq)| {
        view! { {line(lang, entry, Some(format!("event-{seq}")))} }
    });
    let entries = entries.collect_view();
    view! { <ol class="timeline">{entries}</ol> }
}

fn line(lang: Lang, entry: &Entry, id: Option<String>) -> impl IntoView + use<> {
    let when = entry.at.map(|at| view! { <time datetime=at.to_rfc3339()>{lang.moment(at)}</time> });
    let who = (!entry.who.is_empty()).then(|| format!(" · {}", entry.who));
    let text = entry.text.iter().filter(|text| !text.is_empty()).cloned();
    let list = (!entry.list.is_empty()).then(|| {
        let lines = entry.list.iter().map(|text| view! { <li>{text.clone()}</li> }).collect_view();
        view! { <ul>{lines}</ul> }
    });
    view! {
        <li class=entry.mark.class() id=id>
            <h3>{entry.title.clone()}</h3>
            {entry.at.is_some().then(|| view! { <p class="when">{when}{who}</p> })}
            {text.map(|text| view! { <p>{text}</p> }).collect_view()}
            {list}
        </li>
    }
}
