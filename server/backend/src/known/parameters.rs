//! Figures that departments set, as rules name them (`PARAM.dibao_standard`).

use std::collections::BTreeMap;

use domain::field_error::{FieldCode, FieldError};
use domain::permission::Actor;
use domain::rule::Decimal;
use sea_orm::ConnectionTrait;

use crate::audit::{self, Entry};
use crate::import::may_administer;
use crate::{Error, Portal, Result, settings};

/// Under this key they are kept, by name.
const SETTING: &str = "parameters";

/// Every figure that was set, by its name without `PARAM.`.
///
/// # Errors
/// Storage errors.
pub async fn parameters(db: &impl ConnectionTrait) -> Result<BTreeMap<String, Decimal>> {
    Ok(settings::get(db, SETTING).await?.unwrap_or_default())
}

/// Sets a figure, or with nothing forgets it.
///
/// # Errors
/// [`crate::Kind::Invalid`] on `value` when it is no number; [`crate::Kind::Denied`] to all but an
/// administrator; storage errors.
pub async fn set_parameter(portal: &Portal, actor: &Actor, name: &str, value: &str) -> Result<()> {
    may_administer(actor)?;
    let read = |text: &str| {
        text.parse::<Decimal>().map_err(|_| Error::invalid(vec![FieldError::new("value", FieldCode::Number)]))
    };
    let given = value.trim();
    let value = if given.is_empty() { None } else { Some(read(given)?) };
    let tx = portal.db.begin().await?;
    let mut all = parameters(&tx).await?;
    let before = match value {
        Some(value) => all.insert(name.to_owned(), value),
        None => all.remove(name),
    };
    settings::put(&tx, SETTING, &all).await?;
    let said = |value: Option<Decimal>| value.map(|value| value.to_string());
    let detail = serde_json::json!({ "before": said(before), "after": said(value) });
    let entry = Entry::new(actor, "parameter.set", format!("parameter/{name}")).detail(detail);
    audit::record(&tx, portal.clock.now(), entry).await?;
    Ok(tx.commit().await?)
}
