//! The verdict: one sentence and what it means.

use super::EligibilityPage;
use crate::lang::Lang;
use domain::rule::Truth;
use leptos::prelude::*;

/// The class of what came of a rule.
pub(super) fn class(truth: Truth) -> &'static str {
    match truth {
        Truth::Met => "yes",
        Truth::NotMet => "no",
        Truth::Unknown => "unknown",
    }
}

/// The sentence.
fn sentence(lang: Lang, truth: Truth) -> &'static str {
    match truth {
        Truth::Met => lang.t("条件都符合，可以办", "Every condition is met: you can apply"),
        Truth::NotMet => lang.t("有条件不符合", "A condition is not met"),
        Truth::Unknown => lang.t("还不能确定", "Not certain yet"),
    }
}

/// What it means.
fn meaning(lang: Lang, truth: Truth) -> &'static str {
    match truth {
        Truth::Met => lang.t(
            "以受理部门审核为准；情况有变化的，请按实际填写。",
            "The department has the last word; tell it of anything that has changed.",
        ),
        Truth::NotMet => lang.t(
            "不符合的条件见下面。您仍然可以申请，由工作人员审核；也可以先打电话问。",
            "See below which. You may still apply and have a person look at it, or call first.",
        ),
        Truth::Unknown => lang.t(
            "还有情况不清楚，请回答下面的问题。不回答也可以直接申请。",
            "Something is not known: answer the questions below, or apply without answering.",
        ),
    }
}

/// The box on top. The words of all three stand in it, for the browser to choose from.
pub(super) fn verdict(page: &EligibilityPage) -> AnyView {
    let (lang, truth) = (page.lang, page.truth);
    let unset = page.unset.then(|| {
        view! { <p>{lang.t(
            "主管部门还没有公布本市标准，公布之前只能由工作人员判断。",
            "The department has not yet published the city's figure; until then only a person can tell.",
        )}</p> }
    });
    view! {
        <section class=format!("eligibility {}", class(truth)) id="verdict" role="status" data-verdict=class(truth)
            data-yes=sentence(lang, Truth::Met) data-no=sentence(lang, Truth::NotMet)
            data-unknown=sentence(lang, Truth::Unknown) data-yes-more=meaning(lang, Truth::Met)
            data-no-more=meaning(lang, Truth::NotMet) data-unknown-more=meaning(lang, Truth::Unknown)>
            <h2>{sentence(lang, truth)}</h2>
            <p>{meaning(lang, truth)}</p>
            {unset}
        </section>
    }
    .into_any()
}
