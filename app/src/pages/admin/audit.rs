//! The auditor's page: who did what to what, and whether the trail is whole.

mod acts;
mod verdict;

pub use acts::AuditRow;
pub use verdict::{Break, Verdict};

use super::filters::{choice, filters, line};
use crate::lang::Lang;
use crate::pages::public::search::encoded;
use crate::ui::pager::pager;
use chrono::NaiveDate;
use leptos::prelude::*;

/// What is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditQuery {
    /// Only this act.
    pub action: String,
    /// Only by this account: its sign-in name.
    pub account: String,
    /// From this day.
    pub from: Option<NaiveDate>,
    /// To this day.
    pub to: Option<NaiveDate>,
    /// From 1.
    pub page: u64,
}

impl AuditQuery {
    fn pages(&self) -> String {
        let (action, account) = (encoded(&self.action), encoded(&self.account));
        format!("/audit?action={action}&account={account}&from={}&to={}&page=", day(self.from), day(self.to))
    }
}

/// The page.
#[derive(Clone, Debug)]
pub struct AuditPage {
    /// The language.
    pub lang: Lang,
    /// What was asked for.
    pub query: AuditQuery,
    /// Acts that occur.
    pub actions: Vec<String>,
    /// How many fit.
    pub total: u64,
    /// How many pages.
    pub pages: u64,
    /// The acts of this page, newest first.
    pub rows: Vec<AuditRow>,
    /// The verdict, on the answer to the button.
    pub verdict: Option<Verdict>,
}

/// The view.
pub fn audit(page: AuditPage) -> AnyView {
    let (lang, total) = (page.lang, page.total);
    view! {
        {page.verdict.as_ref().map(|verdict| verdict::told(lang, verdict))}
        {head(lang)}
        {filtered(&page)}
        <p class="result-count">{lang.t(format!("{total} 条"), format!("{total} entries"))}</p>
        {acts::table(lang).panel(&page.rows, lang.t("没有符合条件的记录", "No entry fits"), ())}
        {pager(lang, page.query.page, page.pages, &page.query.pages())}
    }
    .into_any()
}

fn head(lang: Lang) -> AnyView {
    view! {
        <div class="row between">
            <div class="page-head">
                <h1>{lang.t("审计记录", "Audit trail")}</h1>
                <p class="lead">{lang.t(
                    "谁在什么时候对什么做了什么。每一条都与前一条相连，改动、删除都查得出来。",
                    "Who did what to what, and when. Each entry is chained to the one before: a change or a gap shows.",
                )}</p>
            </div>
            <form method="post" action="/audit/verify">
                <button class="button">{lang.t("验证记录是否完整", "Verify the chain")}</button>
            </form>
        </div>
    }
    .into_any()
}

fn filtered(page: &AuditPage) -> AnyView {
    let (lang, query) = (page.lang, &page.query);
    let acts = page.actions.iter().map(|action| (action.clone(), acts::words(lang, action)));
    let account = ("account", lang.t("登录名", "Sign-in name"));
    let fields = view! {
        {choice(lang, "action", lang.t("做了什么", "Act"), &query.action, acts)}
        {line(lang, "text", "width-12", account, &query.account)}
        {line(lang, "date", "", ("from", lang.t("从", "From")), &day(query.from))}
        {line(lang, "date", "", ("to", lang.t("到", "To")), &day(query.to))}
    };
    filters(lang, "/audit", fields)
}

fn day(date: Option<NaiveDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}
