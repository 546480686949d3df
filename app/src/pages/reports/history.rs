//! What happened to a report, in words, the newest first.

use super::address::Place;
use super::words::{deed_name, number_words};
use crate::lang::Lang;
use crate::ui::panel::panel;
use chrono::{DateTime, Utc};
use domain::assessment::report::{Deed, Figure};
use leptos::prelude::*;

/// One entry.
#[derive(Clone, Debug)]
pub struct Happening {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub who: String,
    /// What.
    pub deed: Deed,
    /// Why.
    pub reason: Option<String>,
    /// The figure as it then was.
    pub figure: Figure,
    /// The file it is about: its key, and its name with its point.
    pub file: Option<(String, String)>,
}

/// The history as a section.
pub(super) fn history(lang: Lang, place: Place, history: &[Happening]) -> AnyView {
    let heading = lang.t("经过", "History");
    if history.is_empty() {
        let nothing = lang.t("还没有开始填报。", "Nothing has been reported yet.");
        return panel(heading, view! { <p class="hint">{nothing}</p> });
    }
    let lines = history.iter().map(|one| line(lang, place, one)).collect_view();
    panel(heading, view! { <ol class="timeline">{lines}</ol> })
}

fn line(lang: Lang, place: Place, one: &Happening) -> AnyView {
    let file = one.file.clone().map(|(id, name)| view! { " "<a href=place.file(&id)>{name}</a> });
    let said = match one.deed {
        Deed::Saved | Deed::Submitted | Deed::SignedOff => said(&one.figure),
        Deed::EvidenceAdded | Deed::EvidenceRemoved | Deed::Returned | Deed::Reopened | Deed::Assigned => {
            String::new()
        }
    };
    let said = (!said.is_empty()).then(|| view! { <p class="meta">{said}</p> });
    let reason = one.reason.clone().map(|reason| {
        view! { <p>{lang.t("理由：", "Reason: ")}{reason}</p> }
    });
    let what = format!("{} {}", one.who, deed_name(lang, one.deed));
    view! {
        <li>
            <p><strong>{what}</strong>{file}</p>
            {reason}{said}
            <time class="meta" datetime=one.at.to_rfc3339()>{lang.moment(one.at)}</time>
        </li>
    }
    .into_any()
}

/// The figure with its words, in one line.
fn said(figure: &Figure) -> String {
    let number = number_words(figure);
    let parts = [number.as_str(), figure.text.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
