//! What the walk along the chain found.

use crate::lang::Lang;
use leptos::prelude::*;

/// A place where the chain is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// Rows before this one are gone.
    Missing,
    /// The row was altered.
    Altered,
    /// The end was cut off.
    TailCut,
    /// Rows were added beyond the end.
    TailForged,
    /// The record of the end is not ours.
    HeadForged,
}

/// How it went.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Rows in the chain.
    pub sealed: u64,
    /// Rows waiting to be sealed.
    pub unsealed: u64,
    /// Hash of the last row.
    pub head: String,
    /// Number of the row, and what is wrong.
    pub breaks: Vec<(i64, Break)>,
}

pub(super) fn told(lang: Lang, verdict: &Verdict) -> AnyView {
    if verdict.breaks.is_empty() { whole(lang, verdict) } else { broken(lang, verdict) }
}

fn whole(lang: Lang, verdict: &Verdict) -> AnyView {
    let (sealed, head) = (verdict.sealed, verdict.head.clone());
    let checked = lang.t(
        format!("{sealed} 条记录逐条核对，没有改动或缺失。"),
        format!("All {sealed} entries were checked: none altered, none missing."),
    );
    view! {
        <div class="notice success" role="status" tabindex="-1" autofocus>
            <h2>{lang.t("记录完整", "The trail is whole")}</h2>
            <p>{checked}</p>
            {waiting(lang, verdict.unsealed)}
            <p class="meta">{lang.t("末条校验值（可抄录留存）：", "Hash of the last entry, to be kept elsewhere: ")}<code class="code">{head}</code></p>
        </div>
    }
    .into_any()
}

fn broken(lang: Lang, verdict: &Verdict) -> AnyView {
    let n = verdict.breaks.len();
    let lines = verdict.breaks.iter().map(|(seq, fault)| view! { <li>{words(lang, *seq, *fault)}</li> });
    view! {
        <div class="notice danger" role="alert" tabindex="-1" autofocus>
            <h2>{lang.t(format!("记录不完整：{n} 处"), format!("The trail is broken in {n} places"))}</h2>
            <ul>{lines.collect_view()}</ul>
            {waiting(lang, verdict.unsealed)}
            <p>{lang.t("请保留现场，不要重启，并立即报告。", "Leave everything as it is and report it at once.")}</p>
        </div>
    }
    .into_any()
}

fn waiting(lang: Lang, unsealed: u64) -> Option<AnyView> {
    let text = lang.t(
        format!("另有 {unsealed} 条刚写入，等待编号。"),
        format!("{unsealed} more have just been written and wait for their number."),
    );
    (unsealed > 0).then(|| view! { <p>{text}</p> }.into_any())
}

fn words(lang: Lang, seq: i64, fault: Break) -> String {
    match fault {
        Break::Missing => {
            lang.t(format!("第 {seq} 条之前有记录被删除"), format!("Entries before number {seq} are gone"))
        }
        Break::Altered => lang.t(format!("第 {seq} 条被改动过"), format!("Entry {seq} was altered")),
        Break::TailCut => lang
            .t(format!("末尾到第 {seq} 条的记录被截掉"), format!("The end up to number {seq} was cut off")),
        Break::TailForged => {
            lang.t(format!("第 {seq} 条之后有伪造的记录"), format!("Entries after number {seq} are forged"))
        }
        Break::HeadForged => lang.t(
            "末条校验值不是本系统写的".to_owned(),
            "The record of the end was not made by this portal".to_owned(),
        ),
    }
}
