//! A panic or a fault becomes an incident with a number that the person and the log share.

use axum::response::{IntoResponse as _, Response};
use http::StatusCode;
use std::any::Any;
use uuid::Uuid;

/// The number of what went wrong, for whoever puts it into words.
#[derive(Clone, Debug)]
pub struct Incident(pub String);

/// A number short enough to be read over the phone, unique enough to be found in a day's log.
pub fn number() -> String {
    let id = Uuid::new_v4().simple().to_string();
    id.chars().take(8).collect::<String>().to_uppercase()
}

/// The answer to a panic: [`super::spoken`] makes a page or a problem of it; where even that fails,
/// this is the last net below.
pub fn caught(_panic: Box<dyn Any + Send + 'static>) -> Response {
    let number = number();
    tracing::error!(incident = number, "a handler panicked");
    let text = format!("出错了，事件编号 {number}。Something went wrong; incident {number}.");
    let mut response = (StatusCode::INTERNAL_SERVER_ERROR, text).into_response();
    response.extensions_mut().insert(Incident(number));
    response
}
