//! What happened.

use super::UploadRef;
use crate::cases::words;
use crate::crypto::Field;
use crate::{Result, Services};
use chrono::{DateTime, Utc};
use domain::case::Event;
use domain::permission::Role;
use entity::{case_event, upload};
use sea_orm::{EntityTrait as _, QueryFilter as _, QueryOrder as _};
use std::collections::HashMap;
use uuid::Uuid;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventView {
    /// Its place in the case.
    pub seq: i32,
    /// What.
    pub event: Event,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor_name: String,
    /// As what; none for the portal itself.
    pub actor_role: Option<Role>,
    /// The opinion given with it.
    pub opinion: Option<String>,
    /// What was attached to it.
    pub attachments: Vec<UploadRef>,
}

/// What happened to a case, oldest first.
pub(in crate::cases) async fn events(services: &Services, case_id: Uuid) -> Result<Vec<EventView>> {
    let rows = case_event::Entity::find()
        .filter(case_event::COLUMN.case_id.eq(case_id))
        .order_by_asc(case_event::Column::Seq)
        .all(&services.db.read)
        .await?;
    let files = attached(services, &rows).await?;
    rows.into_iter()
        .map(|row| {
            let attachments = ids(&row).into_iter().filter_map(|id| files.get(&id).cloned()).collect();
            let open = |words: &String| -> Result<String> {
                Ok(services.keys.open(Field::CASE_WORDS.of(case_id), words)?.to_string())
            };
            Ok(EventView {
                attachments,
                opinion: row.opinion.as_ref().map(open).transpose()?,
                seq: row.seq,
                event: words::opened(&services.keys, case_id, serde_json::from_value(row.payload)?)?,
                at: row.at,
                actor_name: row.actor_name,
                actor_role: Role::parse(&row.actor_role),
            })
        })
        .collect()
}

/// The keys of the files attached to an event.
fn ids(row: &case_event::Model) -> Vec<Uuid> {
    row.attachments.clone().and_then(|ids| serde_json::from_value(ids).ok()).unwrap_or_default()
}

async fn attached(services: &Services, rows: &[case_event::Model]) -> Result<HashMap<Uuid, UploadRef>> {
    let ids: Vec<Uuid> = rows.iter().flat_map(ids).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let files = upload::Entity::find().filter(upload::COLUMN.id.is_in(ids)).all(&services.db.read).await?;
    Ok(files.into_iter().map(|file| (file.id, UploadRef::from(file))).collect())
}
