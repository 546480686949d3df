//! One case, with all that a decision needs.

use super::actions::actions;
use super::answered::{answered, changes};
use super::filters::ListQuery;
use super::notes::notes;
use super::pane::{Answer, Attachment, CasePane, Clock, PaneMaterial};
use crate::lang::Lang;
use crate::pages::desk::PersonFacts;
use crate::ui::case_table::state;
use crate::ui::code_number::code_number;
use crate::ui::date_strip::why_date;
use crate::ui::light::light;
use crate::ui::steps::steps;
use crate::ui::timeline::timeline;
use chrono::NaiveDate;
use leptos::prelude::*;

/// The pane.
pub(super) fn case_pane(lang: Lang, case: CasePane, query: &ListQuery) -> AnyView {
    let actions = actions(lang, &case, query);
    view! {
        <section class="detail-pane" id="case" tabindex="-1" aria-labelledby="case-title">
            <a class="back-link to-list" href=query.address(None)>{lang.t("返回列表", "Back to the list")}</a>
            {head(lang, &case)}
            {facts(lang, &case)}
            {notes(lang, &case.course)}
            {actions}
            {case.clock.why.as_ref().map(|why| why_date(lang, why, false))}
            {process(lang, &case)}
            {case.answered.as_ref().map(|one| answered(lang, one))}
            {changes(lang, &case.changes)}
            {materials(lang, case.materials)}
            {attachments(lang, case.attachments)}
            {form(lang, case.answers)}
            <h3>{lang.t("经过", "History")}</h3>
            {timeline(lang, &case.events)}
        </section>
    }
    .into_any()
}

fn head(lang: Lang, case: &CasePane) -> AnyView {
    let next = case.next.is_some();
    view! {
        <div class="case-head">
            <h2 id="case-title">{case.item.clone()}</h2>
            <p class="line">
                {state(lang, case.status, case.outcome)}" "{light(lang, case.clock.lamp)}
                {(!next).then(|| view! { " "<span class="meta">{lang.t("列表最后一件", "last of the list")}</span> })}
            </p>
            <p class="meta">{code_number(&case.number, "")}</p>
        </div>
    }
    .into_any()
}

fn facts(lang: Lang, case: &CasePane) -> AnyView {
    let nobody = lang.t("还没有人取件", "nobody yet").to_owned();
    let holder = if case.holder.is_empty() { nobody } else { case.holder.clone() };
    let lines = [
        (lang.t("申请人", "Applicant"), applicant(lang, &case.applicant)),
        (lang.t("代办人", "Agent"), case.agent.clone()),
        (lang.t("电话", "Phone"), case.applicant.phone.clone()),
        (lang.t("来源", "Came"), case.came.clone()),
        (lang.t("办理机关", "Decided by"), case.route.clone()),
        (lang.t("办理人", "In hand of"), holder),
        (lang.t("期限", "Dates"), dates(lang, &case.clock)),
    ];
    let lines = lines.into_iter().filter(|(_, value)| !value.is_empty());
    let lines =
        lines.map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }).collect_view();
    view! { <dl class="facts-list">{lines}</dl>{unmask(lang, case)} }.into_any()
}

/// The whole number stands on a page of its own, and asks why.
fn unmask(lang: Lang, case: &CasePane) -> Option<AnyView> {
    let href = format!("/review/cases/{}/number", case.number);
    let text = lang.t("查看申请人的完整号码", "Show the applicant's full number");
    case.unmask.then(|| view! { <p class="meta"><a href=href>{text}</a></p> }.into_any())
}

/// 环节: who is asked, until when, and what was said.
fn process(lang: Lang, case: &CasePane) -> Option<AnyView> {
    steps(lang, &case.steps).map(|steps| view! { <h3>{lang.t("办理环节", "Steps")}</h3>{steps} }.into_any())
}

