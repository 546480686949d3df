//! Every target that the plans name, with what is known of it.

use super::line::{ReportedBy, reported};
use super::words::value;
use crate::lang::Lang;
use crate::ui::table::{Caption, DENSE, scrolling};
use domain::indicator::catalogue::{Formula, Indicator, Reading, Target};
use leptos::prelude::*;

/// A target, with what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetLine {
    /// The target.
    pub target: Target,
    /// The indicator it is for, where the page of it is, and what that reads.
    pub indicator: Option<(&'static Indicator, String, Reading)>,
    /// What departments reported for the row of the plan where it stands.
    pub reported: Option<ReportedBy>,
}

impl TargetLine {
    fn met(&self) -> Option<bool> {
        let (_, _, reading) = self.indicator.as_ref()?;
        self.target.met(reading)
    }
}

pub(super) fn targets(lang: Lang, lines: &[TargetLine]) -> AnyView {
    let rows = lines.iter().map(|line| row(lang, line)).collect_view();
    let parts = view! {
        <thead><tr>
            <th scope="col">{lang.t("目标", "Target")}</th>
            <th scope="col">{lang.t("内容", "Of what")}</th>
            <th scope="col">{lang.t("出处", "Source")}</th>
            <th scope="col">{lang.t("期限", "By")}</th>
            <th scope="col">{lang.t("现状", "Now")}</th>
            <th scope="col">{lang.t("达到", "Met")}</th>
        </tr></thead>
        <tbody>{rows}</tbody>
    };
    let name = lang.t("全部目标", "All targets");
    view! {
        <section class="panel" id="targets">
            <h2>{name}</h2>
            {scrolling(Caption::heard("targets-caption", name), DENSE, parts)}
        </section>
    }
    .into_any()
}

fn row(lang: Lang, line: &TargetLine) -> AnyView {
    let target = &line.target;
    let meaning = lang.t(&target.meaning, &target.meaning_en).clone();
    let met = match line.met() {
        Some(true) => view! { <span class="tag status-done">{lang.t("达到", "met")}</span> }.into_any(),
        Some(false) => {
            view! { <span class="tag status-refused">{lang.t("未达到", "not met")}</span> }.into_any()
        }
        None => "—".into_any(),
    };
    view! {
        <tr>
            <th scope="row" class="nowrap">{target.figure.clone()}</th>
            <td>{meaning}</td>
            <td class="meta">{target.source.clone()}</td>
            <td class="meta">{target.due.clone().unwrap_or_else(|| "—".to_owned())}</td>
            <td>{now(lang, line)}</td>
            <td>{met}</td>
        </tr>
    }
    .into_any()
}

fn now(lang: Lang, line: &TargetLine) -> AnyView {
    let of_indicator = line.indicator.as_ref().map(|(one, href, reading)| {
        let (zh, en) = one.name;
        let text = match reading.value {
            None if one.how == Formula::Reported => lang.t("尚无填报", "not reported yet").to_owned(),
            None if one.how == Formula::Scored => lang.t("见考核", "see the assessment").to_owned(),
            Some(_) | None => value(lang, one, reading),
        };
        let told = format!("{}{}{text}", lang.t(zh, en), lang.t("：", ": "));
        view! { <a href=href.clone()>{told}</a> }
    });
    let by = line.reported.as_ref().map(|by| view! { <p>{by.text.clone()}" "{reported(lang, by)}</p> });
    if of_indicator.is_none() && by.is_none() {
        return view! { <span class="meta">{lang.t("尚无填报", "Not reported yet")}</span> }.into_any();
    }
    view! { {of_indicator}{by} }.into_any()
}
