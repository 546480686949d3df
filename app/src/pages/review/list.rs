//! The work list, ordered by what is due, with the open case beside it.

use super::case::case_pane;
use super::filters::{ListQuery, Options, Whose, filters};
use super::pane::CasePane;
use crate::islands::DeskKeys;
use crate::lang::Lang;
use crate::pages::desk::shortcuts;
use crate::ui::case_table::{CaseRow, Columns, case_table};
use crate::ui::error_summary::named_error_summary;
use crate::ui::pager::pager;
use leptos::prelude::*;

/// How many cases there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// In my own hands.
    pub mine: u64,
    /// In nobody's hands.
    pub unassigned: u64,
    /// All open ones of the department.
    pub all: u64,
    /// Other departments', in which mine is asked.
    pub consulted: u64,
    /// Extensions that wait; nobody but the head is shown them.
    pub extensions: Option<u64>,
}

impl Counts {
    /// The number on a tab; none where there is no such tab. What is not everybody's every day has one
    /// only while something waits there, or somebody looks.
    fn of(self, whose: Whose, current: bool) -> Option<u64> {
        let waiting = |count: &u64| current || *count > 0;
        match whose {
            Whose::Mine => Some(self.mine),
            Whose::Unassigned => Some(self.unassigned),
            Whose::All => Some(self.all),
            Whose::Consulted => Some(self.consulted).filter(waiting),
            Whose::Extensions => self.extensions.filter(waiting),
        }
    }
}

/// Somebody was quicker.
#[derive(Clone, Debug)]
pub struct Stale {
    /// Who has the case in hand now, where somebody has.
    pub held_by: Option<String>,
    /// Why it is not possible any more, as a sentence.
    pub why: Option<String>,
}

/// The page.
#[derive(Clone, Debug)]
pub struct ReviewPage {
    /// The language.
    pub lang: Lang,
    /// The filters.
    pub query: ListQuery,
    /// What the filters offer.
    pub options: Options,
    /// Numbers on the tabs.
    pub counts: Counts,
    /// The cases, by date due.
    pub rows: Vec<CaseRow>,
    /// How many pages there are.
    pub pages: u64,
    /// The case beside the list.
    pub case: Option<CasePane>,
    /// An action came too late.
    pub stale: Option<Stale>,
}

/// The view.
pub fn review(page: ReviewPage) -> AnyView {
    let lang = page.lang;
    let errors = page.case.as_ref().map(|case| case.errors.clone()).unwrap_or_default();
    let open = page.case.as_ref().map(|case| case.number.clone());
    view! {
        {named_error_summary(lang, &errors, |field| field_name(lang, field))}
        {page.stale.as_ref().map(|stale| too_late(lang, stale))}
        <h1 class="visually-hidden">{lang.t("待办", "Work list")}</h1>
        <div class="split" class:chosen=open.is_some()>
            <section class="list-pane" aria-label=lang.t("待办列表", "List of cases")>
                <div class="list-head">
                    {tabs(lang, &page.query, page.counts)}
                    {filters(lang, &page.query, &page.options)}
                </div>
                {rows(lang, page.rows, open.as_deref())}
                {pager(lang, page.query.page, page.pages, &pages_address(&page.query))}
            </section>
            {pane(lang, page.case, &page.query)}
        </div>
        <DeskKeys/>
        {shortcuts::list(lang, keys(lang))}
    }
    .into_any()
}

/// Nothing typed is lost: the form below still holds it.
fn too_late(lang: Lang, stale: &Stale) -> AnyView {
    let what = match (&stale.held_by, &stale.why) {
        (Some(name), _) => {
            lang.t(format!("这件办件现在由 {name} 办理。"), format!("{name} has this case in hand now."))
        }
        (None, Some(why)) => lang.t(format!("{why}。"), format!("{why}.")),
        (None, None) => lang.t("这件办件刚才有了变化。", "This case has just changed.").to_owned(),
    };
    let kept = lang.t(
        "您写的还在，没有提交；请看过现在的情况再决定。",
        "What you wrote is kept; it was not sent. Look at the case as it is now, then decide.",
    );
    view! { <div class="notice warning" role="alert" tabindex="-1" autofocus><p>{what}" "{kept}</p></div> }
        .into_any()
}

