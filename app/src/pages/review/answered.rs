//! What the applicant answered to the list of corrections, under the list itself, and what changed.

use crate::lang::Lang;
use crate::ui::changes::Change;
use leptos::prelude::*;

/// A correction that was answered.
#[derive(Clone, Debug)]
pub struct Answered {
    /// Everything that was asked for.
    pub asked: Vec<String>,
    /// The answer, a paragraph each; none where files came without a word.
    pub said: Vec<String>,
}

pub(super) fn answered(lang: Lang, answered: &Answered) -> AnyView {
    let asked = answered.asked.iter().map(|one| view! { <li>{one.clone()}</li> }).collect_view();
    let said = answered.said.iter().map(|line| view! { <p>{line.clone()}</p> }).collect_view();
    let wordless = lang.t("没有写说明，补交的材料见下。", "Without a word; what came is below.");
    view! {
        <h3>{lang.t("补正和答复", "Corrections and the answer")}</h3>
        <ol>{asked}</ol>
        {said}
        {answered.said.is_empty().then(|| view! { <p class="meta">{wordless}</p> })}
    }
    .into_any()
}

/// Old and new beside each other.
pub(super) fn changes(lang: Lang, changes: &[Change]) -> Option<AnyView> {
    let none = || lang.t("（空）", "(empty)").to_owned();
    let text = |text: &str| if text.is_empty() { none() } else { text.to_owned() };
    let line = |change: &Change| {
        view! {
            <tr>
                <th scope="row">{change.label.clone()}</th>
                <td><del>{text(&change.before)}</del></td>
                <td><ins>{text(&change.after)}</ins></td>
            </tr>
        }
    };
    let lines = changes.iter().map(line).collect_view();
    (!changes.is_empty()).then(|| {
        view! {
            <h3>{lang.t("补正改了什么", "What the corrections changed")}</h3>
            <table class="data-table dense changes">
                <caption class="visually-hidden">{lang.t("补正前后对照", "Before and after")}</caption>
                <thead><tr>
                    <th scope="col">{lang.t("项目", "What")}</th>
                    <th scope="col">{lang.t("原来", "Before")}</th>
                    <th scope="col">{lang.t("现在", "Now")}</th>
                </tr></thead>
                <tbody>{lines}</tbody>
            </table>
        }
        .into_any()
    })
}
