//! One entry of a scheme: what it asks for, and how it stands.

use crate::lang::Lang;
use leptos::prelude::*;

/// What an indicator reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// The value, or a dash.
    pub value: String,
    /// Above and below the line with what is counted.
    pub sides: String,
}

/// How the newest report stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportState {
    /// In words: `已核定 2026年第3季度`.
    pub words: String,
    /// The class of its tag.
    pub class: &'static str,
    /// The report.
    pub href: Option<String>,
    /// What it says, where it was signed off.
    pub figure: String,
}

/// A numbered point of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointView {
    /// What is to be shown.
    pub text: String,
    /// What the portal shows of it.
    pub reading: Option<Reading>,
}

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryView {
    /// Name within the scheme.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What is asked for.
    pub description: String,
    /// The rest, by its name: lead department, target, deadline …
    pub facts: Vec<(&'static str, String)>,
    /// The points of evidence.
    pub evidence: Vec<PointView>,
    /// What it is measured by.
    pub reading: Option<Reading>,
    /// How its report stands; none where nobody reports it.
    pub report: Option<ReportState>,
    /// What is to be said of it.
    pub note: Option<String>,
}

pub(super) fn entry(lang: Lang, entry: &EntryView) -> AnyView {
    let EntryView { key, name, description, facts, evidence, note, .. } = entry.clone();
    let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
    let facts = facts.map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> });
    let points = evidence.into_iter().map(|point| {
        let reading = point.reading.as_ref().map(reading);
        view! { <li>{point.text.clone()}" "{reading}</li> }
    });
    let points = (!entry.evidence.is_empty()).then(|| {
        view! { <p class="meta">{lang.t("佐证材料", "Evidence")}</p><ol>{points.collect_view()}</ol> }
    });
    let report = entry.report.as_ref().map(state);
    view! {
        <details class="disclosure" id=key.clone()>
            <summary>
                <span class="num">{key.clone()}</span>" "{name}" "
                {entry.reading.as_ref().map(|one| view! { <strong class="nowrap">{one.value.clone()}</strong> })}" "
                {entry.report.as_ref().map(|one| view! { <span class=one.class>{one.words.clone()}</span> })}
            </summary>
            <p>{description}</p>
            {entry.reading.as_ref().map(|one| view! { <p>{reading(one)}</p> })}
            {report.map(|report| view! { <p>{report}</p> })}
            {points}
            <dl class="summary-list">{facts.collect_view()}</dl>
            {note.map(|note| view! { <p class="meta">{note}</p> })}
        </details>
    }
    .into_any()
}

fn reading(one: &Reading) -> AnyView {
    let Reading { name, href, value, sides } = one.clone();
    view! { <span class="nowrap"><a href=href>{name}</a>" "<strong>{value}</strong></span>" "<span class="meta">{sides}</span> }
        .into_any()
}

fn state(one: &ReportState) -> AnyView {
    let ReportState { words, class, href, figure } = one.clone();
    let words = match href {
        Some(href) => view! { <a href=href>{words}</a> }.into_any(),
        None => view! { <span class=class>{words}</span> }.into_any(),
    };
    view! { {words}" "{figure} }.into_any()
}
