//! The body of an error, as the API gives it.

use super::ApiError;
use super::class::class;
use super::words::{detail, title};
use app::lang::Lang;
use app::ui::sentence::sentence;
use backend::Kind;
use domain::case::Refusal;
use http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

/// The body of an error.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api_v1) struct Problem {
    /// `urn:yihao:problem:` and the code.
    #[serde(rename = "type")]
    kind: String,
    /// What went wrong, in a few words.
    title: String,
    /// The HTTP status.
    status: u16,
    /// For programs.
    code: &'static str,
    /// For people: what is wrong and how to put it right.
    detail: String,
    /// Each field that is wrong.
    errors: Vec<FieldProblem>,
    /// Who has the case in hand, where it was changed meanwhile and that may be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    held_by: Option<String>,
}

/// A field that is wrong.
#[derive(Debug, Serialize, ToSchema)]
struct FieldProblem {
    /// Its name in the request.
    field: String,
    /// For programs.
    code: &'static str,
    /// For people.
    detail: String,
}

impl Problem {
    /// The error in a language.
    pub(super) fn of(lang: Lang, error: &ApiError) -> (StatusCode, Self) {
        let (status, code) = class(error);
        let problem = Self {
            kind: format!("urn:yihao:problem:{code}"),
            title: title(lang, status).to_owned(),
            status: status.as_u16(),
            code,
            detail: detail(lang, error),
            errors: fields(lang, error),
            held_by: held_by(error),
        };
        (status, problem)
    }
}

fn fields(lang: Lang, error: &ApiError) -> Vec<FieldProblem> {
    let ApiError::Backend(error) = error else { return Vec::new() };
    let Kind::Invalid(errors) = error.kind() else { return Vec::new() };
    errors
        .iter()
        .map(|error| FieldProblem {
            field: error.field.clone(),
            code: error.code.as_str(),
            detail: sentence(lang, &error.code),
        })
        .collect()
}

fn held_by(error: &ApiError) -> Option<String> {
    let ApiError::Backend(error) = error else { return None };
    match error.kind() {
        Kind::Stale { held_by } => held_by.clone(),
        Kind::Refused(Refusal::HeldBy(name)) => Some(name.clone()),
        Kind::Refused(_)
        | Kind::NotFound
        | Kind::Denied
        | Kind::Invalid(_)
        | Kind::Conflict
        | Kind::TooLarge { .. }
        | Kind::WrongType
        | Kind::Full
        | Kind::Unavailable
        | Kind::Internal => None,
    }
}
