//! Signing in and out, and registering.

use crate::state::AppState;
use crate::web::context::{Context, Width, own_path};
use crate::web::cookies;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::public::sign_in::{
    RegisterPage, SignInPage, register as register_view, sign_in as sign_in_view,
};
use app::shell::staff::home;
use app::shell::{Area, Frame};
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use backend::accounts::{self, Account, Registration};
use backend::{Kind, demo, sessions};
use domain::field_error::{FieldCode, FieldError};
use domain::resident_id::ResidentId;
use http::StatusCode;
use serde::Deserialize;

/// Where to go afterwards.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Way {
    back: String,
}

/// Name and password.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct SignIn {
    name: String,
    password: String,
    back: String,
}

pub(super) async fn sign_in_form(
    context: Context,
    State(state): State<AppState>,
    Query(way): Query<Way>,
) -> Response {
    if let Some(session) = &context.session {
        return context.redirect(&after(&way.back, &session.account));
    }
    let page = sign_in_page(&state, context.lang, SignIn { back: way.back, ..SignIn::default() });
    show_sign_in(&context, StatusCode::OK, page)
}

pub(super) async fn sign_in(
    context: Context,
    State(state): State<AppState>,
    jar: CookieJar,
    Form(typed): Form<SignIn>,
) -> Result<Response, PageError> {
    let (name, password) = (typed.name.trim().to_owned(), typed.password.clone());
    let back = typed.back.clone();
    let mut page = sign_in_page(&state, context.lang, typed);
    let fields = [("name", &name), ("password", &password)];
    let empty = fields.into_iter().filter(|(_, value)| value.is_empty());
    page.errors = empty.map(|(field, _)| FieldError::new(field, FieldCode::Missing)).collect();
    if !page.errors.is_empty() {
        return Ok(show_sign_in(&context, StatusCode::UNPROCESSABLE_ENTITY, page));
    }
    match accounts::sign_in(&state.services, &name, &password).await {
        Ok(account) => enter(&state, jar, account, &back).await,
        Err(error) if matches!(error.kind(), Kind::Denied) => {
            page.wrong = true;
            Ok(show_sign_in(&context, StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        Err(error) => Err(error.into()),
    }
}

async fn enter(
    state: &AppState,
    jar: CookieJar,
    account: Account,
    back: &str,
) -> Result<Response, PageError> {
    let to = after(back, &account);
    let (token, _) = sessions::create(&state.services, account).await?;
    let jar = jar.add(cookies::session(state, token.reveal().to_owned()));
    Ok((jar, Redirect::to(&to)).into_response())
}

fn after(back: &str, account: &Account) -> String {
    if back.is_empty() { home(account.role).to_owned() } else { own_path(back).to_owned() }
}

fn sign_in_page(state: &AppState, lang: Lang, typed: SignIn) -> SignInPage {
    let demo = state.config.demo;
    SignInPage { lang, name: typed.name, back: typed.back, wrong: false, errors: Vec::new(), demo }
}

fn show_sign_in(context: &Context, status: StatusCode, page: SignInPage) -> Response {
    let frame = context.frame(Area::Public, page.lang.t("登录", "Sign in"), Width::Page);
    Context::html(status, frame, move || sign_in_view(page))
}

pub(super) async fn sign_out(
    context: Context,
    State(state): State<AppState>,
    jar: CookieJar,
) -> Result<Response, PageError> {
    if let Some(session) = &context.session {
        sessions::revoke(&state.services, session).await?;
    }
    Ok((cookies::without_session(&state, jar), Redirect::to("/")).into_response())
}

/// A new account, as typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Register {
    id_number: String,
    name: String,
    phone: String,
    password: String,
    back: String,
}

pub(super) async fn register_form(
    context: Context,
    State(state): State<AppState>,
    Query(way): Query<Way>,
) -> Response {
    let typed = Register { back: way.back, ..Register::default() };
    show_register(&context, &state, StatusCode::OK, typed, Vec::new())
}

pub(super) async fn register(
    context: Context,
    State(state): State<AppState>,
    jar: CookieJar,
    Form(typed): Form<Register>,
) -> Result<Response, PageError> {
    let registration = match read(&state, &typed) {
        Ok(registration) => registration,
        Err(errors) => {
            return Ok(show_register(&context, &state, StatusCode::UNPROCESSABLE_ENTITY, typed, errors));
        }
    };
    match accounts::register_citizen(&state.services, registration).await {
        Ok(account) => {
            if let Some(person) = account.person_id.filter(|_| state.config.demo) {
                demo::newcomer(&state.services, person).await?;
            }
            enter(&state, jar, account, &typed.back).await
        }
        Err(error) => match error.into_kind() {
            Kind::Invalid(errors) => {
                Ok(show_register(&context, &state, StatusCode::UNPROCESSABLE_ENTITY, typed, errors))
            }
            kind => Err(backend::Error::new(kind).into()),
        },
    }
}

/// All fields are judged at once, so that everything wrong is told together.
fn read(state: &AppState, typed: &Register) -> Result<Registration, Vec<FieldError>> {
    let mut errors = Vec::new();
    let number = match ResidentId::parse(&typed.id_number, state.services.clock.today()) {
        Ok(number) => Some(number),
        Err(_) if typed.id_number.trim().is_empty() => {
            errors.push(FieldError::new("id_number", FieldCode::Missing));
            None
        }
        Err(error) => {
            errors.push(FieldError::new("id_number", error));
            None
        }
    };
    if typed.name.trim().is_empty() {
        errors.push(FieldError::new("name", FieldCode::Missing));
    }
    let phone = domain::intake::digits(&typed.phone);
    if phone.is_empty() {
        errors.push(FieldError::new("phone", FieldCode::Missing));
    }
    errors.extend(state.services.passwords.check("password", &typed.password));
    match number {
        Some(number) if errors.is_empty() => Ok(Registration {
            number,
            name: typed.name.trim().to_owned(),
            phone,
            password: typed.password.clone(),
            username: None,
        }),
        Some(_) | None => Err(errors),
    }
}

fn show_register(
    context: &Context,
    state: &AppState,
    status: StatusCode,
    typed: Register,
    errors: Vec<FieldError>,
) -> Response {
    let lang = context.lang;
    let Register { id_number, name, phone, password: _, back } = typed;
    let password_min = state.services.passwords.min_length();
    let page = RegisterPage { lang, id_number, name, phone, back, errors, password_min };
    let frame = context.frame(Area::Public, lang.t("注册", "Register"), Width::Page);
    Context::html(status, Frame { islands: true, ..frame }, move || register_view(page))
}
