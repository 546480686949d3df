//! 秒批: what is decided by rule, which rules decided, and the way to a person.

use crate::lang::Lang;
use leptos::prelude::*;

/// Before it is submitted: the rules that would decide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Foreseen {
    /// The rules in words.
    pub rules: Vec<String>,
    /// The applicant wants a person to decide.
    pub person_wanted: bool,
}

/// What came of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The rule in words.
    pub words: String,
    /// Whether it is met; none where that is not known.
    pub met: Option<bool>,
}

/// After it was submitted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ruled {
    /// The rules with what came of each.
    pub rules: Vec<Applied>,
    /// It was granted by them; else a person looks at it.
    pub granted: bool,
    /// A person can still be asked instead.
    pub may_ask: bool,
    /// Guards against a stale page.
    pub version: u32,
}

/// What will be decided at once, and on what.
pub fn foreseen(lang: Lang, seen: &Foreseen) -> AnyView {
    let rules = seen.rules.iter().map(|rule| view! { <li>{rule.clone()}</li> }).collect_view();
    view! {
        <div class="notice by-rule">
            <p class="title">{lang.t("这件事可以秒批：条件都符合，提交后当场办好", "Decided at once by rule, if every condition is met")}</p>
            <p>{lang.t("系统用数据核对这些条件，有一条对不上就由工作人员看：", "These conditions are checked on data; if one cannot be confirmed, a person looks at it:")}</p>
            <ul>{rules}</ul>
        </div>
    }
    .into_any()
}

/// The tick that asks for a person; inside the form that submits.
pub fn person_tick(lang: Lang, seen: &Foreseen) -> AnyView {
    view! {
        <div class="field">
            <div class="choice">
                <input type="checkbox" id="person" name="person" value="yes" checked=seen.person_wanted/>
                <label for="person">{lang.t("请工作人员办理，不用自动审批", "I want a person to decide, not a rule")}</label>
            </div>
        </div>
    }
    .into_any()
}

/// Why it was granted; or which rule was not met, so that a person looks at it.
pub fn ruled(lang: Lang, ruled: &Ruled) -> AnyView {
    let lines = ruled.rules.iter().map(|rule| line(lang, rule)).collect_view();
    let incomplete = !ruled.granted && ruled.rules.iter().all(|rule| rule.met == Some(true));
    let (class, title) = if ruled.granted {
        (
            "notice success by-rule",
            lang.t("为什么批准：当场按规则办好（秒批）", "Why it was granted: at once, by rule"),
        )
    } else {
        (
            "notice by-rule",
            lang.t("没有自动批准，由工作人员办理", "Not granted by rule: a person looks at it"),
        )
    };
    view! {
        <div class=class>
            <p class="title">{title}</p>
            <ul>{lines}</ul>
            {incomplete.then(|| view! { <p>{lang.t("条件都符合，但材料还没有全到。", "Every condition is met, but something is still missing.")}</p> })}
        </div>
    }
    .into_any()
}

fn line(lang: Lang, rule: &Applied) -> impl IntoView + use<> {
    let (mark, verdict) = match rule.met {
        Some(true) => ("met", lang.t("符合", "met")),
        Some(false) => ("not-met", lang.t("不符合", "not met")),
        None => ("unknown", lang.t("查不到，要人工核对", "not known, a person has to check")),
    };
    view! { <li class=mark>{rule.words.clone()}{lang.t("：", ": ")}<strong>{verdict}</strong></li> }
}

/// 转人工: the way to a person.
pub fn ask_person(lang: Lang, version: u32, address: String) -> AnyView {
    view! {
        <details class="disclosure no-print">
            <summary>{lang.t("不认可这个结果？转人工", "Not right? Ask a person")}</summary>
            <p>{lang.t(
                "工作人员会重新看您的申请，从明天起重新计算期限。自动作出的决定不再算数。",
                "A person looks at it anew; the time limit starts again tomorrow. The decision by rule no longer counts.",
            )}</p>
            <form method="post" action=address enctype="multipart/form-data" class="stack">
                <input type="hidden" name="version" value=version/>
                <div class="field">
                    <label for="person-reason">{lang.t("哪里不对", "What is wrong")}" "<span class="optional">{lang.t("选填", "optional")}</span></label>
                    <textarea id="person-reason" name="reason" rows="3" maxlength="500"></textarea>
                </div>
                <div class="page-actions">
                    <button class="button secondary" name="action" value="ask_person">{lang.t("转人工办理", "Ask a person")}</button>
                </div>
            </form>
        </details>
    }
    .into_any()
}
