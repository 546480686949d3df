//! The order of the steps, drawn: rows one after the other, the steps of a row side by side.

use super::{VersionPage, words};
use crate::lang::Lang;
use crate::ui::panel::panel as boxed;
use crate::ui::status::step_kind_name;
use domain::process::StepKind;
use leptos::prelude::*;

/// A step in the drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnStep {
    /// Its name.
    pub name: String,
    /// What is done.
    pub kind: StepKind,
    /// Who does it.
    pub departments: Vec<String>,
    /// Working days of its own.
    pub limit: Option<u16>,
}

pub(super) fn panel(page: &VersionPage) -> AnyView {
    let lang = page.lang;
    let body = if page.order.is_empty() {
        let words = lang.t(
            "没有环节：受理后由主管部门直接审查、决定。",
            "No steps: the department in charge examines and decides.",
        );
        view! { <p class="meta">{words}</p> }.into_any()
    } else {
        view! { {drawn(page)}{longest(page)} }.into_any()
    };
    boxed(lang.t("办理顺序", "In which order"), body)
}

fn drawn(page: &VersionPage) -> AnyView {
    let lang = page.lang;
    let rows = page.order.iter().map(|steps| row(lang, steps)).collect_view();
    view! {
        <ol class="flow">
            <li class="end">{lang.t("受理", "Accepted")}</li>{rows}<li class="end">{lang.t("决定", "Decision")}</li>
        </ol>
    }
    .into_any()
}

fn row(lang: Lang, steps: &[DrawnStep]) -> AnyView {
    let several = steps.len() > 1;
    let step = |step: &DrawnStep| {
        let limit = step.limit.map(|days| format!(" · {}", words::days(lang, Some(days))));
        let name = words::named(lang, &step.name);
        view! {
            <li>
                <strong>{name}</strong>
                <span class="meta">{step_kind_name(lang, step.kind)}{limit}</span>
                <span class="meta">{step.departments.join(lang.t("、", ", "))}</span>
            </li>
        }
    };
    let steps = steps.iter().map(step).collect_view();
    let side = several.then(|| view! { <p class="meta">{lang.t("并行", "side by side")}</p> });
    view! { <li>{side}<ul class="flow-row">{steps}</ul></li> }.into_any()
}

/// The longest way against the promise.
fn longest(page: &VersionPage) -> AnyView {
    let (lang, (steps, promised)) = (page.lang, page.longest);
    let text = match promised {
        Some(promised) => lang.t(
            format!("最长 {steps} 个工作日，承诺 {promised} 个"),
            format!("At most {steps} working days, {promised} promised"),
        ),
        None => lang.t(format!("最长 {steps} 个工作日"), format!("At most {steps} working days")),
    };
    let late = promised.is_some_and(|promised| steps > promised);
    view! { <p class:late=late>{text}</p> }.into_any()
}
