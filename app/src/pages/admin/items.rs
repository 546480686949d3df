//! The catalogue as a list: to find, filter and open an item.

use crate::lang::Lang;
use crate::pages::public::search::encoded;
use crate::ui::pager::pager;
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
    view! {
        <div class="row between">
            <div class="page-head"><h1>{lang.t("事项", "Items")}</h1><p class="lead">{lead}</p></div>
            <a class="button secondary" href="/admin/items/import">{lang.t("导入目录", "Import a catalogue")}</a>
        </div>
        {filters(&page)}
        <p class="result-count">{lang.t(format!("符合条件 {shown} 个"), format!("{shown} fit"))}</p>
        {list(lang, page.rows)}
        {pager(lang, page.query.page, page.pages, &page.query.pages())}
    }
    .into_any()
}

fn filters(page: &ItemsPage) -> AnyView {
    let (lang, query) = (page.lang, &page.query);
    let option = |value: String, text: String, chosen: &str| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{text}</option> }
    };
    let departments =
        page.departments.iter().map(|(key, name)| option(key.clone(), name.clone(), &query.department));
    let states = ["active", "suspended", "withdrawn"]
        .map(|state| option(state.to_owned(), state_name(lang, state).to_owned(), &query.state));
    view! {
        <form class="toolbar" method="get" action="/admin/items" aria-label=lang.t("筛选", "Filter")>
            <div class="field">
                <label for="q">{lang.t("名称、编号或拼音", "Name, number or pinyin")}</label>
                <input type="search" id="q" name="q" class="width-20" value=query.text.clone()/>
            </div>
            <div class="field">
                <label for="department">{lang.t("部门", "Department")}</label>
                <select id="department" name="department">
                    <option value="">{lang.t("全部", "All")}</option>{departments.collect_view()}
                </select>
            </div>
            <div class="field">
                <label for="state">{lang.t("状态", "State")}</label>
                <select id="state" name="state">
                    <option value="">{lang.t("全部", "All")}</option>{states.collect_view()}
                </select>
            </div>
            <div class="field"><div class="choice">
                <input type="checkbox" id="faulty" name="faulty" value="1" checked=query.faulty/>
                <label for="faulty">{lang.t("只看有问题的", "With findings only")}</label>
            </div></div>
            <button class="button small secondary">{lang.t("筛选", "Filter")}</button>
        </form>
    }
    .into_any()
}

fn list(lang: Lang, rows: Vec<ItemRow>) -> AnyView {
    if rows.is_empty() {
        return view! {
            <div class="empty"><p class="title">{lang.t("没有符合条件的事项", "No item fits")}</p>
            <p><a href="/admin/items">{lang.t("清除筛选", "Clear the filter")}</a></p></div>
        }
        .into_any();
    }
    let rows = rows.into_iter().map(|row| line(lang, row)).collect_view();
    view! {
        <section class="panel">
        <div class="table-scroll" role="region" aria-labelledby="items" tabindex="0">
            <table class="data-table dense stacked">
                <caption id="items" class="visually-hidden">{lang.t("事项", "Items")}</caption>
                <thead><tr>
                    <th scope="col">{lang.t("编号", "Number")}</th>
                    <th scope="col">{lang.t("名称", "Name")}</th>
                    <th scope="col">{lang.t("部门", "Department")}</th>
                    <th scope="col">{lang.t("办件类型", "Kind")}</th>
                    <th scope="col">{lang.t("承诺时限", "Promise")}</th>
                    <th scope="col">{lang.t("检查", "Check")}</th>
                    <th scope="col">{lang.t("状态", "State")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        </section>
    }
    .into_any()
}

fn line(lang: Lang, row: ItemRow) -> AnyView {
    view! {
        <tr>
            <td data-label=lang.t("编号", "Number")><span class="code nowrap">{row.id.clone()}</span></td>
            <th scope="row"><a href=format!("/admin/items/{}", row.id)>{row.name}</a></th>
            <td data-label=lang.t("部门", "Department")>{row.department}</td>
            <td data-label=lang.t("办件类型", "Kind")>{row.kind}</td>
            <td data-label=lang.t("承诺时限", "Promise")>{row.promise}</td>
            <td data-label=lang.t("检查", "Check")>{verdict(lang, row.findings)}</td>
            <td data-label=lang.t("状态", "State")>{state_tag(lang, row.state)}</td>
        </tr>
    }
    .into_any()
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
