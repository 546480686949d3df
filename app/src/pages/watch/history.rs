//! What happened to an order, in words, oldest first.

use crate::lang::Lang;
use crate::ui::watch::order_event;
use chrono::{DateTime, NaiveDate, Utc};
use leptos::prelude::*;

/// Something that happened.
#[derive(Clone, Debug)]
pub struct Happened {
    /// What, as stored.
    pub kind: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Who; empty for the portal.
    pub who: String,
    /// The last day to reply from then on, where it set one.
    pub reply_by: Option<NaiveDate>,
    /// What was said.
    pub words: String,
    /// Files: address, name, size.
    pub files: Vec<(String, String, String)>,
}

/// The history.
pub fn history(lang: Lang, events: &[Happened]) -> AnyView {
    let lines = events.iter().map(|event| line(lang, event)).collect_view();
    view! { <ol class="timeline">{lines}</ol> }.into_any()
}

fn line(lang: Lang, event: &Happened) -> AnyView {
    let alert = matches!(event.kind.as_str(), "lapsed" | "escalated" | "returned");
    let who =
        if event.who.is_empty() { lang.t("系统", "the portal").to_owned() } else { event.who.clone() };
    let (at, told) = (event.at.to_rfc3339(), lang.moment(event.at));
    let reply_by = event.reply_by.map(|day| {
        let day = lang.date(day);
        view! { <p>{lang.t(format!("请于 {day} 前回复。"), format!("Reply by {day}."))}</p> }
    });
    let words = event.words.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
    let file = |(href, name, size): &(String, String, String)| {
        view! { <li><a href=href.clone()>{name.clone()}</a>" "<span class="size">{size.clone()}</span></li> }
    };
    let files = event.files.iter().map(file).collect_view();
    let files = (!event.files.is_empty()).then(|| view! { <ul class="file-list">{files}</ul> });
    view! {
        <li class=if alert { "alert" } else { "done" }>
            <h3>{order_event(lang, &event.kind)}</h3>
            <p class="when"><time datetime=at>{told}</time>" · "{who}</p>
            {reply_by}{words}{files}
        </li>
    }
    .into_any()
}
