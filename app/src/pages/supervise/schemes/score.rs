//! Scores of a period: of everybody, and of one, explained line by line.

mod form;
mod lines;
mod overview;

pub use form::{Earlier, InputView};
pub use lines::LineView;
pub use overview::{Row, ScoresPage, scores};

use crate::lang::Lang;
use leptos::prelude::*;

/// What came of the formula.
#[derive(Clone, Debug)]
pub struct Working {
    /// The score with two decimals, and the fraction behind it where it was rounded.
    pub value: Option<(String, Option<String>)>,
    /// The exact score, for the form that settles it.
    pub exact: String,
    /// Why there is none, in sentences.
    pub gaps: Vec<String>,
    /// The explanation.
    pub lines: Vec<LineView>,
}

/// The score settled last.
#[derive(Clone, Debug)]
pub struct SettledView {
    /// The score.
    pub value: String,
    /// When and by whom.
    pub words: String,
    /// Whether it is what comes out now.
    pub same: bool,
}

/// The page.
#[derive(Clone, Debug)]
pub struct ScorePage {
    /// The language.
    pub lang: Lang,
    /// Short stable name of the scheme.
    pub key: String,
    /// The scheme's name.
    pub name: String,
    /// The subject's name.
    pub of: String,
    /// `department:FG`.
    pub subject: String,
    /// `2026-H1`.
    pub period: String,
    /// The period in words.
    pub period_name: String,
    /// What came of it; none where the scheme scores no such period.
    pub working: Option<Working>,
    /// What is put in for this period.
    pub inputs: Vec<InputView>,
    /// A note as typed.
    pub note: String,
    /// The newest value that the form shows.
    pub seen: String,
    /// What is wrong: anchor and sentence.
    pub wrong: Vec<(String, String)>,
    /// Everything put in before, the newest first.
    pub earlier: Vec<Earlier>,
    /// The score settled last.
    pub settled: Option<SettledView>,
}

/// The address of the scores of a period.
pub fn address(key: &str, period: &str, subject: &str) -> String {
    let subject = if subject.is_empty() { String::new() } else { format!("&subject={subject}") };
    format!("/supervise/schemes/{key}/scores?period={period}{subject}")
}

/// The view.
pub fn score(page: ScorePage) -> AnyView {
    let lang = page.lang;
    let heading = format!("{} · {}", page.of, page.period_name);
    let back = address(&page.key, &page.period, "");
    view! {
        <a class="back-link" href=back>{lang.t("各对象得分", "All scores")}</a>
        {form::errors(lang, &page.wrong)}
        <div class="page-head"><h1>{heading}</h1><p class="lead">{page.name.clone()}</p></div>
        {page.working.as_ref().map(|working| result(lang, &page, working))}
        {page.working.as_ref().map(|working| lines::lines(lang, &working.lines))}
        {form::form(&page)}
        {form::earlier(lang, &page.earlier)}
    }
    .into_any()
}

fn result(lang: Lang, page: &ScorePage, working: &Working) -> AnyView {
    let told = match &working.value {
        Some((value, rounded)) => {
            let rounded = rounded.clone().map(|exact| {
                lang.t(
                    format!("（四舍五入到两位；精确值 {exact}）"),
                    format!(" (rounded to two decimals; exactly {exact})"),
                )
            });
            view! { <p class="lead">{lang.t("得分", "Score")}" "<strong>{value.clone()}</strong>{rounded}</p> }.into_any()
        }
        None => {
            let gaps = working.gaps.iter().map(|gap| view! { <li>{gap.clone()}</li> }).collect_view();
            let n = working.gaps.len();
            view! {
                <p class="lead">{lang.t(format!("缺 {n} 项，还没有得分"), format!("No score yet: {n} things are lacking"))}</p>
                <details class="disclosure"><summary>{lang.t("缺什么", "What is lacking")}</summary><ul>{gaps}</ul></details>
            }
            .into_any()
        }
    };
    let settled = page.settled.as_ref().map(|settled| self::settled(lang, settled));
    let may = working.value.is_some() && page.settled.as_ref().is_none_or(|settled| !settled.same);
    let button = may.then(|| settle(lang, page, &working.exact));
    view! { <section class="panel stack">{told}{settled}{button}</section> }.into_any()
}

fn settled(lang: Lang, one: &SettledView) -> AnyView {
    let then = if one.same {
        lang.t("现在重算，结果相同。", "Worked out again now, it is the same.")
    } else {
        lang.t(
            "定稿之后填报有变，现在重算结果不同。",
            "What was put in has changed since: worked out now, it differs.",
        )
    };
    view! { <p>{lang.t("已定稿 ", "Settled: ")}<strong>{one.value.clone()}</strong>" "<span class="meta">{one.words.clone()}</span>" "{then}</p> }
        .into_any()
}

fn settle(lang: Lang, page: &ScorePage, exact: &str) -> AnyView {
    view! {
        <form method="post" action=format!("/supervise/schemes/{}/settle", page.key)>
            <input type="hidden" name="subject" value=page.subject.clone()/>
            <input type="hidden" name="period" value=page.period.clone()/>
            <input type="hidden" name="shown" value=exact.to_owned()/>
            <button class="button secondary">{lang.t("定稿", "Settle this score")}</button>
        </form>
    }
    .into_any()
}
