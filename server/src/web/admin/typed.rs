//! Flat forms between the browser, the use case and the page: what was typed is never lost.

use crate::web::error::PageError;
use app::pages::admin::values::Values;
use app::ui::flash::Flash;
use backend::{Error, Kind};
use domain::field_error::FieldError;
use http::StatusCode;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use uuid::Uuid;

/// A form as posted. A name that comes several times is a list, joined by spaces.
pub(in crate::web) type Posted = axum::Form<Vec<(String, String)>>;

/// What was typed, by field.
pub(in crate::web) fn typed(posted: Vec<(String, String)>) -> BTreeMap<String, String> {
    let mut typed: BTreeMap<String, String> = BTreeMap::new();
    for (name, value) in posted {
        typed
            .entry(name)
            .and_modify(|before| {
                before.push(' ');
                before.push_str(&value);
            })
            .or_insert(value);
    }
    typed
}

/// The form that the use case reads. Its fields are all texts with a default.
pub(super) fn form<T: DeserializeOwned>(typed: &BTreeMap<String, String>) -> Result<T, PageError> {
    let read = serde_json::to_value(typed).and_then(serde_json::from_value);
    read.map_err(|error| Error::internal(error).into())
}

/// What a use case's form says, for the page.
pub(super) fn values<T: Serialize>(form: &T) -> Result<Values, PageError> {
    let value = serde_json::to_value(form).map_err(Error::internal)?;
    let fields = value.as_object().cloned().unwrap_or_default();
    let text = |value: serde_json::Value| value.as_str().map(str::to_owned).unwrap_or_default();
    Ok(Values {
        typed: fields.into_iter().map(|(name, value)| (name, text(value))).collect(),
        errors: Vec::new(),
    })
}

/// What is wrong with the fields, where that is the error; any other error is passed on.
pub(super) fn wrong(error: Error) -> Result<Vec<FieldError>, PageError> {
    match error.kind() {
        Kind::Invalid(errors) => Ok(errors.clone()),
        _ => Err(error.into()),
    }
}

/// The form as it was typed, with what is wrong; any other error is passed on.
pub(in crate::web) fn refused(typed: BTreeMap<String, String>, error: Error) -> Result<Values, PageError> {
    Ok(Values { errors: wrong(error)?, typed })
}

/// How a form is answered: with fields that are wrong, by 422.
pub(in crate::web) fn status(values: &Values) -> StatusCode {
    if values.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

/// That something was saved, by its name.
pub(super) fn saved(name: &str) -> Flash {
    Flash::done(format!("已保存 {name}。"), format!("{name} was saved."))
}

/// The last part of a form's address.
pub(super) fn key_or_new(id: Option<Uuid>) -> String {
    id.map_or_else(|| "new".to_owned(), |id| id.to_string())
}

/// What the switch between in use and out of use sent.
pub(super) fn is_active(posted: Vec<(String, String)>) -> bool {
    typed(posted).get("active").is_some_and(|value| value == "true")
}
