//! 加注件: asked for with its purpose and last day, and printed with both across it.

use crate::lang::Lang;
use crate::ui::certificate::{qr_code, term_words};
use crate::ui::code_number::code_number;
use crate::ui::error_summary::named_error_summary;
use crate::ui::field::Field;
use chrono::NaiveDate;
use domain::field_error::FieldError;
use leptos::prelude::*;

/// What the form shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyForm {
    /// The language.
    pub lang: Lang,
    /// The certificate's id.
    pub id: String,
    /// The type.
    pub name: String,
    /// As typed.
    pub purpose: String,
    /// As typed.
    pub expires_on: String,
    /// The last day that may be named.
    pub last: NaiveDate,
    /// What is wrong.
    pub errors: Vec<FieldError>,
}

/// The form.
pub fn form(page: CopyForm) -> impl IntoView {
    let lang = page.lang;
    let base = format!("/my/certificates/{}", page.id);
    let purpose = Field::new(lang, "purpose", label(lang, "purpose"))
        .hint(lang.t(
            "例如：给街道办申请公租房",
            "For example: for the sub-district office, to apply for public housing",
        ))
        .value(&page.purpose)
        .errors(&page.errors);
    let last = lang.date(page.last);
    let last =
        lang.t(format!("最晚{last}，过了这天就作废"), format!("At the latest {last}; void afterwards"));
    let day = Field {
        kind: "date",
        class: "width-20",
        ..Field::new(lang, "expires_on", label(lang, "expires_on"))
    }
    .hint(&last)
    .value(&page.expires_on)
    .errors(&page.errors);
    view! {
        <a class="back-link" href=base.clone()>{page.name.clone()}</a>
        {named_error_summary(lang, &page.errors, |name| label(lang, name))}
        <div class="page-head">
            <h1>{lang.t("做一份加注件", "Make a marked copy")}</h1>
            <p class="lead">{lang.t(
                "加注件上印着用途和有效期，别人拿去做别的用不了。",
                "Purpose and last day are printed across it, so that it serves for nothing else.",
            )}</p>
        </div>
        <form method="post" action=format!("{base}/copies")>
            {purpose.view()}
            {day.view()}
            <div class="page-actions"><button class="button">{lang.t("生成", "Make it")}</button></div>
        </form>
    }
    .into_any()
}

/// What a field is called.
fn label(lang: Lang, name: &str) -> &'static str {
    match name {
        "purpose" => lang.t("给谁用、做什么用", "For whom and what for"),
        "expires_on" => lang.t("用到哪天", "Good until"),
        "certificate" => lang.t("证照", "Certificate"),
        _ => "",
    }
}

/// What the sheet shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyPage {
    /// The language.
    pub lang: Lang,
    /// The certificate's id.
    pub id: String,
    /// The type.
    pub name: String,
    /// Name and value of what stands on the certificate.
    pub facts: Vec<(String, String)>,
    /// Who issued it.
    pub issuer: String,
    /// First day and last of the certificate.
    pub term: (NaiveDate, Option<NaiveDate>),
    /// What for.
    pub purpose: String,
    /// Last day of the copy.
    pub expires_on: NaiveDate,
    /// That day is over, or the certificate cannot be relied on.
    pub void: bool,
    /// By which anybody finds out whether it is genuine.
    pub code: String,
    /// The address for that, as a path on modules.
    pub qr_path: String,
    /// Its size with the quiet zone.
    pub qr_size: u32,
}

/// How often the mark stands across a sheet.
const MARKS: usize = 24;

/// The sheet.
pub fn copy(page: CopyPage) -> impl IntoView {
    let lang = page.lang;
    let mark = mark(&page);
    let marks = (0..MARKS).map(|_| view! { <span data-mark=mark.clone()></span> }).collect_view();
    let void = page.void.then(|| {
        let words = lang.t("这份加注件已经不能用了，请重新做一份。", "This copy is void. Make a new one.");
        view! { <div class="notice danger"><p class="title">{words}</p></div> }
    });
    view! {
        <a class="back-link" href=format!("/my/certificates/{}", page.id)>{page.name.clone()}</a>
        {void}
        <article class="copy-sheet" aria-labelledby="sheet">
            <div class="watermark" aria-hidden="true">{marks}</div>
            <h1 id="sheet">{page.name.clone()}</h1>
            {facts(&page)}
            <p class="statement">{mark}</p>
            {check(&page)}
        </article>
        <p class="meta no-print">{lang.t(
            "要打印或存成 PDF，请用浏览器的打印（Ctrl+P）。",
            "To print it or keep it as PDF, use your browser (Ctrl+P).",
        )}</p>
    }
    .into_any()
}

/// 国办函〔2016〕108号. It stays Chinese: it is the sheet's own text.
fn mark(page: &CopyPage) -> String {
    let until = Lang::Zh.date(page.expires_on);
    let CopyPage { issuer, purpose, .. } = page;
    format!("此件由{issuer}提供，仅供办理政务服务事项时使用，用途：{purpose}，有效期至{until}")
}

fn facts(page: &CopyPage) -> AnyView {
    let lang = page.lang;
    let line = |name: String, value: String| view! { <div><dt>{name}</dt><dd>{value}</dd></div> };
    let own = page.facts.iter().map(|(name, value)| line(name.clone(), value.clone())).collect_view();
    view! {
        <dl class="facts-list wide-terms">
            {own}
            {line(lang.t("颁发机构", "Issued by").to_owned(), page.issuer.clone())}
            {line(lang.t("有效期", "Valid").to_owned(), term_words(lang, page.term.0, page.term.1))}
        </dl>
    }
    .into_any()
}

fn check(page: &CopyPage) -> AnyView {
    let lang = page.lang;
    view! {
        <div class="check">
            <div class="qr">{qr_code(&page.qr_path, page.qr_size, lang.t("扫码查验真伪", "Scan to verify"))}</div>
            <p>{lang.t("查验码", "Verification code")}<br/>{code_number(&page.code, "big")}<br/>
                <span class="meta">{lang.t("扫码，或在“证照查验”页面输入查验码", "Scan it, or enter the code on the page “Verify”")}</span></p>
        </div>
    }
    .into_any()
}
