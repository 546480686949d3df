//! Whether a marked copy is genuine, by its code.

use super::{Told, particulars};
use crate::lang::Lang;
use crate::ui::certificate::{State, state_words};
use crate::ui::error_summary::error_summary;
use crate::ui::field::Field;
use chrono::NaiveDate;
use domain::field_error::FieldError;
use leptos::prelude::*;

/// A genuine copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The certificate, as it is now.
    pub certificate: Told,
    /// What for.
    pub purpose: String,
    /// Last day.
    pub expires_on: NaiveDate,
    /// The day it was made.
    pub made_on: NaiveDate,
    /// The last day is over.
    pub expired: bool,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyCheckPage {
    /// The language.
    pub lang: Lang,
    /// As typed.
    pub code: String,
    /// What is wrong with it.
    pub errors: Vec<FieldError>,
    /// No copy has this code.
    pub unknown: bool,
    /// The copy.
    pub answer: Option<Found>,
}

/// The page.
pub fn copies(page: CopyCheckPage) -> impl IntoView {
    let lang = page.lang;
    let field = Field {
        class: "width-20 code",
        ..Field::new(lang, "code", lang.t("查验码", "Verification code"))
    }
    .hint(lang.t(
        "16 位，印在加注件的二维码旁边；空格可有可无",
        "Sixteen characters beside the code on the copy; spaces do not matter",
    ))
    .value(&page.code)
    .errors(&page.errors);
    view! {
        <a class="back-link" href="/verify">{lang.t("证照查验", "Verify a certificate")}</a>
        {error_summary(lang, &page.errors)}
        <div class="page-head"><h1>{lang.t("查验加注件", "Verify a marked copy")}</h1></div>
        {page.unknown.then(|| unknown(lang))}
        {page.answer.as_ref().map(|found| answer(lang, found))}
        <form method="post" action="/verify/copies">
            {field.view()}
            <div class="page-actions"><button class="button">{lang.t("查验", "Verify")}</button></div>
        </form>
    }
    .into_any()
}

fn unknown(lang: Lang) -> AnyView {
    view! {
        <section class="answer invalid" role="alert">
            <h2 class="verdict bad">{lang.t("没有这份加注件", "No such copy")}</h2>
            <p>{lang.t(
                "请对照加注件核对查验码。查不到的，不要相信它。",
                "Compare the code with the copy. Do not rely on a copy that is not found.",
            )}</p>
        </section>
    }
    .into_any()
}

fn answer(lang: Lang, found: &Found) -> AnyView {
    let good = !found.expired && found.certificate.state.is_fit();
    let words = match found.certificate.state {
        State::Unfit(_) => {
            let words = state_words(lang, found.certificate.state);
            lang.t(
                format!("加注件是真的，但证照{words}，现在不能用"),
                format!("A genuine copy, but the certificate: {words}. Not good now"),
            )
        }
        State::Good | State::Ending(_) if found.expired => lang
            .t("加注件是真的，但已经过期".to_owned(), "A genuine copy, but its last day is over".to_owned()),
        State::Good | State::Ending(_) => {
            lang.t("真实，只能用于下面写的用途".to_owned(), "Genuine, for the purpose below only".to_owned())
        }
    };
    let line = |name: &'static str, value: String| view! { <div><dt>{name}</dt><dd class="strong">{value}</dd></div> };
    view! {
        <section class="answer" class:invalid=!good aria-labelledby="found">
            <h2 id="found" class=if good { "verdict good" } else { "verdict bad" }>{words}</h2>
            <dl class="facts-list">
                {line(lang.t("用途", "Purpose"), found.purpose.clone())}
                {line(lang.t("有效期至", "Good until"), lang.date(found.expires_on))}
                {line(lang.t("生成于", "Made on"), lang.date(found.made_on))}
            </dl>
            {particulars(lang, &found.certificate)}
        </section>
    }
    .into_any()
}