fn tabs(lang: Lang, query: &ListQuery, counts: Counts) -> AnyView {
    let tab = |whose: Whose| {
        let count = counts.of(whose, query.whose == whose)?;
        let current = (query.whose == whose).then_some("page");
        let href = query.of(whose).address(None);
        Some(view! {
            <li><a href=href aria-current=current>{whose.name(lang)}" "<span class="count">{count}</span></a></li>
        })
    };
    let tabs = Whose::ALL.map(tab).collect_view();
    view! { <nav class="tabs" aria-label=lang.t("范围", "Whose cases")><ul>{tabs}</ul></nav> }.into_any()
}

/// What a field of the forms is called, where the sentence alone would not say.
fn field_name(lang: Lang, field: &str) -> &'static str {
    match field {
        "reason" => lang.t("意见或理由", "Opinion or reason"),
        "remedies" => lang.t("救济途径", "How to object"),
        "list" => lang.t("补正内容", "What is to be corrected"),
        "signed" => lang.t("容缺承诺书", "The signed promise"),
        "confirm" => lang.t("确认", "Confirmation"),
        "expected" => lang.t("预计结束日期", "Expected end"),
        "workdays" => lang.t("延长天数", "Working days more"),
        "agrees" => lang.t("结论", "Conclusion"),
        "second" => lang.t("同行的工作人员", "Who went along"),
        "number" => lang.t("证照编号", "Number of the certificate"),
        "proof" => lang.t("送达证明", "Proof of delivery"),
        "to" => lang.t("交给谁", "To whom"),
        "file" => lang.t("附件", "Attachment"),
        _ => "",
    }
}

fn rows(lang: Lang, rows: Vec<CaseRow>, open: Option<&str>) -> AnyView {
    if rows.is_empty() {
        let text = lang.t("这里没有待办，都办完了。", "Nothing here: all done.");
        return view! { <div class="empty"><p>{text}</p></div> }.into_any();
    }
    case_table(lang, lang.t("待办，按期限排列", "Open cases by date due"), Columns::Review, rows, open)
}

fn pages_address(query: &ListQuery) -> String {
    let first = ListQuery { page: 1, ..query.clone() };
    format!("{}&page=", first.address(None))
}

fn pane(lang: Lang, case: Option<CasePane>, query: &ListQuery) -> AnyView {
    match case {
        Some(case) => case_pane(lang, case, query),
        None => {
            let text = lang.t("在左边选一件，就在这里打开。", "Choose a case on the left; it opens here.");
            view! { <section class="detail-pane"><div class="empty"><p>{text}</p></div></section> }.into_any()
        }
    }
}

fn keys(lang: Lang) -> Vec<(&'static str, &'static str)> {
    vec![
        ("J", lang.t("下一件", "Next case")),
        ("K", lang.t("上一件", "Previous case")),
        ("Alt T", lang.t("取件", "Take")),
        ("Alt A", lang.t("受理", "Accept")),
        ("Alt C", lang.t("补正告知", "Ask for corrections")),
        ("Alt X", lang.t("不予受理", "Do not accept")),
        ("Alt G", lang.t("准予", "Grant")),
        ("Alt R", lang.t("不予", "Refuse")),
        ("Alt O", lang.t("环节意见", "Opinion in a step")),
        ("Alt M", lang.t("恢复计时", "Resume the clock")),
        ("Alt V", lang.t("批准延期", "Approve the extension")),
        ("Alt Z", lang.t("制证", "Make the certificate")),
        ("Alt W", lang.t("送达", "Deliver")),
        ("Alt S", lang.t("办结", "Close")),
        ("?", lang.t("展开或收起这张表", "Show or hide this list")),
    ]
}
