//! The portal's cookies: the session, the language, the look. Nothing else is ever stored.

use crate::state::AppState;
use app::lang::Lang;
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};

/// The language: `zh` or `en`.
pub const LANGUAGE: &str = "yihao_lang";
/// The look: [`ELDER`] or nothing.
pub const LOOK: &str = "yihao_look";
/// 长辈版: large and plain.
pub const ELDER: &str = "elder";

/// The language chosen.
pub fn language(jar: &CookieJar) -> Lang {
    jar.get(LANGUAGE).and_then(|cookie| Lang::parse(cookie.value())).unwrap_or_default()
}

/// The look chosen; anything but [`ELDER`] is none.
pub fn look(jar: &CookieJar) -> &'static str {
    if jar.get(LOOK).is_some_and(|cookie| cookie.value() == ELDER) { ELDER } else { "" }
}

/// The session cookie's name; over https it is bound to host and path by its prefix.
pub fn session_name(state: &AppState) -> &'static str {
    if state.is_https() { "__Host-yihao" } else { "yihao" }
}

/// The session cookie with a token.
pub fn session(state: &AppState, token: String) -> Cookie<'static> {
    build(state, session_name(state), token)
}

/// A choice that outlives the session.
pub fn lasting(state: &AppState, name: &'static str, value: String) -> Cookie<'static> {
    let mut cookie = build(state, name, value);
    cookie.make_permanent();
    cookie
}

/// The jar without a session.
pub fn without_session(state: &AppState, jar: CookieJar) -> CookieJar {
    jar.remove(build(state, session_name(state), String::new()))
}

fn build(state: &AppState, name: &'static str, value: String) -> Cookie<'static> {
    Cookie::build((name, value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(state.is_https())
        .build()
}
