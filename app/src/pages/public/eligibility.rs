//! 我能办吗: the conditions of an item, met, not met or not known, and questions on what is not
//! known. Nothing answered here is kept, and nothing here keeps anybody from applying.

mod conditions;
pub mod questions;
mod verdict;

pub use conditions::{Condition, conditions};
pub use questions::Asked;

use crate::islands::EligibilityVerdict;
use crate::lang::Lang;
use crate::ui::breadcrumbs::breadcrumbs;
use crate::ui::item_card::{ItemLine, item_line};
use domain::rule::Truth;
use leptos::prelude::*;

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct EligibilityPage {
    /// The language.
    pub lang: Lang,
    /// The item's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Somebody is signed in, and what is known of them was used.
    pub known: bool,
    /// What comes of it all.
    pub truth: Truth,
    /// Each condition; none where no rule is written.
    pub conditions: Vec<Condition>,
    /// What can be asked.
    pub asked: Vec<Asked>,
    /// Rule and facts for the browser to judge with; none where it cannot.
    pub wire: Option<(String, String)>,
    /// A figure of the city that was never set: nobody can tell until it is.
    pub unset: bool,
    /// Open to applications online, now.
    pub online: bool,
    /// Whom to call.
    pub phone: String,
    /// Items of the same theme.
    pub similar: Vec<ItemLine>,
}

/// The page.
pub fn eligibility(page: EligibilityPage) -> AnyView {
    let lang = page.lang;
    let here = lang.t("我能办吗", "Can I apply?");
    let lead = if page.known {
        lang.t(
            "按系统已经掌握的您的情况核对。别人的事请退出登录后再问。",
            "Checked on what is known of you. For somebody else, sign out and answer for them.",
        )
    } else {
        lang.t(
            "回答几个问题就知道。回答不会保存。登录后，已经掌握的情况不用再答。",
            "A few questions tell. Answers are not kept. Once signed in, what is known need not be answered.",
        )
    };
    view! {
        {breadcrumbs(lang, vec![(format!("/items/{}", page.id), page.name.clone())], here)}
        <div class="page-head"><h1>{here}"："{page.name.clone()}</h1><p class="lead">{lead}</p></div>
        {verdict::verdict(&page)}
        {conditions(lang, &page.conditions)}
        {questions::form(&page)}
        {(page.wire.is_some() && !page.asked.is_empty()).then(|| view! { <EligibilityVerdict/> })}
        {further(&page)}
    }
    .into_any()
}

/// What to do next, whatever the verdict.
fn further(page: &EligibilityPage) -> AnyView {
    let (lang, guide) = (page.lang, format!("/items/{}", page.id));
    let sign_in = (!page.known).then(|| {
        let way = format!("/sign-in?back=/items/{}/eligibility", page.id);
        view! { <li><a href=way>{lang.t("登录，用已经掌握的情况核对", "Sign in and check on what is known of you")}</a></li> }
    });
    let phone = page.phone.clone();
    let call = lang.t("不清楚或不同意这个结果：打电话问 ", "Not sure, or of another opinion? Call ");
    let similar = page.similar.iter().map(|item| item_line(lang, item)).collect_view();
    view! {
        <section class="section">
            <h2>{lang.t("接下来", "What next")}</h2>
            <ul class="prose">
                <li><a href=guide>{lang.t("看办事指南，去申请", "Read the guide and apply")}</a></li>
                {sign_in}
                <li>{call}<span class="code">{phone}</span>{lang.t("，或打 12345，有人帮您。", ", or 12345: a person will help.")}</li>
            </ul>
        </section>
        {(!page.similar.is_empty()).then(|| view! {
            <section class="section"><h2>{lang.t("相近的事项", "Similar services")}</h2><ul class="results">{similar}</ul></section>
        })}
    }
    .into_any()
}
