//! 谁看过我的信息: who, when, what and why, newest first.

mod filter;

use crate::lang::Lang;
use crate::ui::code_number::code_number;
use chrono::{DateTime, Utc};
use leptos::prelude::*;

pub use filter::{AccessFilter, Span};

/// One look, or one use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessLine {
    /// When.
    pub at: DateTime<Utc>,
    /// Who, in words: body, part and name.
    pub who: String,
    /// What was done, in words.
    pub what: String,
    /// Why, as it was recorded; it may be in Chinese only.
    pub reason: String,
    /// The item, by its name.
    pub item: String,
    /// The case; a case of one's own is a link.
    pub case_no: Option<String>,
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct AccessPage {
    /// The language.
    pub lang: Lang,
    /// What was asked for.
    pub filter: AccessFilter,
    /// Kinds of acts that occur in this time: value, words, how often.
    pub kinds: Vec<(String, String, u64)>,
    /// The lines.
    pub lines: Vec<AccessLine>,
    /// Where earlier ones are.
    pub next: Option<String>,
    /// This is not the first page.
    pub paged: bool,
}

/// The page.
pub fn access(page: AccessPage) -> AnyView {
    let lang = page.lang;
    let earlier = page.next.as_ref().map(|after| page.filter.address(Some(after)));
    view! {
        <a class="back-link" href="/my/data">{lang.t("我的数据", "My data")}</a>
        <div class="page-head">
            <h1>{lang.t("谁看过我的信息", "Who looked at my data")}</h1>
            <p class="lead">{lang.t(
                "谁、什么时候、看了或用了什么、为什么，都记在这里，工作人员改不了。",
                "Who looked at or used what, when and why. Staff cannot change what stands here.",
            )}</p>
        </div>
        {filter::form(lang, &page.filter, &page.kinds)}
        <h2 class="visually-hidden">{lang.t("记录", "Records")}</h2>
        {list(lang, &page.lines)}
        <nav class="inline-links" aria-label=lang.t("分页", "Pages")>
            {page.paged.then(|| view! { <a href=page.filter.address(None)>{lang.t("回到最新的", "Newest")}</a> })}
            {earlier.map(|href| view! { <a rel="next" href=href>{lang.t("看更早的", "Earlier")}</a> })}
        </nav>
        {complaint(lang)}
    }
    .into_any()
}

/// The lines as a list.
pub fn list(lang: Lang, lines: &[AccessLine]) -> AnyView {
    if lines.is_empty() {
        let none = lang.t("这段时间没有人看过您的信息。", "Nobody looked at your data in this time.");
        return view! { <div class="empty"><p>{none}</p></div> }.into_any();
    }
    let lines = lines.iter().map(|one| line(lang, one)).collect_view();
    view! { <ol class="case-list ledger">{lines}</ol> }.into_any()
}

fn line(lang: Lang, one: &AccessLine) -> AnyView {
    let case = one.case_no.as_ref().map(|number| {
        let href = format!("/my/cases/{number}");
        view! { " · "<a href=href>{lang.t("办件 ", "case ")}{code_number(number, "")}</a> }
    });
    let item = (!one.item.is_empty()).then(|| view! { " · "{one.item.clone()} });
    // What staff wrote stays as they wrote it.
    let reason = (!one.reason.is_empty()).then(|| {
        view! { <p class="line"><span>{lang.t("原因：", "Reason: ")}<span lang="zh-CN">{one.reason.clone()}</span></span></p> }
    });
    view! {
        <li>
            <h3>{one.what.clone()}</h3>
            <p class="line"><span>{one.who.clone()}</span></p>
            {reason}
            <p class="meta"><time datetime=one.at.to_rfc3339()>{lang.moment(one.at)}</time>{item}{case}</p>
        </li>
    }
    .into_any()
}

fn complaint(lang: Lang) -> AnyView {
    view! {
        <section class="section prose">
            <h2>{lang.t("觉得有人不该看？", "Somebody should not have looked?")}</h2>
            <p>{lang.t("请拨打 ", "Call ")}<a href="tel:12345">"12345"</a>{lang.t(
                "，说明时间和单位。每次查看都能在审计记录里查到，有关部门应当向您说明原因。",
                " and tell the time and the body. Each look can be found in the audit trail, and they owe you an explanation.",
            )}</p>
        </section>
    }
    .into_any()
}
