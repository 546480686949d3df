//! Every look-up by number is written down: for the auditors, and for the one looked up.

use crate::access::{self, Access, Act};
use crate::audit::{self, Entry};
use crate::holder::Holder;
use crate::{Portal, Result};
use domain::permission::Actor;
use serde_json::json;

/// Writes down that somebody was looked up, and why; `None` where the number led to nobody, which
/// only the auditors read.
///
/// # Errors
/// When it cannot be written; then nothing may be shown.
pub async fn looked_up(portal: &Portal, actor: &Actor, holder: Option<Holder>, reason: &str) -> Result<()> {
    let (action, subject, what) = match holder {
        Some(Holder::Person(id)) => ("person.lookup", format!("person/{id}"), "person"),
        Some(Holder::Entity(id)) => ("entity.lookup", format!("entity/{id}"), "entity"),
        None => ("person.lookup", "person/unknown".to_owned(), "person"),
    };
    let (tx, at) = (portal.db.begin().await?, portal.clock.now());
    let line = holder.map(|holder| Access::new(holder, Act::LookedUp, what, audit::redacted(reason)));
    access::record(&tx, at, actor, line.into_iter().collect()).await?;
    let entry = Entry::new(actor, action, subject).detail(json!({ "reason": reason }));
    audit::record(&tx, at, entry).await?;
    Ok(tx.commit().await?)
}
