//! Submitted: who answers by when, and the receipt to keep.

use crate::lang::Lang;
use crate::ui::receipt::{Receipt, receipt as article};
use leptos::prelude::*;

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ReceiptPage {
    /// The language.
    pub lang: Lang,
    /// The receipt.
    pub receipt: Receipt,
    /// It was submitted a moment ago.
    pub fresh: bool,
}

/// The page.
pub fn receipt(page: ReceiptPage) -> impl IntoView {
    let lang = page.lang;
    let case = format!("/my/cases/{}", page.receipt.case_no);
    view! {
        {confirmation(&page)}
        {article(lang, &page.receipt)}
        <div class="page-actions no-print">
            <a class="button" href=case>{lang.t("看办理进度", "Follow the case")}</a>
            <a class="button secondary" href="/my">{lang.t("我的办件", "My cases")}</a>
        </div>
        <p class="meta no-print">{lang.t(
            "要打印，请用浏览器的打印（Ctrl+P），半张 A4 就够。",
            "To print, use your browser (Ctrl+P): half an A4 is enough.",
        )}</p>
    }
    .into_any()
}

fn confirmation(page: &ReceiptPage) -> AnyView {
    let lang = page.lang;
    let body = page.receipt.body.clone();
    if !page.fresh {
        return view! { <div class="page-head"><h1>{page.receipt.item_name.clone()}</h1></div> }.into_any();
    }
    let lead = match (page.receipt.due.or(page.receipt.receipt_due), lang) {
        (Some(day), Lang::Zh) => format!("{body}将在 {}前答复您。", lang.day(day)),
        (Some(day), Lang::En) => format!("{body} will answer by {}.", lang.day(day)),
        (None, Lang::Zh) => format!("{body}会尽快答复您。"),
        (None, Lang::En) => format!("{body} will answer as soon as it can."),
    };
    view! {
        <section class="confirmation no-print">
            <h1>{lang.t("申请已提交", "Application submitted")}</h1>
            <p class="lead">{lead}</p>
        </section>
    }
    .into_any()
}
