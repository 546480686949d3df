//! A signed-in browser or program.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
/// A signed-in browser or program.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// SHA-256 of the token, hex; the token itself is never stored.
    #[sea_orm(column_type = "Text", unique)]
    pub token_hash: String,
    /// Who is signed in.
    pub account_id: Uuid,
    /// When signed in.
    pub created_at: DateTimeUtc,
    /// Last request, to the minute.
    pub last_seen_at: DateTimeUtc,
    /// When it ends whatever happens.
    pub expires_at: DateTimeUtc,
    /// The person a clerk is serving.
    pub client_person_id: Option<Uuid>,
    /// The organisation at the counter, for which that person acts.
    pub client_entity_id: Option<Uuid>,
    /// A message for the next page.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub flash: Option<Json>,
    /// Who is signed in.
    #[sea_orm(belongs_to, from = "account_id", to = "id")]
    pub account: BelongsTo<super::account::Entity>,
    /// The person a clerk is serving.
    #[sea_orm(belongs_to, from = "client_person_id", to = "id")]
    pub client_person: BelongsTo<Option<super::person::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
