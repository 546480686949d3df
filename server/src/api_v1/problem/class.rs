//! Status and code of an error: what a program needs to know.

use super::ApiError;
use super::limit::code;
use crate::web::error::refusal_status;
use backend::Kind;
use http::StatusCode;

pub(super) fn class(error: &ApiError) -> (StatusCode, &'static str) {
    match error {
        ApiError::Unauthorised => (StatusCode::UNAUTHORIZED, "unauthorised"),
        ApiError::Credentials => (StatusCode::UNAUTHORIZED, "wrong_credentials"),
        ApiError::KeyMissing => (StatusCode::BAD_REQUEST, "idempotency_key_missing"),
        ApiError::Malformed(..) => (StatusCode::BAD_REQUEST, "malformed"),
        ApiError::Limited(limited) => (limited.status(), code(limited)),
        ApiError::Method => (StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed"),
        ApiError::Backend(error) => match error.kind() {
            Kind::NotFound => (StatusCode::NOT_FOUND, "not_found"),
            Kind::Denied => (StatusCode::FORBIDDEN, "denied"),
            Kind::Stale { .. } => (StatusCode::CONFLICT, "stale"),
            Kind::Refused(refusal) => (refusal_status(refusal), refusal.code()),
            Kind::Invalid(_) => (StatusCode::UNPROCESSABLE_ENTITY, "invalid"),
            Kind::Conflict => (StatusCode::CONFLICT, "conflict"),
            Kind::TooLarge { .. } => (StatusCode::PAYLOAD_TOO_LARGE, "too_large"),
            Kind::WrongType => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "wrong_type"),
            Kind::Full => (StatusCode::INSUFFICIENT_STORAGE, "full"),
            Kind::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, "unavailable"),
            Kind::Internal => (StatusCode::INTERNAL_SERVER_ERROR, "internal"),
        },
    }
}
