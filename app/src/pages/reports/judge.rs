//! One report before the supervisor: read, then signed off, returned, or opened again.

use super::address::Place;
use super::history::history;
use super::one::{Report, asked, head, said};
use super::words::{act_name, field_name};
use crate::lang::Lang;
use crate::ui::error_summary::named_error_summary;
use crate::ui::field::Field;
use crate::ui::panel::panel;
use domain::assessment::report::Act;
use domain::field_error::FieldError;
use leptos::prelude::*;

/// What was typed and not taken.
#[derive(Clone, Debug, Default)]
pub struct Judged {
    /// What was to be done.
    pub act: Option<Act>,
    /// The reason, as typed.
    pub reason: String,
    /// What is wrong.
    pub errors: Vec<FieldError>,
    /// Somebody was faster: who.
    pub stale: Option<String>,
}

/// The page.
#[derive(Clone, Debug)]
pub struct JudgePage {
    /// The language.
    pub lang: Lang,
    /// Key of the report.
    pub id: String,
    /// The version that is shown.
    pub version: i32,
    /// The report.
    pub report: Report,
    /// What can be done.
    pub offered: Vec<Act>,
    /// What was typed and not taken.
    pub judged: Judged,
}

/// The view.
pub fn judge_page(page: JudgePage) -> AnyView {
    let (lang, report) = (page.lang, &page.report);
    let stale = page.judged.stale.as_ref().map(|who| {
        let who = if who.is_empty() { lang.t("有人", "Somebody") } else { who };
        let words = lang.t(
            format!("{who} 刚才改了这份填报，没有办成；下面是现在的内容，您写的理由还在。"),
            format!("{who} has just changed this report; nothing was done. Below is how it stands now, with what you typed."),
        );
        view! { <div class="notice warning" role="alert" tabindex="-1" autofocus><p>{words}</p></div> }
    });
    // What needs no words stands first.
    let (worded, plain): (Vec<Act>, Vec<Act>) = page.offered.iter().partition(|act| act.needs_reason());
    let forms = plain.into_iter().chain(worded).map(|act| form(&page, act)).collect_view();
    let nothing = page.offered.is_empty().then(|| {
        let words =
            lang.t("现在由部门填报，没有要办的。", "The department has it in hand; there is nothing to do.");
        view! { <p class="hint">{words}</p> }
    });
    view! {
        <a class="back-link" href=Place::Supervise.list()>{lang.t("返回指标填报", "Back to the reports")}</a>
        {stale}
        {named_error_summary(lang, &page.judged.errors, |field| field_name(lang, field))}
        {head(lang, report)}
        {asked(lang, report)}
        {said(lang, Place::Supervise, report)}
        {panel(lang.t("办理", "Judge it"), view! { {nothing}{forms} })}
        {history(lang, Place::Supervise, &report.history)}
    }
    .into_any()
}

/// A form for each act, folded where it needs words.
fn form(page: &JudgePage, act: Act) -> AnyView {
    let lang = page.lang;
    let typed = page.judged.act == Some(act);
    let action = format!("{}/{}", Place::Supervise.list(), page.id);
    let hidden = view! {
        <input type="hidden" name="act" value=act.as_str()/>
        <input type="hidden" name="version" value=page.version/>
    };
    let button = view! { <button class="button">{act_name(lang, act)}</button> };
    if !act.needs_reason() {
        return view! { <form method="post" action=action>{hidden}{button}</form> }.into_any();
    }
    let errors: &[FieldError] = if typed { &page.judged.errors } else { &[] };
    let reason = Field::new(lang, "reason", field_name(lang, "reason")).errors(errors);
    let reason = reason.value(if typed { &page.judged.reason } else { "" });
    let reason = reason.hint(lang.t(
        "写清哪里不对、怎样改，部门会看到",
        "Say what is wrong and how to mend it; the department reads it",
    ));
    view! {
        <details class="disclosure" open=typed>
            <summary>{act_name(lang, act)}</summary>
            <form method="post" action=action>{hidden}{reason.textarea("3")}{button}</form>
        </details>
    }
    .into_any()
}
