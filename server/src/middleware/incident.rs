//! A panic or a fault becomes an incident with a number that the person and the log share.

use axum::response::{IntoResponse as _, Response};
use http::StatusCode;
use std::any::Any;
use uuid::Uuid;

/// A number short enough to be read over the phone, unique enough to be found in a day's log.
pub fn number() -> String {
    let id = Uuid::new_v4().simple().to_string();
    id.chars().take(8).collect::<String>().to_uppercase()
}

/// What a person sees when a handler panicked: the page that says so comes from
/// [`crate::web::error`], this is the last net below it.
pub fn caught(_panic: Box<dyn Any + Send + 'static>) -> Response {
    let number = number();
    tracing::error!(incident = number, "a handler panicked");
    let text = format!("出错了，事件编号 {number}。Something went wrong; incident {number}.");
    (StatusCode::INTERNAL_SERVER_ERROR, text).into_response()
}
