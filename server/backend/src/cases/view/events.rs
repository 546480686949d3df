//! What happened.

use crate::cases::words;
use crate::{Result, Services};
use chrono::{DateTime, Utc};
use domain::case::Event;
use domain::permission::Role;
use entity::case_event;
use sea_orm::{EntityTrait as _, QueryFilter as _, QueryOrder as _};
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
}

/// What happened to a case, oldest first.
pub(in crate::cases) async fn events(services: &Services, case_id: Uuid) -> Result<Vec<EventView>> {
    let rows = case_event::Entity::find()
        .filter(case_event::COLUMN.case_id.eq(case_id))
        .order_by_asc(case_event::Column::Seq)
        .all(&services.db.read)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(EventView {
                seq: row.seq,
                event: words::opened(&services.keys, serde_json::from_value(row.payload)?)?,
                at: row.at,
                actor_name: row.actor_name,
                actor_role: Role::parse(&row.actor_role),
            })
        })
        .collect()
}
