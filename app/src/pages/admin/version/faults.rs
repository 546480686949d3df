//! What keeps a version from being released, in words.

use super::VersionPage;
use crate::lang::Lang;
use domain::process::ProcessFault;
use leptos::prelude::*;

/// What is wrong, and what to do.
pub(super) fn words(lang: Lang, fault: &ProcessFault) -> String {
    let t = |zh: &str, en: &str| lang.t(zh, en).to_owned();
    match fault {
        ProcessFault::Name(name) if name.trim().is_empty() => {
            t("给这个环节起个名称", "Give this step a name")
        }
        ProcessFault::Name(_) => t("名称最多 40 个字", "Use at most 40 characters for the name"),
        ProcessFault::Twice(_) => t("这个环节重复了，请删掉一个", "This step is there twice. Remove one"),
        ProcessFault::Places(_) => t("选择办理这个环节的部门", "Choose the departments that do this step"),
        ProcessFault::Alone(_) => {
            t("会商联审至少要选两个部门", "A joint review takes at least two departments")
        }
        ProcessFault::After(_) => t("只能排在它上面的环节之后", "It can only wait for steps above it"),
        ProcessFault::Limit(_) => {
            t("环节时限至少 1 个工作日，不限时就留空", "At least 1 working day; leave it empty for no limit")
        }
        ProcessFault::TooLong { steps, promised } => lang.t(
            format!("各环节最长要 {steps} 个工作日，超过了承诺的 {promised} 个"),
            format!("The steps take {steps} working days, more than the {promised} promised"),
        ),
        ProcessFault::Deferral => t(
            "容缺补齐的天数要在 1 天到承诺时限之间",
            "What may follow must come within the promised limit, after one day at least",
        ),
        ProcessFault::Automatic => t(
            "有环节的事项不能秒批：关掉秒批，或删去环节",
            "With steps nothing is decided by rule. Switch the rule off, or remove the steps",
        ),
        ProcessFault::Promise => {
            t("承诺时限不能比法定时限长", "The promise cannot be longer than the statute allows")
        }
    }
}

/// What is wrong at a field.
pub(super) fn at(page: &VersionPage, field: &str) -> Option<String> {
    page.faults.iter().find(|(name, _)| name == field).map(|(_, fault)| words(page.lang, fault))
}

/// Everything that is still to be put right, with links to the fields.
pub(super) fn notice(page: &VersionPage) -> Option<AnyView> {
    let (lang, n) = (page.lang, page.faults.len());
    if n == 0 {
        return None;
    }
    let line = |(field, fault): &(String, ProcessFault)| {
        let step = step_of(field).map(|at| lang.t(format!("环节 {at}："), format!("Step {at}: ")));
        view! { <li><a href=format!("#{field}")>{step}{words(lang, fault)}</a></li> }
    };
    let lines = page.faults.iter().map(line).collect_view();
    let title = lang.t(
        format!("发布前还有 {n} 处要改"),
        if n == 1 {
            "1 thing to put right before the release".to_owned()
        } else {
            format!("{n} things to put right before the release")
        },
    );
    let (class, role) =
        if page.tried { ("error-summary", Some("alert")) } else { ("notice warning faults", None) };
    Some(
        view! {
            <section class=class role=role aria-labelledby="faults" tabindex="-1" autofocus=page.tried>
                <h2 id="faults">{title}</h2><ul>{lines}</ul>
            </section>
        }
        .into_any(),
    )
}

/// The number of the step that a field belongs to, counted from 1.
fn step_of(field: &str) -> Option<usize> {
    let (at, _) = field.strip_prefix("step-")?.split_once('-')?;
    at.parse::<usize>().ok().map(|at| at + 1)
}
