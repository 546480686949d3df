//! A JSON body. Unknown fields are let pass; what is no JSON is told by its place, never quoted.

use super::problem::ApiError;
use crate::middleware::limited::Limited;
use crate::middleware::limits::FORM_BYTES;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use http::StatusCode;
use serde::de::DeserializeOwned;

pub(super) struct Body<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        let bytes = Bytes::from_request(request, state).await.map_err(|rejection| {
            if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
                ApiError::Limited(Limited::Form(FORM_BYTES))
            } else {
                ApiError::Malformed(0, 0)
            }
        })?;
        let read = serde_json::from_slice(&bytes);
        read.map(Self).map_err(|error| ApiError::Malformed(error.line(), error.column()))
    }
}