fn attachments(lang: Lang, attachments: Vec<Attachment>) -> Option<AnyView> {
    if attachments.is_empty() {
        return None;
    }
    let line = |one: Attachment| {
        let file = one.file;
        view! {
            <li>
                <a href=file.href target="_blank" rel="noopener">{file.name}</a>" "<span class="size">{file.size}</span>
                " "<span class="meta">{one.with}</span>
            </li>
        }
    };
    let lines = attachments.into_iter().map(line).collect_view();
    Some(
        view! {
            <h3>{lang.t("经办附件", "Attachments of the staff")}</h3>
            <ul class="file-list">{lines}</ul>
        }
        .into_any(),
    )
}

fn applicant(lang: Lang, who: &PersonFacts) -> String {
    let age = who.age.map(|age| lang.t(format!("{age} 岁"), format!("aged {age}")));
    let parts = [Some(who.name.clone()), Some(who.masked_number.clone()), Some(who.sex.clone()), age];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

fn dates(lang: Lang, clock: &Clock) -> String {
    let part = |name: &str, day: Option<NaiveDate>| day.map(|day| format!("{name} {}", lang.day(day)));
    let parts = [
        part(lang.t("停止计时，自", "clock stopped since"), clock.stopped),
        part(lang.t("告知是否受理", "accept or not by"), clock.receipt_due),
        part(lang.t("承诺", "promised"), clock.promised),
        part(lang.t("法定", "statutory"), clock.statutory),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(" · ")
}

fn materials(lang: Lang, materials: Vec<PaneMaterial>) -> AnyView {
    let total = materials.len();
    let here = materials.iter().filter(|material| !material.missing).count();
    let count = lang.t(format!("{total} 份，已有 {here} 份"), format!("{here} of {total} here"));
    let rows = materials.into_iter().map(|material| material_row(lang, material)).collect_view();
    view! {
        <h3>{lang.t("材料", "Materials")}" "<span class="meta">{count}</span></h3>
        <table class="data-table dense">
            <caption class="visually-hidden">{lang.t("材料", "Materials")}</caption>
            <thead><tr>
                <th scope="col">{lang.t("材料", "Material")}</th>
                <th scope="col">{lang.t("等级", "Grade")}</th>
                <th scope="col">{lang.t("怎么交的", "How it came")}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn material_row(lang: Lang, material: PaneMaterial) -> AnyView {
    let optional =
        (!material.required).then(|| view! { " "<span class="optional">{lang.t("如有", "if any")}</span> });
    let deferrable = (material.missing && material.deferrable)
        .then(|| view! { " "<span class="optional">{lang.t("可容缺", "may follow")}</span> });
    let grade = material.grade.map(|grade| {
        let class = format!("grade {}", grade.to_ascii_lowercase());
        view! { <span class=class>{grade.to_string()}</span> }
    });
    let upload = material.upload.map(|file| {
        view! { " "<a href=file.href target="_blank" rel="noopener">{file.name}</a>" "<span class="size">{file.size}</span> }
    });
    let name = material.name.clone();
    let compare = material.compare.map(|address| {
        view! {
            <form method="post" action=address>
                <button class="button secondary small">
                    {lang.t("已与原件核对", "Compared with the original")}
                    <span class="visually-hidden">{lang.t("：", ": ")}{name}</span>
                </button>
            </form>
        }
    });
    view! {
        <tr>
            <th scope="row">{material.name}{optional}{deferrable}</th>
            <td>{grade}</td>
            <td>{material.manner}{upload}{compare}</td>
        </tr>
    }
    .into_any()
}

fn form(lang: Lang, answers: Vec<Answer>) -> AnyView {
    let lines = answers
        .into_iter()
        .map(|answer| view! { <div><dt>{answer.label}</dt><dd>{answer.value}</dd></div> })
        .collect_view();
    view! {
        <h3>{lang.t("申请表", "Form")}</h3>
        <dl class="facts-list wide-terms">{lines}</dl>
    }
    .into_any()
}
