//! An organisation nobody has recorded yet.

use super::places::{PlaceGroup, place_select};
use super::shortcuts;
use crate::lang::Lang;
use crate::ui::error_summary::named_error_summary;
use crate::ui::field::Field;
use domain::field_error::FieldError;
use domain::item::Subject;
use leptos::prelude::*;

/// The page.
#[derive(Clone, Debug)]
pub struct NewEntityPage {
    /// The language.
    pub lang: Lang,
    /// 统一社会信用代码.
    pub code: String,
    /// What follows from it: who registered it, as what.
    pub derived: String,
    /// Its name.
    pub name: String,
    /// What it is, by its name in storage.
    pub kind: String,
    /// 法定代表人, by ID number.
    pub legal_person: String,
    /// Division of its domicile.
    pub division: String,
    /// 住所.
    pub address: String,
    /// Places to choose from.
    pub places: Vec<PlaceGroup>,
    /// What is wrong.
    pub errors: Vec<FieldError>,
}

/// The view.
pub fn new_entity(page: NewEntityPage) -> AnyView {
    let lang = page.lang;
    view! {
        {named_error_summary(lang, &page.errors, |name| label(lang, name))}
        <div class="page-head">
            <h1>{lang.t("第一次来办事：记下这家单位", "First visit: record this organisation")}</h1>
            <p class="lead">{lang.t(
                "对照营业执照或法人证书填写。法定代表人要先刷过身份证、已经登记。",
                "Fill in from its licence. The legal representative has to be on record first.",
            )}</p>
        </div>
        <form class="panel" method="post" action="/desk/entity">
            <div class="form-grid">{fields(&page)}</div>
            <div class="page-actions">
                <button class="button" accesskey="s">
                    {lang.t("记下并继续", "Record and continue")}" "<kbd class="kbd">"Alt S"</kbd>
                </button>
                <a class="button secondary" href="/desk">{lang.t("取消", "Cancel")}</a>
            </div>
        </form>
        {shortcuts::keys(lang)}
    }
    .into_any()
}

fn label(lang: Lang, name: &str) -> &'static str {
    match name {
        "credit_code" => lang.t("统一社会信用代码", "Unified social credit code"),
        "name" => lang.t("单位名称", "Name"),
        "kind" => lang.t("单位类别", "Kind"),
        "legal_person" => lang.t("法定代表人身份证号", "ID number of the legal representative"),
        "division" => lang.t("所在地", "Where it is"),
        "address" => lang.t("住所", "Domicile"),
        _ => "",
    }
}

fn fields(page: &NewEntityPage) -> AnyView {
    let lang = page.lang;
    let field = |name: &'static str| Field::new(lang, name, label(lang, name)).errors(&page.errors);
    let mut code = field("credit_code").value(&page.code);
    code.class = "width-20 code";
    page.derived.clone_into(&mut code.source);
    let mut legal = field("legal_person").value(&page.legal_person);
    legal.class = "width-20 code";
    legal.optional = true;
    let mut address = field("address").value(&page.address);
    address.optional = true;
    let division = place_select(lang, field("division").value(&page.division), &page.places);
    view! {
        {code.view()}
        {field("name").value(&page.name).view()}
        {kind(page)}
        {legal.view()}
        {division}
        {address.view()}
    }
    .into_any()
}

fn kind(page: &NewEntityPage) -> AnyView {
    let lang = page.lang;
    let field = Field::new(lang, "kind", label(lang, "kind")).errors(&page.errors);
    let invalid = field.error.is_some().then_some("true");
    let described = field.error.is_some().then_some("kind-error");
    let options = Subject::ALL
        .into_iter()
        .filter(|subject| *subject != Subject::Person)
        .map(|subject| {
            let chosen = subject.as_str() == page.kind;
            view! { <option value=subject.as_str() selected=chosen>{subject_words(lang, subject)}</option> }
        })
        .collect_view();
    let select = view! {
        <select id="kind" name="kind" aria-invalid=invalid aria-describedby=described>{options}</select>
    };
    field.around(select.into_any())
}

/// What an organisation is.
pub fn subject_words(lang: Lang, subject: Subject) -> &'static str {
    match subject {
        Subject::Person => lang.t("自然人", "Person"),
        Subject::Company => lang.t("企业法人", "Company"),
        Subject::Institution => lang.t("事业法人", "Public institution"),
        Subject::Association => lang.t("社会组织法人", "Social organisation"),
        Subject::Authority => lang.t("行政机关", "Authority"),
        Subject::Other => lang.t("其他组织", "Other organisation"),
    }
}
