//! The versions of an item, and whether cases are taken.

use super::super::values::Values;
use super::stage::{Stage, tag};
use crate::lang::Lang;
use crate::ui::error_summary::error_summary;
use crate::ui::panel::panel;
use crate::ui::table::{Caption, Table, or_dash};
use chrono::NaiveDate;
use leptos::prelude::*;

/// One version.
#[derive(Clone, Debug)]
pub struct VersionRow {
    /// Which one.
    pub version: i32,
    /// Where it stands.
    pub stage: Stage,
    /// First day in force; none from the beginning, or not yet.
    pub from: Option<NaiveDate>,
    /// Last day in force, as far as it is known.
    pub until: Option<NaiveDate>,
    /// Cases filed under it.
    pub cases: u64,
    /// Who made it; empty for an import.
    pub author: String,
    /// Why.
    pub note: String,
}

/// Whether an item takes cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taking {
    /// Yes.
    Active,
    /// Not for the time being.
    Suspended,
    /// Never again.
    Cancelled,
}

/// The page.
#[derive(Clone, Debug)]
pub struct VersionsPage {
    /// The language.
    pub lang: Lang,
    /// `RS-001`.
    pub item: String,
    /// The item's name.
    pub name: String,
    /// The item's own version: guards the buttons.
    pub item_version: i32,
    /// Whether it takes cases.
    pub taking: Taking,
    /// The newest first.
    pub rows: Vec<VersionRow>,
    /// What was typed as a reason.
    pub values: Values,
}

/// The view.
pub fn versions(page: VersionsPage) -> AnyView {
    let lang = page.lang;
    view! {
        <a class="back-link" href=format!("/admin/items/{}", page.item)>{lang.t("返回事项", "Back to the item")}</a>
        {error_summary(lang, &page.values.errors)}
        <div class="row between">
            <div class="page-head">
                <h1>{lang.t("办理规程的版本", "Versions of how it is handled")}</h1>
                <p class="lead">{page.name.clone()}" · "{page.item.clone()}</p>
            </div>
            {next(&page)}
        </div>
        <div class="with-aside">
            <div class="body">{validity(&page)}{table(&page).panel(&page.rows, "", ())}</div>
            <aside class="aside stack" aria-label=lang.t("收不收件", "Taking cases")>{taking(&page)}</aside>
        </div>
    }
    .into_any()
}

/// The way to the next version: one draft at a time.
fn next(page: &VersionsPage) -> Option<AnyView> {
    let lang = page.lang;
    if page.taking == Taking::Cancelled {
        return None;
    }
    let list = format!("/admin/items/{}/versions", page.item);
    let draft = page.rows.iter().find(|row| row.stage == Stage::Draft);
    Some(match draft {
        Some(row) => {
            let href = format!("{list}/{}", row.version);
            view! { <a class="button" href=href>{lang.t("继续写草稿", "Go on with the draft")}</a> }.into_any()
        }
        None => view! {
            <form method="post" action=list><button class="button">{lang.t("起草新版本", "Begin a new version")}</button></form>
        }
        .into_any(),
    })
}

/// When which version was, is and will be in force.
fn validity(page: &VersionsPage) -> AnyView {
    let lang = page.lang;
    let mut rows: Vec<&VersionRow> = page.rows.iter().filter(|row| row.stage != Stage::Draft).collect();
    rows.sort_by_key(|row| (row.from, row.version));
    let part = |row: &&VersionRow| {
        let class = match row.stage {
            Stage::InForce | Stage::Suspended => "now",
            Stage::Scheduled => "to-come",
            Stage::Draft | Stage::Cancelled | Stage::Ended => "past",
        };
        let n = row.version;
        view! {
            <li class=class>
                <strong>{lang.t(format!("第 {n} 版"), format!("Version {n}"))}</strong>
                <span class="meta">{span(lang, row)}</span>
            </li>
        }
    };
    let parts = rows.iter().map(part).collect_view();
    view! { <ol class="validity" aria-label=lang.t("实施时间", "When in force")>{parts}</ol> }.into_any()
}

