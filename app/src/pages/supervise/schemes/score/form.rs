//! What assessing units put in.

use super::ScorePage;
use crate::lang::Lang;
use crate::ui::table::{Caption, Table};
use leptos::prelude::*;

/// A component to put in.
#[derive(Clone, Debug)]
pub struct InputView {
    /// Name within the scheme.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The greatest that may be put in.
    pub max: String,
    /// As typed, or as it is in force.
    pub value: String,
    /// Who put it in, and when.
    pub by: String,
    /// What is wrong with it.
    pub error: Option<String>,
}

/// A value put in before.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// Of which component.
    pub name: String,
    /// The value, or that it was taken back.
    pub value: String,
    /// Why.
    pub note: String,
    /// When.
    pub at: String,
    /// By whom.
    pub by: String,
}

pub(super) fn errors(lang: Lang, wrong: &[(String, String)]) -> Option<AnyView> {
    let n = wrong.len();
    let lines = wrong.iter().map(|(at, words)| {
        view! { <li><a href=format!("#{at}")>{words.clone()}</a></li> }
    });
    (n > 0).then(|| {
        view! {
            <section class="error-summary" role="alert" aria-labelledby="errors" tabindex="-1" autofocus>
                <h2 id="errors">{lang.t(format!("没有保存：有 {n} 处需要改正"), format!("Not saved: {n} to put right"))}</h2>
                <ul>{lines.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

pub(super) fn form(page: &ScorePage) -> AnyView {
    let lang = page.lang;
    if page.inputs.is_empty() {
        return ().into_any();
    }
    let fields = page.inputs.iter().map(|input| field(lang, input)).collect_view();
    view! {
        <form class="panel stack" id="put-in" method="post" action=format!("/supervise/schemes/{}/scores", page.key)>
            <h2>{lang.t("填报得分", "Put in points")}</h2>
            <p class="meta">{lang.t(
                "由考核单位填报，最多四位小数。清空一栏就是收回；每次改动都留存。",
                "Put in by the assessing unit, four decimals at most. Emptying a field takes it back. Every change is kept.",
            )}</p>
            <input type="hidden" name="subject" value=page.subject.clone()/>
            <input type="hidden" name="period" value=page.period.clone()/>
            <input type="hidden" name="seen" value=page.seen.clone()/>
            {fields}
            <div class="field">
                <label for="note">{lang.t("说明", "Remark")}" "<span class="optional">{lang.t("选填", "optional")}</span></label>
                <textarea id="note" name="note" rows="2" maxlength="500">{page.note.clone()}</textarea>
            </div>
            <div class="page-actions"><button class="button">{lang.t("保存并重算", "Save and work out")}</button></div>
        </form>
    }
    .into_any()
}

fn field(lang: Lang, input: &InputView) -> AnyView {
    let InputView { key, name, max, value, by, error } = input.clone();
    let hint_id = format!("{key}-hint");
    let by = (!by.is_empty()).then(|| format!(" · {by}"));
    let hint = lang.t(format!("满分 {max}"), format!("of at most {max}"));
    let invalid = error.is_some().then_some("true");
    let error = error.map(|error| view! { <p class="error">{error}</p> });
    view! {
        <div class="field">
            <label for=key.clone()>{name}</label>
            <p class="hint" id=hint_id.clone()>{hint}{by}</p>
            {error}
            <input class="width-10" type="text" inputmode="decimal" autocomplete="off" id=key.clone()
                name=format!("in-{key}") value=value aria-describedby=hint_id aria-invalid=invalid/>
        </div>
    }
    .into_any()
}

pub(super) fn earlier(lang: Lang, all: &[Earlier]) -> Option<AnyView> {
    let table = Table::new(Caption::heard("earlier-caption", lang.t("填报记录", "What was put in")))
        .stacked()
        .row_name(lang.t("分项", "Component"), |one: &Earlier| one.name.clone())
        .number(lang.t("数值", "Value"), |one| one.value.clone())
        .column(lang.t("说明", "Remark"), |one| one.note.clone())
        .short(lang.t("时间", "When"), |one| one.at.clone())
        .column(lang.t("填报人", "By"), |one| one.by.clone());
    (!all.is_empty()).then(|| {
        view! {
            <details class="disclosure">
                <summary>{lang.t(format!("填报记录（{} 条）", all.len()), format!("What was put in ({})", all.len()))}</summary>
                {table.rows(all)}
            </details>
        }
        .into_any()
    })
}
