//! The catalogue as a list: to find, filter and open an item.

use super::filters::{choice, filters, line};
use crate::lang::Lang;
use crate::pages::public::search::encoded;
use crate::ui::pager::pager;
use crate::ui::table::{Caption, Table};
use leptos::prelude::*;

/// Whether an item can be applied for, as the list and the form say it.
pub fn state_name(lang: Lang, state: &str) -> &'static str {
    match state {
        "active" => lang.t("在用", "In use"),
        "suspended" => lang.t("暂停", "Suspended"),
        "withdrawn" => lang.t("取消", "Withdrawn"),
        _ => "—",
    }
}

/// The state as a tag.
pub fn state_tag(lang: Lang, state: &str) -> AnyView {
    let class = match state {
        "active" => "tag status-done",
        "suspended" => "tag status-suspended",
        _ => "tag status-blocked",
    };
    view! { <span class=class>{state_name(lang, state)}</span> }.into_any()
}

/// One item.
#[derive(Clone, Debug)]
pub struct ItemRow {
    /// `RS-001`.
    pub id: String,
    /// Name.
    pub name: String,
    /// Department.
    pub department: String,
    /// 即办件 or 承诺件, in words.
    pub kind: String,
    /// What is promised, in words.
    pub promise: String,
    /// Errors and warnings found.
    pub findings: (usize, usize),
    /// `active`, `suspended`, `withdrawn`.
    pub state: &'static str,
}

/// What the list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemsQuery {
    /// Words, or an id.
    pub text: String,
    /// Key of a department.
    pub department: String,
    /// A state.
    pub state: String,
    /// Only those with findings.
    pub faulty: bool,
    /// From 1.
    pub page: u64,
}

impl ItemsQuery {
    fn pages(&self) -> String {
        let faulty = if self.faulty { "&faulty=1" } else { "" };
        let (q, department) = (encoded(&self.text), encoded(&self.department));
        format!("/admin/items?q={q}&department={department}&state={}{faulty}&page=", encoded(&self.state))
    }
}

/// The page.
#[derive(Clone, Debug)]
pub struct ItemsPage {
    /// The language.
    pub lang: Lang,
    /// What was asked for.
    pub query: ItemsQuery,
    /// Departments, keys with names.
    pub departments: Vec<(String, String)>,
    /// How many items fit.
    pub total: usize,
    /// How many pages.
    pub pages: u64,
    /// Items and implementations in all.
    pub all: (usize, usize),
    /// The items of this page.
    pub rows: Vec<ItemRow>,
}

/// The view.
pub fn items(page: ItemsPage) -> AnyView {
    let lang = page.lang;
    let (all, implementations) = page.all;
    let lead = lang.t(
        format!("{all} 个事项，{implementations} 项实施清单"),
        format!("{all} items with {implementations} implementations"),
    );
    let shown = page.total;
    let all_items = view! { <p><a href="/admin/items">{lang.t("清除筛选", "Clear the filter")}</a></p> };
    view! {
        <div class="row between">
            <div class="page-head"><h1>{lang.t("事项", "Items")}</h1><p class="lead">{lead}</p></div>
            <a class="button secondary" href="/admin/items/import">{lang.t("导入目录", "Import a catalogue")}</a>
        </div>
        {filtered(&page)}
        <p class="result-count">{lang.t(format!("符合条件 {shown} 个"), format!("{shown} fit"))}</p>
        {table(lang).panel(&page.rows, lang.t("没有符合条件的事项", "No item fits"), all_items)}
        {pager(lang, page.query.page, page.pages, &page.query.pages())}
    }
    .into_any()
}

fn filtered(page: &ItemsPage) -> AnyView {
    let (lang, query) = (page.lang, &page.query);
    let text = ("q", lang.t("名称、编号或拼音", "Name, number or pinyin"));
    let department = lang.t("部门", "Department");
    let states = ["active", "suspended", "withdrawn"]
        .map(|state| (state.to_owned(), state_name(lang, state).to_owned()));
    let fields = view! {
        {line(lang, "search", "width-20", text, &query.text)}
        {choice(lang, "department", department, &query.department, page.departments.clone())}
        {choice(lang, "state", lang.t("状态", "State"), &query.state, states)}
        <div class="field"><div class="choice">
            <input type="checkbox" id="faulty" name="faulty" value="1" checked=query.faulty/>
            <label for="faulty">{lang.t("只看有问题的", "With findings only")}</label>
        </div></div>
    };
    filters(lang, "/admin/items", fields)
}

fn table(lang: Lang) -> Table<'static, ItemRow> {
    Table::new(Caption::heard("items", lang.t("事项", "Items")))
        .stacked()
        .column(lang.t("编号", "Number"), |row: &ItemRow| {
            view! { <span class="code nowrap">{row.id.clone()}</span> }
        })
        .row_name(lang.t("名称", "Name"), |row| {
            view! { <a href=format!("/admin/items/{}", row.id)>{row.name.clone()}</a> }
        })
        .column(lang.t("部门", "Department"), |row| row.department.clone())
        .column(lang.t("办件类型", "Kind"), |row| row.kind.clone())
        .column(lang.t("承诺时限", "Promise"), |row| row.promise.clone())
        .column(lang.t("检查", "Check"), move |row| verdict(lang, row.findings))
        .column(lang.t("状态", "State"), move |row| state_tag(lang, row.state))
}

/// How the check came out, in a word.
pub fn verdict(lang: Lang, (errors, warnings): (usize, usize)) -> AnyView {
    let (class, text) = match (errors, warnings) {
        (0, 0) => ("light green", lang.t("通过", "Passed").to_owned()),
        (0, n) => ("light yellow", lang.t(format!("{n} 处提醒"), format!("{n} warnings"))),
        (n, _) => ("light red", lang.t(format!("{n} 处错误"), format!("{n} errors"))),
    };
    view! { <span class=class>{text}</span> }.into_any()
}
