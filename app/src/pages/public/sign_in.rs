//! Signing in, and registering with one's ID number.

use crate::islands::IdNumberField;
use crate::lang::Lang;
use crate::ui::error_summary::named_error_summary;
use crate::ui::field::Field;
use domain::field_error::FieldError;
use leptos::prelude::*;

/// The form to sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignInPage {
    /// The language.
    pub lang: Lang,
    /// As typed; never an ID number that was sent back.
    pub name: String,
    /// Where to go afterwards.
    pub back: String,
    /// Name and password do not belong together.
    pub wrong: bool,
    /// What is wrong with the fields.
    pub errors: Vec<FieldError>,
    /// A demonstration city: its accounts are told.
    pub demo: bool,
}

/// The page.
pub fn sign_in(page: SignInPage) -> impl IntoView {
    let lang = page.lang;
    let name = Field {
        autocomplete: "username",
        ..Field::new(lang, "name", lang.t("身份证号或用户名", "ID number or user name"))
    }
    .hint(lang.t("市民用身份证号，工作人员用用户名", "Residents: ID number. Staff: user name"))
    .value(&page.name)
    .errors(&page.errors);
    let password = Field {
        kind: "password",
        autocomplete: "current-password",
        ..Field::new(lang, "password", lang.t("密码", "Password"))
    }
    .errors(&page.errors);
    let register = match page.back.as_str() {
        "" => "/register".to_owned(),
        back => format!("/register?back={}", super::search::encoded(back)),
    };
    view! {
        {summary(lang, &page.errors, &[&name, &password])}
        {page.wrong.then(|| refused(lang))}
        <div class="page-head"><h1>{lang.t("登录", "Sign in")}</h1></div>
        <form method="post" action="/sign-in">
            <input type="hidden" name="back" value=page.back.clone()/>
            {name.view()}
            {password.view()}
            <div class="page-actions">
                <button class="button">{lang.t("登录", "Sign in")}</button>
                <a class="button secondary" href=register>{lang.t("注册新账户", "Register")}</a>
            </div>
        </form>
        {page.demo.then(|| accounts(lang))}
    }
    .into_any()
}

fn refused(lang: Lang) -> AnyView {
    let text = lang.t(
        "账号或密码不对。请核对后再试；忘了密码可带身份证到任一窗口重设。",
        "Name or password is wrong. Check both; a forgotten password is reset at any window with your ID card.",
    );
    view! { <div class="notice danger" role="alert"><p>{text}</p></div> }.into_any()
}

fn accounts(lang: Lang) -> AnyView {
    let names = ["citizen", "clerk", "reviewer", "supervisor", "admin", "auditor"];
    let names = names.map(|name| view! { <li><code>{name}</code></li> }).collect_view();
    view! {
        <details class="disclosure">
            <summary>{lang.t("演示账户", "Demonstration accounts")}</summary>
            <p>{lang.t("密码都是 ", "The password of each is ")}<code>"yihao-demo-2026"</code></p>
            <ul class="inline-links">{names}</ul>
        </details>
    }
    .into_any()
}

/// The form to register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterPage {
    /// The language.
    pub lang: Lang,
    /// As typed.
    pub id_number: String,
    /// As typed.
    pub name: String,
    /// As typed.
    pub phone: String,
    /// Where to go afterwards.
    pub back: String,
    /// What is wrong.
    pub errors: Vec<FieldError>,
    /// The fewest characters of a password.
    pub password_min: usize,
}

/// The page.
pub fn register(page: RegisterPage) -> impl IntoView {
    let lang = page.lang;
    let [number, name, phone, password] = register_fields(&page);
    view! {
        {summary(lang, &page.errors, &[&number, &name, &phone, &password])}
        <div class="page-head">
            <h1>{lang.t("注册一号账户", "Register")}</h1>
            <p class="lead">{lang.t("一个身份证号，办全市的事。", "One ID number for every service of the city.")}</p>
        </div>
        <form method="post" action="/register">
            <input type="hidden" name="back" value=page.back.clone()/>
            {number.view()}
            <IdNumberField/>
            {name.view()}
            {phone.view()}
            {password.view()}
            <div class="page-actions">
                <button class="button">{lang.t("注册并登录", "Register and sign in")}</button>
            </div>
        </form>
        <p>{lang.t("已经有账户？", "Have an account?")}" "<a href="/sign-in">{lang.t("直接登录", "Sign in")}</a></p>
    }
    .into_any()
}

fn register_fields(page: &RegisterPage) -> [Field; 4] {
    let lang = page.lang;
    let min = page.password_min;
    let number = Field {
        class: "width-20 code",
        ..Field::new(lang, "id_number", lang.t("身份证号", "ID number"))
    }
    .hint(lang.t(
        "18 位，最后一位可能是 X；居住证、永居证号码也可以",
        "18 characters, the last may be X; residence permits work too",
    ))
    .value(&page.id_number)
    .errors(&page.errors);
    let name =
        Field {
            class: "width-20", autocomplete: "name", ..Field::new(lang, "name", lang.t("姓名", "Name"))
        }
        .hint(lang.t("与证件上一致", "As on the document"))
        .value(&page.name)
        .errors(&page.errors);
    let phone = Field {
        class: "width-20",
        kind: "tel",
        autocomplete: "tel",
        inputmode: "tel",
        ..Field::new(lang, "phone", lang.t("手机号", "Mobile number"))
    }
    .hint(lang.t("办理结果和通知会发到这个号码", "Notices and outcomes are sent to it"))
    .value(&page.phone)
    .errors(&page.errors);
    let hint = lang.t(
        format!("至少 {min} 个字符，一句好记的话最好"),
        format!("At least {min} characters; a sentence you remember is best"),
    );
    let password = Field {
        class: "width-30",
        kind: "password",
        autocomplete: "new-password",
        ..Field::new(lang, "password", lang.t("密码", "Password"))
    }
    .hint(&hint)
    .errors(&page.errors);
    [number, name, phone, password]
}

fn summary(lang: Lang, errors: &[FieldError], fields: &[&Field]) -> Option<AnyView> {
    let name_of = |key: &str| fields.iter().find(|field| field.name == key).map_or("", |field| &field.label);
    named_error_summary(lang, errors, name_of)
}