/// From when until when.
fn span(lang: Lang, row: &VersionRow) -> String {
    match (row.from, row.until) {
        (None, None) => lang.t("一直", "From the beginning").to_owned(),
        (Some(from), None) => {
            let from = lang.date(from);
            lang.t(format!("{from}起"), format!("From {from}"))
        }
        (None, Some(until)) => {
            let until = lang.date(until);
            lang.t(format!("至 {until}"), format!("Until {until}"))
        }
        (Some(from), Some(until)) => {
            let (from, until) = (lang.date(from), lang.date(until));
            lang.t(format!("{from}至{until}"), format!("{from} to {until}"))
        }
    }
}

fn table(page: &VersionsPage) -> Table<'static, VersionRow> {
    let (lang, item) = (page.lang, page.item.clone());
    let day = move |day: Option<NaiveDate>| or_dash(&day.map(|day| lang.date(day)).unwrap_or_default());
    Table::new(Caption::heard("versions", lang.t("版本", "Versions")))
        .stacked()
        .row_name(lang.t("版本", "Version"), move |row: &VersionRow| {
            let n = row.version;
            let href = format!("/admin/items/{item}/versions/{n}");
            view! { <a href=href>{lang.t(format!("第 {n} 版"), format!("Version {n}"))}</a> }
        })
        .column(lang.t("状态", "State"), move |row| tag(lang, row.stage))
        .short(lang.t("实施日期", "From"), move |row| day(row.from))
        .short(lang.t("截止", "Until"), move |row| day(row.until))
        .number(lang.t("办件", "Cases"), |row| row.cases)
        .column(lang.t("谁写的", "By"), move |row| {
            if row.author.is_empty() { lang.t("导入", "Import").to_owned() } else { row.author.clone() }
        })
        .column(lang.t("为什么", "Why"), |row| or_dash(&row.note))
}

fn taking(page: &VersionsPage) -> AnyView {
    let lang = page.lang;
    let suspend = panel(
        lang.t("暂停办理", "Suspend"),
        turn(
            page,
            "suspend",
            "button secondary",
            lang.t("暂停", "Suspend"),
            lang.t(
                "不再收新的申请，正在办的照常办理；可以随时恢复。",
                "No new applications are taken, cases in hand go on. It can be taken up again at any time.",
            ),
        ),
    );
    let cancel = || {
        panel(
            lang.t("废止", "Cancel for good"),
            turn(page, "cancel", "button danger", lang.t("废止", "Cancel for good"), lang.t(
                "永远不再收件；正在办的按原规程办完。草稿和待实施的版本一并作废。",
                "Never takes a case again; cases in hand are finished as they began. A draft and what waits for its day go with it.",
            )),
        )
    };
    let resume = || {
        let words = lang.t("现在不收新的申请。", "No new applications are taken now.");
        panel(
            lang.t("恢复办理", "Take it up again"),
            view! {
                <form method="post" action=action(page)>
                    <p>{words}</p>{guard(page)}
                    <div class="page-actions"><button class="button" name="do" value="resume">{lang.t("恢复", "Take it up again")}</button></div>
                </form>
            },
        )
    };
    match page.taking {
        Taking::Active => view! { {suspend}{cancel()} }.into_any(),
        Taking::Suspended => view! { {resume()}{cancel()} }.into_any(),
        Taking::Cancelled => panel(
            lang.t("已废止", "Cancelled"),
            view! { <p>{lang.t("不再收件；正在办的按原规程办完。", "It takes no cases any more; those in hand are finished as they began.")}</p> },
        ),
    }
}

fn action(page: &VersionsPage) -> String {
    format!("/admin/items/{}/taking", page.item)
}

fn guard(page: &VersionsPage) -> AnyView {
    view! { <input type="hidden" name="version" value=page.item_version.to_string()/> }.into_any()
}

/// A button with the reason that it asks for.
fn turn(
    page: &VersionsPage,
    deed: &'static str,
    class: &'static str,
    text: &'static str,
    explains: &'static str,
) -> AnyView {
    let lang = page.lang;
    let mine = page.values.get("do") == deed;
    let mut field = crate::ui::field::Field::new(lang, &format!("reason-{deed}"), lang.t("原因", "Reason"));
    if mine {
        field = field.value(page.values.get("reason"));
        field.error = crate::ui::field::error_of(lang, &format!("reason-{deed}"), &page.values.errors);
    }
    view! {
        <form method="post" action=action(page)>
            <p>{explains}</p>{guard(page)}{field.view()}
            <div class="page-actions"><button class=class name="do" value=deed>{text}</button></div>
        </form>
    }
    .into_any()
}
