//! Submitted: who answers by when, and the receipt to keep.

use crate::lang::Lang;
use crate::ui::automatic::{Ruled, ruled};
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
    /// 秒批: what the rules said.
    pub ruled: Option<Ruled>,
    /// The certificates granted already: id and name.
    pub certificates: Vec<(String, String)>,
}

/// The page.
pub fn receipt(page: ReceiptPage) -> impl IntoView {
    let lang = page.lang;
    let case = format!("/my/cases/{}", page.receipt.case_no);
    // One thing to do first: the certificate, where there is one.
    let follow = if page.certificates.is_empty() { "button" } else { "button secondary" };
    view! {
        {confirmation(&page)}
        {page.ruled.as_ref().map(|rules| view! { <div class="no-print">{ruled(lang, rules)}</div> })}
        {article(lang, &page.receipt)}
        <div class="page-actions no-print">
            {certificates(lang, &page.certificates)}
            <a class=follow href=case>{lang.t("看办理进度", "Follow the case")}</a>
            <a class="button secondary" href="/my">{lang.t("我的办件", "My cases")}</a>
        </div>
        <p class="meta no-print">{lang.t(
            "要打印，请用浏览器的打印（Ctrl+P），半张 A4 就够。",
            "To print, use your browser (Ctrl+P): half an A4 is enough.",
        )}</p>
    }
    .into_any()
}

/// The way to what was granted at once.
fn certificates(lang: Lang, granted: &[(String, String)]) -> Vec<AnyView> {
    let link = |(id, name): &(String, String)| {
        let words = lang.t(format!("打开电子证照：{name}"), format!("Open the certificate: {name}"));
        view! { <a class="button" href=format!("/my/certificates/{id}")>{words}</a> }.into_any()
    };
    granted.iter().map(link).collect()
}

fn confirmation(page: &ReceiptPage) -> AnyView {
    let lang = page.lang;
    let body = page.receipt.body.clone();
    if !page.fresh {
        return view! { <div class="page-head"><h1>{page.receipt.item_name.clone()}</h1></div> }.into_any();
    }
    if page.ruled.as_ref().is_some_and(|ruled| ruled.granted) {
        return granted(lang, &body);
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

/// 秒批: there is nothing left to wait for.
fn granted(lang: Lang, body: &str) -> AnyView {
    view! {
        <section class="confirmation no-print">
            <h1>{lang.t("已经办好了", "Done: it is granted")}</h1>
            <p class="lead">{lang.t(
                format!("条件都符合，{body}当场批准。要工作人员重新看，可以在“看办理进度”里转人工。"),
                format!("Every condition is met; {body} granted it at once. Under “Follow the case” you may ask for a person instead."),
            )}</p>
        </section>
    }
    .into_any()
}
