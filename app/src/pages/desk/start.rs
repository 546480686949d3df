//! Where a clerk begins: the field, today's own numbers, what was taken in last.

use super::shortcuts;
use super::today::{Numbers, figures};
use crate::lang::Lang;
use crate::ui::case_table::{CaseRow, Columns, case_table};
use crate::ui::error_summary::error_summary;
use crate::ui::field::error_of;
use domain::field_error::FieldError;
use leptos::prelude::*;

/// The page.
#[derive(Clone, Debug)]
pub struct StartPage {
    /// The language.
    pub lang: Lang,
    /// What was typed, when it led nowhere.
    pub typed: String,
    /// What is wrong with it; the field is called `find`.
    pub errors: Vec<FieldError>,
    /// The name of the person whose business is open, if any.
    pub current: Option<String>,
    /// The clerk's own day.
    pub numbers: Numbers,
    /// What this clerk took in last.
    pub recent: Vec<CaseRow>,
}

/// The view.
pub fn start(page: StartPage) -> AnyView {
    let lang = page.lang;
    view! {
        {error_summary(lang, &page.errors)}
        <section class="desk-start">
            <h1>{lang.t("请刷身份证，或输入", "Read an ID card, or type")}</h1>
            {hero(lang, &page.typed, &page.errors)}
            {page.current.map(|name| current(lang, name))}
        </section>
        {figures(lang, page.numbers)}
        {recent(lang, page.recent)}
        {shortcuts::keys(lang)}
    }
    .into_any()
}

/// The large field. It has the focus unless the error summary wants it.
fn hero(lang: Lang, typed: &str, errors: &[FieldError]) -> AnyView {
    let error = error_of(lang, "find", errors);
    let described = error.is_some().then_some("find-error");
    let invalid = error.is_some().then_some("true");
    let focus = errors.is_empty();
    view! {
        {error.map(|text| view! { <p class="error" id="find-error">{text}</p> })}
        <form class="omni hero" role="search" method="post" action="/desk/find" aria-label=lang.t("查找", "Find")>
            <label class="visually-hidden" for="find">
                {lang.t("身份证号、办件编号或事项名", "ID number, case number or service")}
            </label>
            <input id="find" name="q" value=typed.to_owned() autocomplete="off" spellcheck="false" autofocus=focus
                aria-describedby=described aria-invalid=invalid
                placeholder=lang.t("身份证号 · 信用代码 · 办件编号 · 事项", "ID number · credit code · case · service")/>
            <button class="button">{lang.t("查找", "Find")}</button>
        </form>
    }
    .into_any()
}

fn current(lang: Lang, name: String) -> AnyView {
    view! {
        <div class="notice info">
            <p>
                {lang.t("正在为 ", "You are serving ")}<strong>{name}</strong>{lang.t(" 办理。", ". ")}
                <a href="/desk/person">{lang.t("接着办", "Continue")}</a>
            </p>
        </div>
    }
    .into_any()
}

fn recent(lang: Lang, rows: Vec<CaseRow>) -> AnyView {
    let title = lang.t("我最近收的件", "What I took in last");
    let body = if rows.is_empty() {
        let text = lang.t("今天还没有收件。", "Nothing taken in yet today.");
        view! { <div class="empty"><p>{text}</p></div> }.into_any()
    } else {
        case_table(lang, title, Columns::Desk, rows, None)
    };
    view! {
        <section class="panel">
            <header>
                <h2>{title}</h2>
                <a class="aside" href="/desk/today">{lang.t("今日收件", "Today's cases")}</a>
            </header>
            {body}
        </section>
    }
    .into_any()
}
