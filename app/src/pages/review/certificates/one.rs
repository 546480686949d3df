//! One certificate: what it says, its versions, what was done with it, who used it, and what can be done.

use super::words::{field_name, operation_name};
use crate::lang::Lang;
use crate::ui::certificate::{State, state_tag, term_words};
use crate::ui::error_summary::named_error_summary;
use crate::ui::field::Field;
use crate::ui::table::{Caption, Table};
use chrono::{DateTime, NaiveDate, Utc};
use domain::certificate::Operation;
use domain::field_error::FieldError;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// A version of it.
#[derive(Clone, Debug)]
pub struct Version {
    /// Key.
    pub id: String,
    /// Its number.
    pub version: i32,
    /// When it was issued.
    pub issued: NaiveDate,
    /// How it stands today.
    pub state: State,
    /// The one that is shown.
    pub here: bool,
}

/// A line of its book or of the ledger: when, what, who, why.
#[derive(Clone, Debug)]
pub struct Entry {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub what: String,
    /// Who.
    pub who: String,
    /// Why.
    pub why: String,
}

/// A particular of its own: key, what it is called, value as stored, value as read, values to choose from.
#[derive(Clone, Debug)]
pub struct Particular {
    /// The key.
    pub key: String,
    /// What it is called.
    pub label: String,
    /// As stored.
    pub value: String,
    /// As people read it.
    pub shown: String,
    /// The values it can have, where it is one of a few.
    pub options: Vec<(String, String)>,
}

/// The page.
#[derive(Clone, Debug)]
pub struct CertificatePage {
    /// The language.
    pub lang: Lang,
    /// Key.
    pub id: String,
    /// Its type.
    pub name: String,
    /// How it stands today.
    pub state: State,
    /// What it says: label and value.
    pub facts: Vec<(String, String)>,
    /// First and last day.
    pub term: (NaiveDate, Option<NaiveDate>),
    /// Its own particulars.
    pub particulars: Vec<Particular>,
    /// Every version, newest first.
    pub versions: Vec<Version>,
    /// Its book, newest first.
    pub events: Vec<Entry>,
    /// The ledger, newest first.
    pub uses: Vec<Entry>,
    /// What can be done.
    pub offered: Vec<Operation>,
    /// What was typed, when it was not taken.
    pub typed: BTreeMap<String, String>,
    /// What is wrong.
    pub errors: Vec<FieldError>,
    /// Somebody was faster, or it is not possible any more.
    pub late: bool,
}

/// The view.
pub fn certificate(page: CertificatePage) -> AnyView {
    let lang = page.lang;
    let facts =
        page.facts.iter().map(|(label, value)| view! { <dt>{label.clone()}</dt><dd>{value.clone()}</dd> });
    let own = page.particulars.iter().filter(|own| !own.shown.is_empty());
    let own = own.map(|own| view! { <dt>{own.label.clone()}</dt><dd>{own.shown.clone()}</dd> });
    let late = lang.t(
        "这本证照刚才有了变化，没有办成；下面是现在的情况。",
        "This certificate has just changed; nothing was done. Below is how it stands now.",
    );
    view! {
        {page.late.then(|| view! { <div class="notice warning" role="alert" tabindex="-1" autofocus><p>{late}</p></div> })}
        {named_error_summary(lang, &page.errors, |field| field_name(lang, field))}
        <p><a href="/review/certificates">{lang.t("返回证照列表", "Back to the certificates")}</a></p>
        <div class="page-head"><h1>{page.name.clone()}" "{state_tag(lang, page.state)}</h1></div>
        <section class="panel">
            <dl class="facts-list">
                {facts.collect_view()}
                <dt>{lang.t("有效期", "Term")}</dt><dd>{term_words(lang, page.term.0, page.term.1)}</dd>
                {own.collect_view()}
            </dl>
        </section>
        {actions(&page)}
        {section(lang.t("版本", "Versions"), versions(lang).rows(&page.versions))}
        {section(lang.t("证照履历", "What was done"), entries(lang, "events").panel(&page.events, "—", ()))}
        {section(lang.t("使用记录", "Uses"), entries(lang, "uses").panel(&page.uses, lang.t("还没有人使用", "Not used yet"), ()))}
    }
    .into_any()
}

