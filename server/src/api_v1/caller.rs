//! Who calls, and in which language.

use super::problem::{ApiError, language};
use crate::state::AppState;
use app::lang::Lang;
use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use backend::sessions::{self, Session};
use domain::permission::{Actor, Role};
use http::header;
use http::request::Parts;
use std::convert::Infallible;

/// Somebody with a live token.
pub(super) struct Caller {
    pub session: Session,
    pub lang: Lang,
}

impl Caller {
    pub(super) fn actor(&self) -> Actor {
        self.session.actor()
    }

    /// Only for this role.
    pub(super) fn must_be(&self, role: Role) -> Result<(), ApiError> {
        if self.session.account.role == role { Ok(()) } else { Err(ApiError::denied()) }
    }
}

impl FromRequestParts<AppState> for Caller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        let token = bearer(parts).ok_or(ApiError::Unauthorised)?;
        let session = sessions::find(&app.services, token).await?.ok_or(ApiError::Unauthorised)?;
        Ok(Self { session, lang: language(&parts.headers) })
    }
}

/// Where anybody may call: nobody without a token; a token that is over is still refused.
impl OptionalFromRequestParts<AppState> for Caller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Option<Self>, ApiError> {
        if !parts.headers.contains_key(header::AUTHORIZATION) {
            return Ok(None);
        }
        <Self as FromRequestParts<AppState>>::from_request_parts(parts, app).await.map(Some)
    }
}

fn bearer(parts: &Parts) -> Option<&str> {
    let value = parts.headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// The language of somebody without a token.
pub(super) struct Spoken(pub Lang);

impl FromRequestParts<AppState> for Spoken {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self, Infallible> {
        Ok(Self(language(&parts.headers)))
    }
}
