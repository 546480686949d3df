//! Departments, those with most to be late first.

use super::words::pace;
use super::{ForecastPage, ForecastQuery, List};
use crate::ui::ratio::grouped;
use crate::ui::table::{Caption, Table};
use domain::forecast::Pace;
use leptos::prelude::*;

/// A department with its numbers; each is a number of cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DepartmentLine {
    /// Its id; empty for all together.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The pace.
    pub pace: Pace,
    /// Clock running.
    pub running: i64,
    /// Of these, due in the coming days.
    pub due: i64,
    /// Will be late, whenever they are due.
    pub late: i64,
    /// Past their date already.
    pub past: i64,
    /// Due by the last coming day, and not decided by then.
    pub backlog: i64,
    /// Clock stopped: not counted.
    pub suspended: i64,
    /// Not accepted yet: not counted.
    pub unaccepted: i64,
}

pub(super) fn departments(page: &ForecastPage) -> AnyView {
    let lang = page.lang;
    let query = |line: &DepartmentLine| match line.id.as_str() {
        "" => ForecastQuery { page: 1, ..page.query.clone() },
        id => page.query.of(id),
    };
    let number = |line: &DepartmentLine, list: List, n: i64| {
        let href = query(line).listing(list, None).address();
        if n == 0 { view! { "0" }.into_any() } else { view! { <a href=href>{grouped(n)}</a> }.into_any() }
    };
    let name = |line: &DepartmentLine| {
        let href = query(line).listing(List::Late, None).bare();
        let whole = line.id.is_empty() || page.query.department.is_some();
        let name = line.name.clone();
        if whole { view! { {name} }.into_any() } else { view! { <a href=href>{name}</a> }.into_any() }
    };
    let rate = |line: &DepartmentLine| {
        let href = query(line).listing(List::Decided, None).address();
        let (text, of) = (pace(lang, line.pace), formula(line.pace));
        if line.pace.decisions == 0 {
            return view! { {text} }.into_any();
        }
        view! { <a href=href title=of>{text}</a> }.into_any()
    };
    let mut lines = page.departments.clone();
    if lines.len() > 1 {
        lines.push(page.total.clone());
    }
    let table = Table::new(Caption::heard("departments-caption", lang.t("部门", "Departments")))
        .stacked()
        .row_name(lang.t("部门", "Department"), name)
        .number(lang.t("会超期", "Will be late"), |line| number(line, List::Late, line.late))
        .number(lang.t("已超期", "Late already"), |line| number(line, List::Past, line.past))
        .number(lang.t("20 日内到期", "Due in 20 days"), |line| number(line, List::Due, line.due))
        .number(lang.t("20 日后积压", "Backlog in 20 days"), |line| {
            number(line, List::Backlog, line.backlog)
        })
        .number(lang.t("计时中", "Clock running"), |line| number(line, List::Running, line.running))
        .number(lang.t("每日决定", "Decided a day"), rate)
        .number(lang.t("停止计时", "Clock stopped"), |line| number(line, List::Suspended, line.suspended))
        .number(lang.t("未受理", "Not accepted"), |line| number(line, List::Unaccepted, line.unaccepted));
    let note = lang.t(
        "停止计时和未受理的办件不在预测内。",
        "Cases whose clock is stopped and cases not accepted are not part of the forecast.",
    );
    view! {
        <section class="section">
            <h2>{lang.t("部门", "Departments")}</h2>
            {table.rows(&lines)}
            <p class="hint">{note}</p>
        </section>
    }
    .into_any()
}

fn formula(pace: Pace) -> String {
    format!("{} ÷ {}", grouped(i64::from(pace.decisions)), pace.days)
}
