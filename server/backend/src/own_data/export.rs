//! 导出: all that is held of a person, in a form that other programs read (个人信息保护法 art. 45).

mod accesses;
mod cases;
mod library;
mod person;
mod redact;

use super::owner;
use crate::access::{self, Access, Act};
use crate::audit::{self, Entry};
use crate::{Error, Holder, Result, Services, accounts};
use chrono::{DateTime, Utc};
use domain::permission::Actor;
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// What is handed out.
#[derive(Clone)]
pub struct Export {
    /// When.
    pub at: DateTime<Utc>,
    /// JSON text, UTF-8.
    pub json: String,
}

/// Everything held of whoever asks. ID numbers stand in it in full only if the password is given
/// again; else they are masked wherever they occur. The owner finds the export in the ledger.
///
/// # Errors
/// [`crate::Kind::Invalid`] for the field `password`; [`crate::Kind::NotFound`] to all but citizens.
pub async fn export(services: &Services, actor: &Actor, password: Option<&str>) -> Result<Export> {
    let person = owner(actor)?;
    if let Some(password) = password {
        accounts::confirm(services, actor, password).await?;
    }
    let at = services.clock.now();
    tell(services, actor, person, at, password.is_some()).await?;
    let mut all = gathered(services, actor, person).await?;
    all.insert("exported_at".to_owned(), json!(at));
    all.insert("numbers_in_full".to_owned(), json!(password.is_some()));
    let all = Value::Object(all);
    let all = if password.is_some() { all } else { redact::masked(all) };
    Ok(Export { at, json: serde_json::to_string_pretty(&all).map_err(Error::from)? })
}

async fn tell(services: &Services, actor: &Actor, person: Uuid, at: DateTime<Utc>, full: bool) -> Result<()> {
    let reason = if full { "本人导出全部信息，含完整号码" } else { "本人导出全部信息" };
    let line = Access::new(Holder::Person(person), Act::Exported, "person", reason);
    let entry = Entry::new(actor, "person.export", format!("person/{person}"));
    let tx = services.db.begin().await?;
    access::record(&tx, at, actor, vec![line]).await?;
    audit::record(&tx, at, entry.detail(json!({ "numbers_in_full": full }))).await?;
    Ok(tx.commit().await?)
}

async fn gathered(services: &Services, actor: &Actor, person: Uuid) -> Result<Map<String, Value>> {
    let parts = [
        ("person", person::person(services, person).await?),
        ("delegations", person::delegations(services, person).await?),
        ("consents", person::consents(services, person).await?),
        ("certificates", library::certificates(services, person).await?),
        ("materials", library::materials(services, person).await?),
        ("registry_extracts", library::extracts(services, person).await?),
        ("drafts", cases::drafts(services, actor).await?),
        ("cases", cases::cases(services, actor, person).await?),
        ("accesses", accesses::accesses(services, person).await?),
    ];
    Ok(parts.into_iter().map(|(name, part)| (name.to_owned(), part)).collect())
}

impl std::fmt::Debug for Export {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Export({}, {} bytes)", self.at, self.json.len())
    }
}
