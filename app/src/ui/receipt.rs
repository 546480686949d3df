//! 收件凭证: what the applicant takes away. Prints in black and white on half an A4.

use super::code_number::code_number;
use super::date_strip::{WhyDate, day, excluded_words, limit_words, why_date};
use crate::lang::Lang;
use chrono::{DateTime, NaiveDate, Utc};
use leptos::prelude::*;

/// All that stands on a receipt.
#[derive(Clone, Debug, PartialEq)]
pub struct Receipt {
    /// The case's number.
    pub case_no: String,
    /// The code that lets one track it without signing in.
    pub query_code: String,
    /// The address with both, for the QR code, as a path of an SVG drawn on `qr_size` modules.
    pub qr_path: String,
    /// Modules of the QR code on one side, with its quiet zone.
    pub qr_size: u32,
    /// The item.
    pub item_name: String,
    /// The applicant, masked.
    pub applicant: String,
    /// Who decides.
    pub body: String,
    /// Why it is this body.
    pub route_reason: String,
    /// When it was handed in.
    pub submitted_at: DateTime<Utc>,
    /// The last day to hear whether it is accepted.
    pub receipt_due: Option<NaiveDate>,
    /// The promised day.
    pub due: Option<NaiveDate>,
    /// How it was counted.
    pub why: Option<WhyDate>,
    /// What was handed in.
    pub materials: Vec<String>,
    /// What happens next, a sentence each.
    pub next: Vec<String>,
    /// Whom to call.
    pub phone: String,
    /// Where it was taken in, for a counter's receipt.
    pub place: String,
}

/// The receipt.
pub fn receipt(lang: Lang, receipt: &Receipt) -> AnyView {
    let next = receipt.next.iter().map(|step| view! { <li>{step.clone()}</li> }).collect_view();
    view! {
        <article class="receipt" aria-label=lang.t("收件凭证", "Receipt")>
            <header>
                <h2>{lang.t("收件凭证", "Receipt")}</h2>
                <p class="issuer">{receipt.body.clone()}</p>
            </header>
            {qr(lang, receipt)}
            {facts(lang, receipt)}
            {receipt.why.as_ref().map(|why| why_date(lang, why, false))}
            <section class="what-next">
                <h2>{lang.t("接下来", "What happens next")}</h2>
                <ol>{next}</ol>
            </section>
            <footer>{whom_to_call(lang, receipt)}</footer>
        </article>
    }
    .into_any()
}

fn qr(lang: Lang, receipt: &Receipt) -> Option<impl IntoView + use<>> {
    let size = receipt.qr_size;
    let path = receipt.qr_path.clone();
    (!path.is_empty()).then(|| {
        view! {
            <div class="qr">
                <svg viewBox=format!("0 0 {size} {size}") width="132" height="132" role="img" shape-rendering="crispEdges"
                    aria-label=lang.t("扫码查进度", "Scan to track the case")>
                    <rect width=size height=size fill="#fff"/>
                    <path d=path fill="#000"/>
                </svg>
            </div>
        }
    })
}

fn facts(lang: Lang, receipt: &Receipt) -> impl IntoView + use<> {
    let mut lines: Vec<(&str, AnyView)> = vec![
        (lang.t("办件编号", "Case number"), code_number(&receipt.case_no, "big").into_any()),
        (lang.t("查询码", "Query code"), code_number(&receipt.query_code, "big").into_any()),
        (lang.t("事项", "Service"), receipt.item_name.clone().into_any()),
        (lang.t("申请人", "Applicant"), receipt.applicant.clone().into_any()),
        (lang.t("收件时间", "Handed in"), lang.moment(receipt.submitted_at).into_any()),
        (lang.t("办理机关", "Decided by"), who(receipt).into_any()),
    ];
    if let Some(due) = receipt.due {
        lines.push((lang.t("承诺日期", "Promised by"), promised(lang, receipt, due).into_any()));
    }
    if !receipt.materials.is_empty() {
        lines.push((
            lang.t("已收材料", "Papers received"),
            receipt.materials.join(lang.t("、", "; ")).into_any(),
        ));
    }
    if !receipt.place.is_empty() {
        lines.push((lang.t("收件地点", "Taken in at"), receipt.place.clone().into_any()));
    }
    let lines = lines.into_iter().map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> });
    view! { <dl class="receipt-facts">{lines.collect_view()}</dl> }
}

fn who(receipt: &Receipt) -> impl IntoView + use<> {
    let reason = receipt.route_reason.clone();
    let reason = (!reason.is_empty()).then(|| view! { <span class="meta">{reason}</span> });
    view! { {receipt.body.clone()}" "{reason} }
}

fn promised(lang: Lang, receipt: &Receipt, due: NaiveDate) -> impl IntoView + use<> {
    let words = receipt.why.as_ref().map(|why| {
        let left_out = excluded_words(lang, &why.cells);
        let limit = limit_words(lang, why.limit);
        let words = match (lang, left_out.is_empty()) {
            (Lang::Zh, true) => limit,
            (Lang::Zh, false) => format!("{limit}，不计入{left_out}"),
            (Lang::En, true) => limit,
            (Lang::En, false) => format!("{limit}, not counting {left_out}"),
        };
        view! { <span class="meta">{words}</span> }
    });
    view! { {day(lang, due)}" "{words} }
}

fn whom_to_call(lang: Lang, receipt: &Receipt) -> impl IntoView + use<> {
    let phone = receipt.phone.clone();
    let direct = (!phone.is_empty()).then(|| {
        view! { {receipt.body.clone()}" "<a href=format!("tel:{phone}")>{phone.clone()}</a>{lang.t("，或", ", or ")} }
    });
    view! {
        <p>
            {lang.t("有问题请拨打 ", "Questions: ")}{direct}<a href="tel:12345">"12345"</a>
            {lang.t("。凭办件编号和查询码可在“查进度”页面随时查询。", ". With case number and query code the case can be tracked at any time.")}
        </p>
    }
}
