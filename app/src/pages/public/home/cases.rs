//! One's own cases, and the way to one by its number.

use crate::lang::Lang;
use crate::pages::citizen::my::{CaseLine, case_list};
use leptos::prelude::*;

/// What the person must do comes before everything else.
pub(super) fn urgent(lang: Lang, cases: &[CaseLine]) -> Option<AnyView> {
    let urgent: Vec<CaseLine> = cases.iter().filter(|case| case.is_urgent()).cloned().collect();
    (!urgent.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{lang.t("请您先做这件事", "Please do this first")}</h2>
                {case_list(lang, &urgent)}
            </section>
        }
        .into_any()
    })
}

pub(super) fn my_cases(lang: Lang, cases: &[CaseLine]) -> AnyView {
    let cases: Vec<CaseLine> = cases.iter().filter(|case| !case.is_urgent()).cloned().collect();
    let list = if cases.is_empty() {
        view! { <p class="meta">{lang.t("没有其他办件。", "No other cases.")}</p> }.into_any()
    } else {
        case_list(lang, &cases)
    };
    view! {
        <section class="section">
            <div class="row between">
                <h2>{lang.t("我的办件", "My cases")}</h2>
                <a class="action-link" href="/my">{lang.t("全部办件和草稿", "All cases and drafts")}</a>
            </div>
            {list}
        </section>
    }
    .into_any()
}

pub(super) fn track_box(lang: Lang) -> AnyView {
    view! {
        <form class="track-box" method="post" action="/track" aria-labelledby="track-title">
            <h2 id="track-title">{lang.t("查办件进度", "Track a case")}</h2>
            <div class="fields">
                <div class="field">
                    <label for="case_no">{lang.t("办件编号", "Case number")}</label>
                    <input id="case_no" name="case_no" class="width-full code" autocomplete="off" spellcheck="false"/>
                </div>
                <div class="field">
                    <label for="query_code">{lang.t("查询码", "Query code")}</label>
                    <input id="query_code" name="query_code" class="width-full code" autocomplete="off" spellcheck="false"/>
                </div>
                <button class="button secondary">{lang.t("查询", "Track")}</button>
            </div>
        </form>
    }
    .into_any()
}
