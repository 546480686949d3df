//! The auditor's page: who did what to what, and whether the trail is whole.

use super::staff::role_name;
use crate::lang::Lang;
use crate::pages::public::search::encoded;
use crate::ui::pager::pager;
use chrono::{DateTime, NaiveDate, Utc};
use domain::permission::Role;
use leptos::prelude::*;

/// One act.
#[derive(Clone, Debug)]
pub struct AuditRow {
    /// When.
    pub at: DateTime<Utc>,
    /// The name of who did it; empty where nobody was signed in.
    pub who: String,
    /// In which role.
    pub role: Option<Role>,
    /// What, as stored: `case.accept`.
    pub action: String,
    /// To what, as stored: `case/…`.
    pub subject: String,
    /// Particulars, in one line.
    pub detail: String,
    /// Number in the chain; none until sealed.
    pub seq: Option<i64>,
}

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
        let day = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
        let (action, account) = (encoded(&self.action), encoded(&self.account));
        format!("/audit?action={action}&account={account}&from={}&to={}&page=", day(self.from), day(self.to))
    }
}

/// A place where the chain is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// Rows before this one are gone.
    Missing,
    /// The row was altered.
    Altered,
    /// The end was cut off.
    TailCut,
    /// Rows were added beyond the end.
    TailForged,
    /// The record of the end is not ours.
    HeadForged,
}

/// What the walk along the chain found.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Rows in the chain.
    pub sealed: u64,
    /// Rows waiting to be sealed.
    pub unsealed: u64,
    /// Hash of the last row.
    pub head: String,
    /// Number of the row, and what is wrong.
    pub breaks: Vec<(i64, Break)>,
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
    let lang = page.lang;
    let total = page.total;
    view! {
        {page.verdict.as_ref().map(|verdict| told(lang, verdict))}
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
        {filters(&page)}
        <p class="result-count">{lang.t(format!("{total} 条"), format!("{total} entries"))}</p>
        {list(lang, page.rows)}
        {pager(lang, page.query.page, page.pages, &page.query.pages())}
    }
    .into_any()
}

fn told(lang: Lang, verdict: &Verdict) -> AnyView {
    let (sealed, unsealed) = (verdict.sealed, verdict.unsealed);
    let waiting = (unsealed > 0).then(|| {
        let text = lang.t(
            format!("另有 {unsealed} 条刚写入，等待编号。"),
            format!("{unsealed} more have just been written and wait for their number."),
        );
        view! { <p>{text}</p> }
    });
    if verdict.breaks.is_empty() {
        let head = verdict.head.clone();
        return view! {
            <div class="notice success" role="status" tabindex="-1" autofocus>
                <h2>{lang.t("记录完整", "The trail is whole")}</h2>
                <p>{lang.t(format!("{sealed} 条记录逐条核对，没有改动或缺失。"), format!("All {sealed} entries were checked: none altered, none missing."))}</p>
                {waiting}
                <p class="meta">{lang.t("末条校验值（可抄录留存）：", "Hash of the last entry, to be kept elsewhere: ")}<code class="code">{head}</code></p>
            </div>
        }
        .into_any();
    }
    let n = verdict.breaks.len();
    let lines =
        verdict.breaks.iter().map(|(seq, fault)| view! { <li>{break_words(lang, *seq, *fault)}</li> });
    view! {
        <div class="notice danger" role="alert" tabindex="-1" autofocus>
            <h2>{lang.t(format!("记录不完整：{n} 处"), format!("The trail is broken in {n} places"))}</h2>
            <ul>{lines.collect_view()}</ul>
            {waiting}
            <p>{lang.t("请保留现场，不要重启，并立即报告。", "Leave everything as it is and report it at once.")}</p>
        </div>
    }
    .into_any()
}

fn break_words(lang: Lang, seq: i64, fault: Break) -> String {
    match fault {
        Break::Missing => {
            lang.t(format!("第 {seq} 条之前有记录被删除"), format!("Entries before number {seq} are gone"))
        }
        Break::Altered => lang.t(format!("第 {seq} 条被改动过"), format!("Entry {seq} was altered")),
        Break::TailCut => lang
            .t(format!("末尾到第 {seq} 条的记录被截掉"), format!("The end up to number {seq} was cut off")),
        Break::TailForged => {
            lang.t(format!("第 {seq} 条之后有伪造的记录"), format!("Entries after number {seq} are forged"))
        }
        Break::HeadForged => lang.t(
            "末条校验值不是本系统写的".to_owned(),
            "The record of the end was not made by this portal".to_owned(),
        ),
    }
}

fn filters(page: &AuditPage) -> AnyView {
    let (lang, query) = (page.lang, &page.query);
    let day = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let actions = page.actions.iter().map(|action| {
        let selected = *action == query.action;
        view! { <option value=action.clone() selected=selected>{action_words(lang, action)}</option> }
    });
    view! {
        <form class="toolbar" method="get" action="/audit" aria-label=lang.t("筛选", "Filter")>
            <div class="field">
                <label for="action">{lang.t("做了什么", "Act")}</label>
                <select id="action" name="action"><option value="">{lang.t("全部", "All")}</option>{actions.collect_view()}</select>
            </div>
            <div class="field">
                <label for="account">{lang.t("登录名", "Sign-in name")}</label>
                <input id="account" name="account" class="width-12" value=query.account.clone() autocomplete="off"/>
            </div>
            <div class="field">
                <label for="from">{lang.t("从", "From")}</label>
                <input type="date" id="from" name="from" value=day(query.from)/>
            </div>
            <div class="field">
                <label for="to">{lang.t("到", "To")}</label>
                <input type="date" id="to" name="to" value=day(query.to)/>
            </div>
            <button class="button small secondary">{lang.t("筛选", "Filter")}</button>
        </form>
    }
    .into_any()
}

