//! 环节: the steps of a process, each with the departments asked, who has it, until when, and what
//! they said.

use super::date_strip::day;
use super::status::step_kind_name;
use crate::lang::Lang;
use chrono::NaiveDate;
use domain::process::StepKind;
use leptos::prelude::*;

/// How far a step has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Waits for the steps before it.
    Waiting,
    /// Somebody was asked and has not answered.
    Open,
    /// All who were asked have answered.
    Done,
}

impl Progress {
    fn class(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Open => "open",
            Self::Done => "done",
        }
    }

    fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Waiting => lang.t("未开始", "not begun"),
            Self::Open => lang.t("进行中", "going on"),
            Self::Done => lang.t("已完成", "done"),
        }
    }
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its name.
    pub name: String,
    /// What is done.
    pub kind: StepKind,
    /// How far it has come.
    pub progress: Progress,
    /// The names of the steps that it waits for.
    pub after: Vec<String>,
    /// The names of the steps that run beside it.
    pub beside: Vec<String>,
    /// Working days of its own.
    pub limit: Option<u16>,
    /// The departments asked.
    pub parts: Vec<Part>,
}

/// A department's part of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The department.
    pub department: String,
    /// Who has it in hand; empty when nobody has.
    pub holder: String,
    /// The last day of the step's own limit.
    pub due: Option<NaiveDate>,
    /// Past it.
    pub late: bool,
    /// Whether it agreed, once it has said so.
    pub agrees: Option<bool>,
    /// What it said.
    pub opinion: String,
    /// Who went along.
    pub second: String,
}

/// The steps in their order; nothing where the process has none.
pub fn steps(lang: Lang, steps: &[Step]) -> Option<AnyView> {
    let lines = steps.iter().map(|step| line(lang, step)).collect_view();
    (!steps.is_empty()).then(|| view! { <ol class="process">{lines}</ol> }.into_any())
}

fn line(lang: Lang, step: &Step) -> AnyView {
    let parts = step.parts.iter().map(|one| part(lang, one)).collect_view();
    let order = order(lang, step);
    view! {
        <li class=step.progress.class()>
            <p class="step-head">
                <strong>{step.name.clone()}</strong>" "
                <span class="tag">{step_kind_name(lang, step.kind)}</span>" "
                <span class="meta">{step.progress.name(lang)}</span>
            </p>
            {(!order.is_empty()).then(|| view! { <p class="meta">{order}</p> })}
            {(!step.parts.is_empty()).then(|| view! { <ul>{parts}</ul> })}
        </li>
    }
    .into_any()
}

/// After what, beside what, and in how many days.
fn order(lang: Lang, step: &Step) -> String {
    let named = |names: &[String]| names.join(lang.t("、", ", "));
    let after = (!step.after.is_empty()).then(|| {
        let names = named(&step.after);
        lang.t(format!("在“{names}”之后"), format!("after {names}"))
    });
    let beside = (!step.beside.is_empty()).then(|| {
        let names = named(&step.beside);
        lang.t(format!("与“{names}”并行"), format!("at the same time as {names}"))
    });
    let limit = step.limit.map(|days| lang.t(format!("限 {days} 个工作日"), format!("{days} working days")));
    let parts: Vec<String> = [after, beside, limit].into_iter().flatten().collect();
    parts.join(" · ")
}

fn part(lang: Lang, part: &Part) -> AnyView {
    let due = part.due.filter(|_| part.agrees.is_none());
    let late = part.late.then(|| view! { " "<strong class="late">{lang.t("已超期", "late")}</strong> });
    let due = due.map(|date| view! { " · "{lang.t("最晚 ", "by ")}{day(lang, date)}{late} });
    let opinion = part.opinion.clone();
    view! {
        <li>
            <p>{part.department.clone()}" · "{who(lang, part)}{due}</p>
            {(!opinion.is_empty()).then(|| view! { <p class="quote">{opinion}</p> })}
        </li>
    }
    .into_any()
}

fn who(lang: Lang, part: &Part) -> String {
    let answer = match part.agrees {
        Some(true) => lang.t("同意", "agrees"),
        Some(false) => lang.t("不同意", "does not agree"),
        None if part.holder.is_empty() => lang.t("还没有人取件", "nobody has taken it yet"),
        None => lang.t("办理中", "in hand"),
    };
    let second = Some(&part.second).filter(|second| !second.is_empty());
    let second = second.map(|second| lang.t(format!("同行 {second}"), format!("with {second}")));
    let parts = [Some(part.holder.clone()), second, Some(answer.to_owned())];
    parts.into_iter().flatten().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}