fn section(heading: &'static str, content: AnyView) -> AnyView {
    view! { <section><h2>{heading}</h2>{content}</section> }.into_any()
}

fn versions(lang: Lang) -> Table<'static, Version> {
    Table::new(Caption::heard("versions", lang.t("版本", "Versions")))
        .row_name(lang.t("版本", "Version"), |row: &Version| {
            view! { <a href=format!("/review/certificates/{}", row.id)>{format!("{:03}", row.version)}</a> }
        })
        .short(lang.t("颁发日期", "Issued"), move |row| lang.date(row.issued))
        .column(lang.t("状态", "Status"), move |row| state_tag(lang, row.state))
        .open(|row| row.here)
}

fn entries(lang: Lang, id: &'static str) -> Table<'static, Entry> {
    Table::new(Caption::heard(id, lang.t("记录", "Entries")))
        .stacked()
        .short(lang.t("时间", "Time"), move |row: &Entry| lang.moment(row.at))
        .column(lang.t("做了什么", "What"), |row| row.what.clone())
        .column(lang.t("谁", "Who"), |row| row.who.clone())
        .column(lang.t("事由", "Why"), |row| row.why.clone())
}

/// A form for each: with its reason, and what else it takes.
fn actions(page: &CertificatePage) -> AnyView {
    let lang = page.lang;
    if page.offered.is_empty() {
        let text = lang.t("现在没有可以办的操作。", "Nothing can be done with it now.");
        return view! { <p class="hint">{text}</p> }.into_any();
    }
    let forms = page.offered.iter().map(|operation| form(page, *operation)).collect_view();
    view! { <section><h2>{lang.t("办理", "Act on it")}</h2>{forms}</section> }.into_any()
}

fn form(page: &CertificatePage, operation: Operation) -> AnyView {
    let (lang, name) = (page.lang, operation.as_str());
    let chosen = page.typed.get("operation").is_some_and(|typed| typed == name);
    let errors: &[FieldError] = if chosen { &page.errors } else { &[] };
    let typed = |key: &str| page.typed.get(key).filter(|_| chosen).cloned();
    let field = |key: &str, label: &str, value: String| {
        let at = errors.iter().filter(|error| error.field == key).map(|error| &error.code);
        let own: Vec<FieldError> = at.map(|code| FieldError::new(format!("{name}-{key}"), *code)).collect();
        let mut field = Field::new(lang, &format!("{name}-{key}"), label).value(&value).errors(&own);
        field.optional = key != "reason";
        field
    };
    let more = match operation {
        Operation::Renew => {
            let label = lang.t("新的有效期止", "New last day");
            let hint =
                lang.t("不填就按证照类型的期限。", "Empty: as long as certificates of its type are valid.");
            let until = field("until", label, typed("until").unwrap_or_default()).hint(hint);
            Field { kind: "date", ..until }.view()
        }
        Operation::Change => page
            .particulars
            .iter()
            .map(|own| {
                let value = typed(&own.key).unwrap_or_else(|| own.value.clone());
                let field = field(&own.key, &own.label, value);
                if own.options.is_empty() { field.view() } else { field.select(blank(&own.options)) }
            })
            .collect_view()
            .into_any(),
        Operation::Issue
        | Operation::Suspend
        | Operation::Release
        | Operation::Withdraw
        | Operation::Cancel
        | Operation::Revoke
        | Operation::Lapse
        | Operation::TransferIn
        | Operation::CancelTransfer
        | Operation::Other => ().into_any(),
    };
    let reason = field("reason", lang.t("事由", "Reason"), typed("reason").unwrap_or_default());
    let action = format!("/review/certificates/{}/actions", page.id);
    view! {
        <details class="panel" open=chosen>
            <summary>{operation_name(lang, operation)}</summary>
            <form method="post" action=action>
                <input type="hidden" name="operation" value=name/>
                {more}
                {reason.textarea("2")}
                <button class="button">{operation_name(lang, operation)}</button>
            </form>
        </details>
    }
    .into_any()
}

fn blank(options: &[(String, String)]) -> Vec<(String, String)> {
    std::iter::once((String::new(), "—".to_owned())).chain(options.iter().cloned()).collect()
}
