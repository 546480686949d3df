//! 我的同意: given for what, in what, and how to take it back.

use crate::lang::Lang;
use crate::ui::code_number::code_number;
use chrono::{DateTime, Utc};
use leptos::prelude::*;

/// A consent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentLine {
    /// Key.
    pub id: String,
    /// The item of the case.
    pub item: String,
    /// The case.
    pub case_no: Option<String>,
    /// What may be used, each in words.
    pub scope: Vec<String>,
    /// At a window; else online.
    pub at_counter: bool,
    /// When.
    pub given_at: DateTime<Utc>,
    /// When it was taken back.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// The case is undecided: taking it back has an effect on it.
    pub effective: bool,
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct ConsentsPage {
    /// The language.
    pub lang: Lang,
    /// The consents, newest first.
    pub lines: Vec<ConsentLine>,
}

/// The page.
pub fn consents(page: ConsentsPage) -> AnyView {
    let lang = page.lang;
    let none = page.lines.is_empty().then(|| {
        view! { <div class="empty"><p>{lang.t("您还没有同意过什么。", "You have agreed to nothing yet.")}</p></div> }
    });
    let lines = page.lines.iter().map(|one| line(lang, one)).collect_view();
    view! {
        <a class="back-link" href="/my/data">{lang.t("我的数据", "My data")}</a>
        <div class="page-head">
            <h1>{lang.t("我的同意", "My consents")}</h1>
            <p class="lead">{lang.t(
                "您同意过哪件事可以用您的哪些证照和信息。随时可以撤回，撤回前会告诉您有什么影响。",
                "Which case may use which of your certificates and data. Take it back any time; you are told first what follows.",
            )}</p>
        </div>
        <h2 class="visually-hidden">{lang.t("同意过的", "What you agreed to")}</h2>
        {none}
        <ul class="case-list">{lines}</ul>
    }
    .into_any()
}

fn line(lang: Lang, one: &ConsentLine) -> AnyView {
    let case = one.case_no.as_ref().map(|number| {
        view! { " · "<a href=format!("/my/cases/{number}")>{lang.t("办件 ", "case ")}{code_number(number, "")}</a> }
    });
    let given = if one.at_counter {
        lang.t("在窗口同意，", "Given at a window, ")
    } else {
        lang.t("网上同意，", "Given online, ")
    };
    view! {
        <li>
            <h3>{one.item.clone()}</h3>
            <p class="line"><span>{lang.t("可以用：", "May use: ")}{one.scope.join(lang.t("、", ", "))}</span></p>
            <p class="meta">{given}{lang.moment(one.given_at)}{case}</p>
            {state(lang, one)}
        </li>
    }
    .into_any()
}

fn state(lang: Lang, one: &ConsentLine) -> AnyView {
    match one.withdrawn_at {
        Some(at) => view! {
            <p class="line"><span>{lang.t("已撤回，", "Taken back, ")}{lang.moment(at)}</span></p>
        }
        .into_any(),
        None => view! {
            <p class="line"><a href=format!("/my/data/consents/{}/withdraw", one.id)>
                {lang.t("撤回同意", "Take it back")}
                <span class="visually-hidden">{lang.t("：", ": ")}{one.item.clone()}</span>
            </a></p>
        }
        .into_any(),
    }
}

/// Asks before a consent is taken back.
#[derive(Clone, Debug)]
pub struct WithdrawConsentPage {
    /// The language.
    pub lang: Lang,
    /// The consent.
    pub line: ConsentLine,
}

/// What follows from it, and the question.
pub fn withdraw_consent(page: WithdrawConsentPage) -> AnyView {
    let (lang, one) = (page.lang, &page.line);
    let item = &one.item;
    let scope = one.scope.iter().map(|one| view! { <li>{one.clone()}</li> }).collect_view();
    view! {
        <a class="back-link" href="/my/data/consents">{lang.t("返回", "Back")}</a>
        <div class="page-head">
            <h1>{lang.t(format!("撤回“{item}”的同意？"), format!("Take back your consent for “{item}”?"))}</h1>
        </div>
        <p>{lang.t("这次同意可以用的是：", "It allows the use of:")}</p>
        <ul class="bullets">{scope}</ul>
        {follows(lang, one.effective)}
        <form method="post" action=format!("/my/data/consents/{}/withdraw", one.id)>
            <div class="page-actions">
                <button class="button danger">{lang.t("撤回同意", "Take it back")}</button>
                <a class="button secondary" href="/my/data/consents">{lang.t("不撤回", "Leave it")}</a>
            </div>
        </form>
    }
    .into_any()
}

fn follows(lang: Lang, effective: bool) -> AnyView {
    if effective {
        return view! {
            <div class="notice warning">
                <p class="title">{lang.t("这件事还没办完", "This case is not decided yet")}</p>
                <p>{lang.t(
                    "撤回后，办理部门不能再看、再用这些内容，对应的材料变为没有交，部门会请您自己补交；申请本身不会撤回。身份证等法律规定可以直接核验的不受影响。",
                    "The department can no longer see or use them. Those materials count as missing, and you will be asked to hand them in yourself; the application itself goes on. What the law lets be checked, such as the ID card, is not affected.",
                )}</p>
            </div>
        }
        .into_any();
    }
    view! {
        <div class="notice">
            <p class="title">{lang.t("已经办完的事不受影响", "What is done stays done")}</p>
            <p>{lang.t(
                "撤回之前已经用过的仍然有效（个人信息保护法第十五条），办件档案照常保存；以后不再依据这次同意使用。",
                "What was used before remains valid (PIPL art. 15) and the file is kept; nothing more is used on this consent.",
            )}</p>
        </div>
    }
    .into_any()
}
