//! 更正: what is mine to change here, and who changes the rest.

use crate::lang::Lang;
use crate::pages::desk::PlaceGroup;
use crate::pages::desk::places::place_select;
use crate::ui::error_summary::named_error_summary;
use crate::ui::field::Field;
use domain::field_error::FieldError;
use leptos::prelude::*;

/// Something that is put right elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// What.
    pub what: String,
    /// By whom.
    pub body: String,
    /// Their telephone.
    pub phone: String,
    /// The items by which it is done: id and name.
    pub items: Vec<(String, String)>,
}

/// The page. What is known is shown masked; what is typed is new.
#[derive(Clone)]
pub struct CorrectPage {
    /// The language.
    pub lang: Lang,
    /// The phone as it is, masked.
    pub phone_now: String,
    /// The address as it is, to the road.
    pub address_now: String,
    /// A new phone, as typed.
    pub phone: String,
    /// Where they live, a division code.
    pub residence: String,
    /// A new address, as typed.
    pub address: String,
    /// Places to choose from.
    pub places: Vec<PlaceGroup>,
    /// What is put right elsewhere.
    pub elsewhere: Vec<Elsewhere>,
    /// What is wrong.
    pub errors: Vec<FieldError>,
}

/// The page.
pub fn correct(page: CorrectPage) -> AnyView {
    let lang = page.lang;
    view! {
        {named_error_summary(lang, &page.errors, |name| label(lang, name))}
        <a class="back-link" href="/my/data">{lang.t("我的数据", "My data")}</a>
        <div class="page-head">
            <h1>{lang.t("更正我的信息", "Correct my data")}</h1>
            <p class="lead">{lang.t(
                "电话和住址在这里改，马上生效。不改的留空就行。",
                "Phone and address are changed here and hold at once. Leave empty what stays.",
            )}</p>
        </div>
        <form method="post" action="/my/data/correct">
            {phone(&page)}
            {place_select(lang, field(&page, "residence", &page.residence), &page.places)}
            {address(&page)}
            <div class="page-actions"><button class="button">{lang.t("保存", "Save")}</button></div>
        </form>
        <p class="meta">{lang.t(
            "已经提交的办件不会跟着改；要改请在办件里补正，或告诉办理部门。",
            "Cases handed in do not change with it; put those right in the case, or tell the department.",
        )}</p>
        {rest(lang, &page.elsewhere)}
    }
    .into_any()
}

fn label(lang: Lang, name: &str) -> &'static str {
    match name {
        "phone" => lang.t("新的手机号", "New phone number"),
        "residence" => lang.t("现在住在哪里", "Where you live now"),
        "address" => lang.t("新的详细住址", "New street address"),
        _ => "",
    }
}

fn field(page: &CorrectPage, name: &str, value: &str) -> Field {
    Field::new(page.lang, name, label(page.lang, name)).value(value).errors(&page.errors)
}

fn phone(page: &CorrectPage) -> AnyView {
    let field = field(page, "phone", &page.phone).hint(&now(page.lang, &page.phone_now));
    let look = Field { kind: "tel", inputmode: "tel", autocomplete: "tel", class: "width-20", ..field };
    Field { optional: true, ..look }.view()
}

fn address(page: &CorrectPage) -> AnyView {
    let field = field(page, "address", &page.address).hint(&now(page.lang, &page.address_now));
    Field { optional: true, autocomplete: "street-address", ..field }.view()
}

fn now(lang: Lang, value: &str) -> String {
    if value.is_empty() {
        return lang.t("现在没有记录", "Nothing is recorded now").to_owned();
    }
    lang.t(format!("现在是 {value}"), format!("Now {value}"))
}

fn rest(lang: Lang, elsewhere: &[Elsewhere]) -> AnyView {
    let lines = elsewhere.iter().map(|one| other(lang, one)).collect_view();
    view! {
        <section class="section">
            <h2>{lang.t("其他信息在哪里改", "Where to correct the rest")}</h2>
            <p>{lang.t(
                "姓名、出生日期、户籍和部门登记的信息，以登记机关为准，一号不能改。机关改好后，一号取到的就是新的。",
                "Name, day of birth, household and what registries say are theirs who register them; this portal cannot change them. Once they have, the portal follows.",
            )}</p>
            <ul class="case-list">{lines}</ul>
        </section>
    }
    .into_any()
}

fn other(lang: Lang, one: &Elsewhere) -> AnyView {
    let items = one.items.iter().map(|(id, name)| {
        view! { <p class="line"><a href=format!("/items/{id}")>{name.clone()}</a></p> }
    });
    let phone = (!one.phone.is_empty()).then(|| {
        view! { " · "{lang.t("电话 ", "phone ")}<a href=format!("tel:{}", one.phone)>{one.phone.clone()}</a> }
    });
    view! {
        <li>
            <h3>{one.what.clone()}</h3>
            {items.collect_view()}
            <p class="meta">{one.body.clone()}{phone}</p>
        </li>
    }
    .into_any()
}
