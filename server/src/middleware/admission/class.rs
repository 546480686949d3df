//! Kinds of requests, told apart by what costs nothing to see: address, method, and whether somebody
//! shows a session or a token. Whether it is a good one, only the work itself can tell.

use super::super::limited::is_program;
use super::super::receive::Large;
use axum::extract::Request;
use axum_extra::extract::cookie::CookieJar;
use http::{HeaderMap, Method, header};

/// The kind of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Health and figures for operators: always at once.
    Operations,
    /// A page that may have been kept; see [`super::admit_made`].
    Kept,
    /// Styles and scripts.
    Files,
    /// Pages for everybody.
    Public,
    /// Pages of citizens who are signed in.
    Citizens,
    /// Pages of the staff, and programs with a token.
    Staff,
    /// What hands something in.
    Intake,
    /// Signing in and registering.
    Doors,
    /// Requests with files.
    Uploads,
    /// Files of figures.
    Exports,
}

impl Class {
    /// The kind of this request.
    pub fn of(request: &Request, session: &str) -> Self {
        let (path, posted) = (request.uri().path(), request.method() == Method::POST);
        let first = path.split('/').nth(1).unwrap_or_default();
        match first {
            "healthz" | "readyz" | "metrics" => Self::Operations,
            "pkg" => Self::Files,
            _ if request.extensions().get::<Large>().is_some() => Self::Uploads,
            _ if posted && is_door(path) => Self::Doors,
            _ if posted && is_intake(path) => Self::Intake,
            _ if is_export(path) => Self::Exports,
            "desk" | "review" | "supervise" | "admin" | "audit" => Self::Staff,
            _ if is_program(path) => of_program(request.headers()),
            _ if has_session(request.headers(), session) => Self::Citizens,
            "" | "items" | "help" if is_read(request.method()) && path.split('/').count() <= 3 => Self::Kept,
            _ => Self::Public,
        }
    }

    /// Its name in figures.
    pub fn name(self) -> &'static str {
        match self {
            Self::Operations => "operations",
            Self::Kept => "kept",
            Self::Files => "files",
            Self::Public => "public",
            Self::Citizens => "citizens",
            Self::Staff => "staff",
            Self::Intake => "intake",
            Self::Doors => "doors",
            Self::Uploads => "uploads",
            Self::Exports => "exports",
        }
    }
}

fn is_read(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD)
}

fn is_door(path: &str) -> bool {
    matches!(path, "/sign-in" | "/register" | "/api/v1/session")
}

fn is_intake(path: &str) -> bool {
    path == "/api/v1/cases"
        || path.starts_with("/desk/intake/")
        || (path.starts_with("/drafts/") && path.ends_with("/submit"))
}

fn is_export(path: &str) -> bool {
    [".csv", ".xlsx", ".pdf"].iter().any(|end| path.ends_with(end)) || path.starts_with("/api/v1/export")
}

fn of_program(headers: &HeaderMap) -> Class {
    if headers.contains_key(header::AUTHORIZATION) { Class::Staff } else { Class::Public }
}

fn has_session(headers: &HeaderMap, name: &str) -> bool {
    headers.contains_key(header::COOKIE) && CookieJar::from_headers(headers).get(name).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn of(method: Method, path: &str, fields: &[(&str, &str)]) -> Class {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in fields {
            request = request.header(*name, *value);
        }
        Class::of(&request.body(Body::empty()).unwrap(), "yihao")
    }

    #[test]
    fn requests_are_told_apart() {
        let session = [("cookie", "yihao_lang=en; yihao=abc")];
        let token = [("authorization", "Bearer abc")];
        for (method, path, fields, class) in [
            (Method::GET, "/healthz", &session[..], Class::Operations),
            (Method::GET, "/pkg/yihao.css", &[], Class::Files),
            (Method::GET, "/", &[], Class::Kept),
            (Method::GET, "/items/MZ-001", &[], Class::Kept),
            (Method::GET, "/items?q=x", &session, Class::Citizens),
            (Method::GET, "/items/MZ-001/guidance", &[], Class::Public),
            (Method::POST, "/track", &[], Class::Public),
            (Method::POST, "/sign-in", &[], Class::Doors),
            (Method::POST, "/api/v1/session", &token, Class::Doors),
            (Method::GET, "/desk", &[], Class::Staff),
            (Method::POST, "/desk/intake/1", &session, Class::Intake),
            (Method::POST, "/drafts/1/submit", &session, Class::Intake),
            (Method::POST, "/drafts/1/name", &session, Class::Citizens),
            (Method::POST, "/api/v1/cases", &token, Class::Intake),
            (Method::GET, "/api/v1/cases", &token, Class::Staff),
            (Method::GET, "/api/v1/items", &[], Class::Public),
            (Method::GET, "/supervise/cases.xlsx", &session, Class::Exports),
            (Method::GET, "/deskx", &[], Class::Public),
        ] {
            assert_eq!(of(method, path, fields), class, "{path}");
        }
    }

    #[test]
    fn files_are_a_kind_of_their_own() {
        let mut request =
            Request::builder().method(Method::POST).uri("/desk/intake/1").body(Body::empty()).unwrap();
        request.extensions_mut().insert(Large);
        assert_eq!(Class::of(&request, "yihao"), Class::Uploads);
    }
}