fn list(lang: Lang, rows: Vec<AuditRow>) -> AnyView {
    if rows.is_empty() {
        return view! { <div class="empty"><p class="title">{lang.t("没有符合条件的记录", "No entry fits")}</p></div> }
            .into_any();
    }
    let rows = rows.into_iter().map(|row| line(lang, row)).collect_view();
    view! {
        <section class="panel">
        <div class="table-scroll" role="region" aria-labelledby="trail" tabindex="0">
            <table class="data-table dense stacked">
                <caption id="trail" class="visually-hidden">{lang.t("审计记录", "Audit trail")}</caption>
                <thead><tr>
                    <th scope="col" class="num">{lang.t("编号", "No.")}</th>
                    <th scope="col">{lang.t("时间", "When")}</th>
                    <th scope="col">{lang.t("谁", "Who")}</th>
                    <th scope="col">{lang.t("做了什么", "Act")}</th>
                    <th scope="col">{lang.t("对象", "To what")}</th>
                    <th scope="col">{lang.t("细节", "Particulars")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        </section>
    }
    .into_any()
}

fn line(lang: Lang, row: AuditRow) -> AnyView {
    let role = row.role.map_or(lang.t("系统", "System"), |role| role_name(lang, role));
    let who = if row.who.is_empty() { role.to_owned() } else { format!("{} · {role}", row.who) };
    let seq = row.seq.map_or_else(|| lang.t("待编号", "waiting").to_owned(), |seq| seq.to_string());
    view! {
        <tr>
            <td class="num" data-label=lang.t("编号", "No.")>{seq}</td>
            <td class="nowrap" data-label=lang.t("时间", "When")><time datetime=row.at.to_rfc3339()>{lang.moment(row.at)}</time></td>
            <td data-label=lang.t("谁", "Who")>{who}</td>
            <th scope="row" data-label=lang.t("做了什么", "Act")>{action_words(lang, &row.action)}</th>
            <td data-label=lang.t("对象", "To what")><span class="code">{row.subject}</span></td>
            <td data-label=lang.t("细节", "Particulars")><span class="meta">{row.detail}</span></td>
        </tr>
    }
    .into_any()
}

/// An act in words; the stored name where it has none yet.
fn action_words(lang: Lang, action: &str) -> String {
    let words = match action {
        "account.sign_in" => lang.t("登录", "Signed in"),
        "account.sign_in_refused" => lang.t("登录失败", "Sign-in refused"),
        "account.sign_out" => lang.t("退出", "Signed out"),
        "account.register" => lang.t("注册", "Registered"),
        "staff.create" => lang.t("添加人员", "Added staff"),
        "staff.edit" => lang.t("修改人员", "Changed staff"),
        "staff.open" => lang.t("启用账号", "Opened an account"),
        "staff.close" => lang.t("停用账号", "Closed an account"),
        "staff.reset_password" => lang.t("重设密码", "Reset a password"),
        "person.reveal" => lang.t("查看完整证件号", "Revealed an ID number"),
        "upload.receive" => lang.t("上传文件", "Uploaded a file"),
        "upload.remove" => lang.t("删除文件", "Removed a file"),
        "submitted" => lang.t("提交办件", "Submitted a case"),
        "received" => lang.t("收件", "Received"),
        "taken" => lang.t("取件", "Took a case"),
        "released" => lang.t("退回待办", "Gave back a case"),
        "correction_asked" => lang.t("告知补正", "Asked for corrections"),
        "correction_answered" => lang.t("提交补正", "Answered corrections"),
        "accepted" => lang.t("受理", "Accepted"),
        "not_accepted" => lang.t("不予受理", "Did not accept"),
        "decided" => lang.t("作出决定", "Decided"),
        "closed" => lang.t("办结", "Closed"),
        "withdrawn" => lang.t("撤回", "Withdrew"),
        "department_saved" => lang.t("保存部门", "Saved a department"),
        "hall_saved" => lang.t("保存大厅", "Saved a hall"),
        "window_saved" => lang.t("保存窗口", "Saved a window"),
        "switched_on" => lang.t("启用", "Put in use"),
        "switched_off" => lang.t("停用", "Took out of use"),
        "item_edited" => lang.t("修改事项", "Changed an item"),
        "item_state_set" => lang.t("改变事项状态", "Changed an item's state"),
        "catalogue_imported" => lang.t("导入目录", "Imported a catalogue"),
        "calendar_imported" => lang.t("导入日历", "Imported a calendar"),
        "divisions_imported" => lang.t("导入区划", "Imported divisions"),
        other => other,
    };
    words.to_owned()
}
