//! 证照查验: whether a certificate or a marked copy is genuine and good today. One field, one clear
//! answer, no more of anybody than is needed.

pub mod copies;
pub mod presented;

use crate::lang::Lang;
use crate::ui::certificate::{state_words, term_words};
use crate::ui::error_summary::error_summary;
use crate::ui::field::Field;
use chrono::NaiveDate;
use domain::certificate::Unfit;
use domain::field_error::FieldError;
use leptos::prelude::*;

pub use crate::ui::certificate::State;

/// What is told of a certificate to anybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The type.
    pub name: String,
    /// Who issued it.
    pub issuer: String,
    /// When.
    pub issued_on: NaiveDate,
    /// First day and last.
    pub term: (NaiveDate, Option<NaiveDate>),
    /// Name of the holder, masked if a person.
    pub holder: String,
    /// 证照编号, masked.
    pub number: Option<String>,
    /// Its state today.
    pub state: State,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifyPage {
    /// The language.
    pub lang: Lang,
    /// As typed.
    pub identifier: String,
    /// What is wrong with it.
    pub errors: Vec<FieldError>,
    /// No certificate has this identifier.
    pub unknown: bool,
    /// The certificate.
    pub answer: Option<Told>,
}

/// The page.
pub fn verify(page: VerifyPage) -> impl IntoView {
    let lang = page.lang;
    view! {
        {error_summary(lang, &page.errors)}
        <div class="page-head">
            <h1>{lang.t("证照查验", "Verify a certificate")}</h1>
            <p class="lead">{lang.t(
                "查一份电子证照是真是假、现在还能不能用，不用登录。",
                "Find out whether an electronic certificate is genuine and good today; no need to sign in.",
            )}</p>
        </div>
        {page.unknown.then(|| unknown(lang))}
        {page.answer.as_ref().map(|told| answer(lang, told))}
        {form(&page)}
    }
    .into_any()
}

fn form(page: &VerifyPage) -> AnyView {
    let lang = page.lang;
    let field = Field {
        class: "width-full code",
        ..Field::new(lang, "identifier", lang.t("电子证照标识", "Identifier"))
    }
    .hint(lang.t(
        "印在证照下方，用点分成几段；开头的 1.2.156.3005.2 可写可不写",
        "Printed at the foot, parted by dots; 1.2.156.3005.2 at its beginning may be left out",
    ))
    .value(&page.identifier)
    .errors(&page.errors);
    view! {
        <form method="post" action="/verify">
            {field.view()}
            <div class="page-actions"><button class="button">{lang.t("查验", "Verify")}</button></div>
        </form>
        <p>{lang.t("手里是盖着水印的加注件？", "Is it a marked copy? ")}
            <a href="/verify/copies">{lang.t("按查验码查", "Verify it by its code")}</a></p>
        <p class="meta">{lang.t(
            "每次查验，持证人都会在“谁看过我的信息”里看到。",
            "The holder sees each verification in “Who used my data”.",
        )}</p>
    }
    .into_any()
}

fn unknown(lang: Lang) -> AnyView {
    view! {
        <section class="answer invalid" role="alert">
            <h2>{lang.t("没有这份证照", "No such certificate")}</h2>
            <p>{lang.t(
                "本市没有颁发过这个标识的证照。请对照证照逐段核对；外地颁发的证照，请到颁发地的平台查验。",
                "This city issued no certificate with this identifier. Compare it part by part; what was issued elsewhere is verified there.",
            )}</p>
        </section>
    }
    .into_any()
}

fn answer(lang: Lang, told: &Told) -> AnyView {
    view! {
        <section class="answer" class:invalid=!told.state.is_fit() aria-labelledby="found">
            {verdict(lang, told.state)}
            {particulars(lang, told)}
        </section>
    }
    .into_any()
}

/// In one sentence: genuine, and whether it may be relied on today.
pub(super) fn verdict(lang: Lang, state: State) -> AnyView {
    let (class, words) = match state {
        State::Good | State::Ending(_) => {
            ("verdict good", lang.t("真实，现在有效".to_owned(), "Genuine and valid now".to_owned()))
        }
        State::Unfit(Unfit::Superseded) => (
            "verdict bad",
            lang.t(
                "这一版已被新版取代，不能再用".to_owned(),
                "Replaced by a newer version: no longer good".to_owned(),
            ),
        ),
        State::Unfit(_) => {
            let words = state_words(lang, state);
            ("verdict bad", lang.t(format!("{words}，现在不能用"), format!("{words}: not good now")))
        }
    };
    view! { <h2 id="found" class=class>{words}</h2> }.into_any()
}

pub(super) fn particulars(lang: Lang, told: &Told) -> AnyView {
    let mut lines = vec![
        (lang.t("证照", "Certificate"), told.name.clone()),
        (lang.t("持证人", "Holder"), told.holder.clone()),
    ];
    lines.extend(told.number.clone().map(|number| (lang.t("证照编号", "Number"), number)));
    lines.extend([
        (lang.t("颁发机构", "Issued by"), told.issuer.clone()),
        (lang.t("颁发日期", "Issued on"), lang.date(told.issued_on)),
        (lang.t("有效期", "Valid"), term_words(lang, told.term.0, told.term.1)),
    ]);
    let lines = lines.into_iter().map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> });
    view! { <dl class="facts-list">{lines.collect_view()}</dl> }.into_any()
}
