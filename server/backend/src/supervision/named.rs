//! What one group is called, for a page that is narrowed to it.

use super::completion::names;
use super::heads::{GroupBy, NONE};
use crate::{Result, Services};

/// The name of a group by its key, in Chinese and in English; the key where nothing is known of it.
///
/// # Errors
/// Storage errors.
pub async fn named(services: &Services, by: GroupBy, key: &str) -> Result<(String, Option<String>)> {
    let key = if key == NONE { "" } else { key };
    Ok(names(services, by).await?.of(services, key))
}
