//! 考核方案: what cities' documents lay down, which of it is in force, and what comes of it.

mod entry;
mod import;
mod score;
mod tree;

pub use entry::{EntryView, PointView, Reading, ReportState};
pub use import::{ImportSchemePage, import_scheme};
pub use score::address as score_address;
pub use score::{
    Earlier, InputView, LineView, Row, ScorePage, ScoresPage, SettledView, Working, score, scores,
};
pub use tree::{NodeView, SchemePage, scheme};

use crate::lang::Lang;
use crate::ui::table::{Caption, Table};
use leptos::prelude::*;

/// A version of a scheme.
#[derive(Clone, Debug)]
pub struct SchemeLine {
    /// Short stable name.
    pub key: String,
    /// Counted from 1.
    pub version: i32,
    /// Its name.
    pub name: String,
    /// The city whose document it is.
    pub city: String,
    /// The document.
    pub document: String,
    /// Whether it is in force.
    pub active: bool,
    /// How many entries it has.
    pub entries: u64,
    /// How many of them departments report.
    pub reported: u64,
    /// When it was taken in, and by whom.
    pub imported: String,
}

/// The page.
#[derive(Clone, Debug)]
pub struct SchemesPage {
    /// The language.
    pub lang: Lang,
    /// Every version, by key.
    pub lines: Vec<SchemeLine>,
}

/// The page's name.
pub fn title(lang: Lang) -> &'static str {
    lang.t("考核方案", "Assessment schemes")
}

/// The address of a version.
pub fn address(key: &str, version: Option<i32>) -> String {
    version.map_or_else(
        || format!("/supervise/schemes/{key}"),
        |version| format!("/supervise/schemes/{key}?version={version}"),
    )
}

/// The view.
pub fn schemes(page: SchemesPage) -> AnyView {
    let lang = page.lang;
    let lead = lang.t(
        "各市文件规定的指标、任务和计分办法，作为数据导入。平台能统计的实时统计，其余由部门填报。",
        "Indicators, tasks and ways of scoring of cities' documents, taken in as data. What the portal can measure is live; departments report the rest.",
    );
    view! {
        <div class="row between">
            <div class="page-head"><h1>{title(lang)}</h1><p class="lead">{lead}</p></div>
            <ul class="page-actions row">
                <li><a class="button secondary" href="/supervise/schemes/import">{lang.t("导入方案", "Import a scheme")}</a></li>
                <li><a class="button secondary" href="/supervise/reports">{lang.t("部门填报", "Reports by departments")}</a></li>
            </ul>
        </div>
        {table(lang).panel(
            &page.lines,
            lang.t("还没有考核方案", "There is no scheme yet"),
            view! { <p><a href="/supervise/schemes/import">{lang.t("导入一份方案", "Import one")}</a></p> },
        )}
    }
    .into_any()
}

fn table(lang: Lang) -> Table<'static, SchemeLine> {
    Table::new(Caption::heard("schemes-caption", title(lang)))
        .stacked()
        .row_name(lang.t("方案", "Scheme"), move |line: &SchemeLine| {
            view! {
                <a href=address(&line.key, Some(line.version))>{line.name.clone()}</a>" "
                <span class="meta">{line.document.clone()}</span>
            }
        })
        .column(lang.t("城市", "City"), |line| line.city.clone())
        .number(lang.t("条目", "Entries"), |line| line.entries)
        .number(lang.t("其中填报", "Reported"), |line| line.reported)
        .short(lang.t("版本", "Version"), |line| line.version)
        .column(lang.t("导入", "Taken in"), |line| line.imported.clone())
        .column(lang.t("状态", "State"), move |line| force(lang, line))
}

/// Whether it is in force, and the button to change that.
fn force(lang: Lang, line: &SchemeLine) -> AnyView {
    let (class, state, act) = if line.active {
        ("tag status-done", lang.t("启用", "In force"), lang.t("停用", "Retire"))
    } else {
        ("tag", lang.t("未启用", "Not in force"), lang.t("启用", "Put in force"))
    };
    let on = if line.active { "off" } else { "on" };
    view! {
        <form class="row" method="post" action=format!("/supervise/schemes/{}/force", line.key)>
            <span class=class>{state}</span>
            <input type="hidden" name="version" value=line.version.to_string()/>
            <input type="hidden" name="force" value=on/>
            <button class="button small secondary nowrap">{act}<span class="visually-hidden">" "{line.name.clone()}</span></button>
        </form>
    }
    .into_any()
}
