//! Language and look: two cookies that hold nothing about anybody.

use crate::state::AppState;
use crate::web::context::own_path;
use crate::web::cookies;
use app::lang::Lang;
use axum::Form;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use serde::Deserialize;

/// What was chosen, and the page to go back to.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Choice {
    back: String,
    lang: String,
    look: String,
}

pub(super) async fn language(
    State(state): State<AppState>,
    jar: CookieJar,
    Form(choice): Form<Choice>,
) -> Response {
    let lang = Lang::parse(&choice.lang).unwrap_or_default();
    let jar = jar.add(cookies::lasting(&state, cookies::LANGUAGE, lang.as_str().to_owned()));
    (jar, Redirect::to(own_path(&choice.back))).into_response()
}

pub(super) async fn look(
    State(state): State<AppState>,
    jar: CookieJar,
    Form(choice): Form<Choice>,
) -> Response {
    let look = if choice.look == "elder" { "elder" } else { "" };
    let jar = jar.add(cookies::lasting(&state, cookies::LOOK, look.to_owned()));
    (jar, Redirect::to(own_path(&choice.back))).into_response()
}
