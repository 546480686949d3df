//! A person nobody has recorded yet: written down on the spot.

use super::places::{PlaceGroup, place_select};
use super::shortcuts;
use crate::lang::Lang;
use crate::ui::error_summary::named_error_summary;
use crate::ui::field::Field;
use domain::field_error::FieldError;
use leptos::prelude::*;

/// The page. What was typed is kept in the page, never in its address.
#[derive(Clone, Debug)]
pub struct NewPersonPage {
    /// The language.
    pub lang: Lang,
    /// 身份证号 as typed or read.
    pub id_number: String,
    /// What follows from a valid number: birth date and sex, in words.
    pub derived: String,
    /// 姓名.
    pub name: String,
    /// 手机号.
    pub phone: String,
    /// 户籍地, a division code.
    pub household: String,
    /// 现住地, a division code.
    pub residence: String,
    /// 详细住址.
    pub address: String,
    /// Places to choose from.
    pub places: Vec<PlaceGroup>,
    /// What is wrong.
    pub errors: Vec<FieldError>,
}

/// The view.
pub fn new_person(page: NewPersonPage) -> AnyView {
    let lang = page.lang;
    view! {
        {named_error_summary(lang, &page.errors, |name| label(lang, name))}
        <div class="page-head">
            <h1>{lang.t("第一次来办事：记下这位办事人", "First visit: record this person")}</h1>
            <p class="lead">{lang.t("对照身份证填写，记下后就可以办理。", "Fill in from the ID card; then you can start.")}</p>
        </div>
        <form class="panel" method="post" action="/desk/person">
            {fields(&page)}
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

/// What a field is called.
fn label(lang: Lang, name: &str) -> &'static str {
    match name {
        "id_number" => lang.t("身份证号", "ID number"),
        "name" => lang.t("姓名", "Name"),
        "phone" => lang.t("手机号", "Mobile phone"),
        "household" => lang.t("户籍所在地", "Registered household"),
        "residence" => lang.t("现住地", "Where they live"),
        "address" => lang.t("详细住址", "Street address"),
        _ => "",
    }
}

fn fields(page: &NewPersonPage) -> AnyView {
    let lang = page.lang;
    let place = |name: &str, value: &str| {
        let field = Field::new(lang, name, label(lang, name)).value(value).errors(&page.errors);
        place_select(lang, field, &page.places)
    };
    view! {
        <div class="form-grid">
            {id_number(page)}
            {name(page)}
            {phone(page)}
            {place("household", &page.household)}
            {place("residence", &page.residence)}
            {address(page)}
        </div>
    }
    .into_any()
}

fn id_number(page: &NewPersonPage) -> AnyView {
    let label = label(page.lang, "id_number");
    let mut field = Field::new(page.lang, "id_number", label).value(&page.id_number).errors(&page.errors);
    field.class = "width-20 code";
    page.derived.clone_into(&mut field.source);
    field.view()
}

/// The first thing to fill in once the number has been read.
fn name(page: &NewPersonPage) -> AnyView {
    let lang = page.lang;
    let field = Field::new(lang, "name", label(lang, "name")).errors(&page.errors);
    let focus = page.errors.is_empty() && !page.id_number.is_empty();
    let invalid = field.error.is_some().then_some("true");
    let described = field.error.is_some().then_some("name-error");
    let input = view! {
        <input id="name" name="name" class="width-20" value=page.name.clone() autocomplete="off"
            autofocus=focus aria-invalid=invalid aria-describedby=described/>
    };
    field.around(input.into_any())
}

fn phone(page: &NewPersonPage) -> AnyView {
    let lang = page.lang;
    let mut field = Field::new(lang, "phone", label(lang, "phone")).value(&page.phone).errors(&page.errors);
    field.kind = "tel";
    field.inputmode = "tel";
    field.class = "width-20 code";
    field.view()
}

fn address(page: &NewPersonPage) -> AnyView {
    let lang = page.lang;
    let mut field =
        Field::new(lang, "address", label(lang, "address")).value(&page.address).errors(&page.errors);
    field.optional = true;
    field.view()
}
