//! 证照台账: what a department has issued, and one certificate of it.

pub mod issue;
pub mod one;
mod words;

pub use words::{listed_name, operation_name, status_name};

use crate::lang::Lang;
use crate::ui::certificate::{State, state_tag, term_words};
use crate::ui::error_summary::named_error_summary;
use crate::ui::field::Field;
use crate::ui::pager::pager;
use crate::ui::table::{Caption, Table};
use chrono::NaiveDate;
use domain::field_error::FieldError;
use leptos::prelude::*;

/// One certificate of the list.
#[derive(Clone, Debug)]
pub struct Row {
    /// Key.
    pub id: String,
    /// Its type.
    pub name: String,
    /// The identifier without its root.
    pub identifier: String,
    /// Whose: a person's name masked.
    pub holder: String,
    /// First day of its term.
    pub from: NaiveDate,
    /// Last day of its term.
    pub until: Option<NaiveDate>,
    /// How it stands today.
    pub state: State,
}

/// What narrows the list.
#[derive(Clone, Debug, Default)]
pub struct Narrowed {
    /// Of this type.
    pub code: String,
    /// Which of them: `all`, `ending`, `expired`, `superseded` or a status.
    pub listed: String,
    /// The one with this identifier.
    pub identifier: String,
    /// From 1.
    pub page: u64,
}

/// A search by number, as it came.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// The certificates on this page are those of the holder who was looked for.
    pub done: bool,
    /// The number, kept only when something was wrong with it.
    pub holder: String,
    /// Why.
    pub reason: String,
}

/// The page.
#[derive(Clone, Debug)]
pub struct RegisterPage {
    /// The language.
    pub lang: Lang,
    /// Types of the department: code and name.
    pub kinds: Vec<(String, String)>,
    /// Which can be chosen of them: value and name.
    pub lists: Vec<(String, String)>,
    /// What was chosen.
    pub narrowed: Narrowed,
    /// What was looked for.
    pub search: Search,
    /// The certificates.
    pub rows: Vec<Row>,
    /// Whether another page follows.
    pub more: bool,
    /// What is wrong.
    pub errors: Vec<FieldError>,
}

/// The page's name.
pub fn title(lang: Lang) -> &'static str {
    lang.t("证照", "Certificates")
}

/// The view.
pub fn register(page: RegisterPage) -> AnyView {
    let lang = page.lang;
    let lead = lang.t(
        "本部门颁发的电子证照。准予决定作出时自动颁发；这里可以查验、延续、变更、暂扣和注销。",
        "Certificates your department has issued. Granting a case issues them; here they are looked up and acted on.",
    );
    let nothing = lang.t("没有符合条件的证照", "No certificate fits");
    let pages = if page.more { page.narrowed.page.saturating_add(1) } else { page.narrowed.page };
    let address =
        format!("/review/certificates?code={}&listed={}&page=", page.narrowed.code, page.narrowed.listed);
    view! {
        {named_error_summary(lang, &page.errors, |field| words::field_name(lang, field))}
        <div class="row between">
            <div class="page-head"><h1>{title(lang)}</h1><p class="lead">{lead}</p></div>
            <a class="button" href="/review/certificates/new">{lang.t("补录证照", "Issue by hand")}</a>
        </div>
        {filters(&page)}
        {search(&page)}
        {page.search.done.then(|| view! {
            <p class="result-count">{lang.t("该持证人在本部门的证照：", "What this holder has from your department:")}</p>
        })}
        {table(lang).panel(&page.rows, nothing, ())}
        {(!page.search.done).then(|| pager(lang, page.narrowed.page, pages, &address))}
    }
    .into_any()
}

fn filters(page: &RegisterPage) -> AnyView {
    let lang = page.lang;
    let all = std::iter::once((String::new(), lang.t("所有类型", "Any type").to_owned()));
    let kinds = all.chain(page.kinds.iter().cloned()).collect();
    let identifier = Field {
        optional: true,
        ..Field::new(lang, "identifier", lang.t("证照标识", "Identifier"))
            .value(&page.narrowed.identifier)
            .errors(&page.errors)
    };
    view! {
        <form class="toolbar" method="get" action="/review/certificates" aria-label=lang.t("筛选", "Filter")>
            {Field::new(lang, "code", lang.t("证照类型", "Type")).value(&page.narrowed.code).select(kinds)}
            {Field::new(lang, "listed", lang.t("状态", "Status")).value(&page.narrowed.listed).select(page.lists.clone())}
            {identifier.view()}
            <button class="button small secondary">{lang.t("筛选", "Filter")}</button>
        </form>
    }
    .into_any()
}

/// By number: posted, so that it stands in no address and no log.
fn search(page: &RegisterPage) -> AnyView {
    let lang = page.lang;
    let open = page.errors.iter().any(|error| matches!(error.field.as_str(), "holder" | "reason"));
    let hint = lang.t("持证人能看到谁查过、为什么查。", "The holder can see who looked, and why.");
    let holder = Field::new(lang, "holder", lang.t("身份证号或信用代码", "ID number or credit code"))
        .value(&page.search.holder)
        .errors(&page.errors);
    let reason = Field::new(lang, "reason", lang.t("查询事由", "Reason"))
        .hint(hint)
        .value(&page.search.reason)
        .errors(&page.errors);
    view! {
        <details class="panel" open=open>
            <summary>{lang.t("按持证人查询", "Look up by holder")}</summary>
            <form method="post" action="/review/certificates/search">
                {holder.view()}
                {reason.view()}
                <button class="button">{lang.t("查询", "Look up")}</button>
            </form>
        </details>
    }
    .into_any()
}

fn table(lang: Lang) -> Table<'static, Row> {
    Table::new(Caption::heard("certificates", title(lang)))
        .stacked()
        .row_name(lang.t("证照", "Certificate"), |row: &Row| {
            view! { <a href=format!("/review/certificates/{}", row.id)>{row.name.clone()}</a> }
        })
        .column(lang.t("持证人", "Holder"), |row| row.holder.clone())
        .column(lang.t("标识", "Identifier"), |row| {
            view! { <span class="code">{row.identifier.clone()}</span> }
        })
        .column(lang.t("有效期", "Term"), move |row| term_words(lang, row.from, row.until))
        .column(lang.t("状态", "Status"), move |row| state_tag(lang, row.state))
}
