//! 查看完整号码: asks why, says that it is written down, and shows the number once.

use crate::lang::Lang;
use crate::ui::error_summary::named_error_summary;
use crate::ui::field::{Choices, Field, error_of};
use domain::field_error::FieldError;
use leptos::prelude::*;

/// Why a number is needed in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A certificate or another paper has to carry it.
    Paper,
    /// It is compared with a document.
    Compare,
    /// Another body is asked about the person.
    Inquiry,
    /// Something else, in words.
    Other,
}

impl Why {
    /// Every reason.
    pub const ALL: [Self; 4] = [Self::Paper, Self::Compare, Self::Inquiry, Self::Other];

    /// The value of the form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Compare => "compare",
            Self::Inquiry => "inquiry",
            Self::Other => "other",
        }
    }

    /// Reads a value of the form.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.as_str() == text)
    }

    /// As it is written into the ledger, which the person reads.
    pub fn recorded(self) -> &'static str {
        self.words(Lang::Zh)
    }

    fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::Paper => lang.t("制作证照或文书", "To make a certificate or another paper"),
            Self::Compare => lang.t("与证件或材料核对", "To compare it with a document"),
            Self::Inquiry => lang.t("向其他机关核实", "To inquire with another body"),
            Self::Other => lang.t("其他原因", "Something else"),
        }
    }
}

/// The form.
#[derive(Clone, Debug)]
pub struct UnmaskPage {
    /// The language.
    pub lang: Lang,
    /// Whose.
    pub name: String,
    /// The number as everybody in charge sees it.
    pub masked: String,
    /// Where the form goes.
    pub address: String,
    /// Where it leads back to.
    pub back: String,
    /// Why, as chosen before.
    pub why: Option<Why>,
    /// In words, as typed before.
    pub words: String,
    /// What is wrong.
    pub errors: Vec<FieldError>,
}

/// The form.
pub fn unmask(page: UnmaskPage) -> AnyView {
    let lang = page.lang;
    view! {
        <div class="panel">
        {named_error_summary(lang, &page.errors, |name| label(lang, name))}
        <a class="back-link" href=page.back.clone()>{lang.t("返回", "Back")}</a>
        <div class="page-head">
            <h1>{lang.t("查看完整号码", "Show the full number")}</h1>
            <p class="lead">{page.name.clone()}" · "<span class="id-number">{page.masked.clone()}</span></p>
        </div>
        {told(lang)}
        <form method="post" action=page.address.clone()>
            {reasons(&page)}
            {words(&page)}
            <div class="page-actions">
                <button class="button">{lang.t("记录原因并查看", "Record the reason and show it")}</button>
                <a class="button secondary" href=page.back.clone()>{lang.t("不看了", "Leave it masked")}</a>
            </div>
        </form>
        </div>
    }
    .into_any()
}

fn told(lang: Lang) -> AnyView {
    view! {
        <div class="notice info">
            <p class="title">{lang.t("每次查看都有记录", "Each look is recorded")}</p>
            <p>{lang.t(
                "您的单位、姓名、时间和原因会记入审计记录，本人在“谁看过我的信息”里也能看到。",
                "Your department, name, the time and the reason go into the audit trail, and the person can read them.",
            )}</p>
        </div>
    }
    .into_any()
}

fn reasons(page: &UnmaskPage) -> AnyView {
    let lang = page.lang;
    let chosen = page.why.map(Why::as_str).unwrap_or_default();
    Choices {
        source: String::new(),
        lang,
        name: "why".to_owned(),
        legend: label(lang, "why").to_owned(),
        hint: String::new(),
        value: chosen.to_owned(),
        options: Why::ALL.map(|why| (why.as_str().to_owned(), why.words(lang).to_owned())).to_vec(),
        class: "",
        error: error_of(lang, "why", &page.errors),
    }
    .view()
}

fn words(page: &UnmaskPage) -> AnyView {
    let lang = page.lang;
    let mut field = Field::new(lang, "words", label(lang, "words"))
        .hint(
            lang.t("选“其他原因”时必填，本人看得到", "Required for “something else”; the person can read it"),
        )
        .value(&page.words)
        .errors(&page.errors);
    field.optional = true;
    field.view()
}

fn label(lang: Lang, name: &str) -> &'static str {
    match name {
        "why" => lang.t("为什么要看", "Why you need it"),
        "words" => lang.t("说明", "In words"),
        _ => "",
    }
}

/// The number, once.
#[derive(Clone)]
pub struct NumberPage {
    /// The language.
    pub lang: Lang,
    /// Whose.
    pub name: String,
    /// In full.
    pub number: String,
    /// What was recorded.
    pub reason: String,
    /// Where it leads back to.
    pub back: String,
}

/// The number.
pub fn number(page: NumberPage) -> AnyView {
    let lang = page.lang;
    view! {
        <div class="panel">
        <div class="page-head">
            <h1>{lang.t("完整号码", "The full number")}</h1>
            <p class="lead">{page.name}</p>
        </div>
        <p class="id-number"><strong>{grouped(&page.number)}</strong></p>
        <div class="notice info">
            <p class="title">{lang.t("已记录这次查看", "This look was recorded")}</p>
            <p>{lang.t("原因：", "Reason: ")}{page.reason}</p>
            <p>{lang.t(
                "号码只显示这一次，离开本页后须重新说明原因。请勿抄录到别处。",
                "It is shown this once; to see it again a reason is asked for again. Do not copy it elsewhere.",
            )}</p>
        </div>
        <div class="page-actions">
            <a class="button" href=page.back>{lang.t("看完了，返回", "Done, back")}</a>
        </div>
        </div>
    }
    .into_any()
}

/// `229902 19440312 0021`: easier to compare; read as one number all the same.
fn grouped(number: &str) -> AnyView {
    let part = |from: usize, to: usize| number.get(from..to).unwrap_or_default().to_owned();
    if number.len() != 18 {
        return number.to_owned().into_any();
    }
    view! { {part(0, 6)}" "{part(6, 14)}" "{part(14, 18)} }.into_any()
}
