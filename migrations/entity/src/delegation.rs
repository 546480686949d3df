//! 授权: somebody may act for a person or an organisation.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delegation")]
/// 授权: somebody may act for a person or an organisation.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The person who is acted for; else an organisation is.
    pub person_id: Option<Uuid>,
    /// The organisation that is acted for.
    pub entity_id: Option<Uuid>,
    /// Who may act.
    pub agent_id: Uuid,
    /// Ids of the items; empty means all.
    #[sea_orm(column_type = "JsonBinary")]
    pub items: Json,
    /// First day.
    pub valid_from: Date,
    /// Last day.
    pub valid_until: Date,
    /// When it was given.
    pub given_at: DateTimeUtc,
    /// When the agent took it.
    pub accepted_at: Option<DateTimeUtc>,
    /// When it was taken back.
    pub revoked_at: Option<DateTimeUtc>,
    /// Account that recorded it.
    pub created_by: Option<Uuid>,
    /// The person who is acted for; else an organisation is.
    #[sea_orm(belongs_to, relation_enum = "Person", from = "person_id", to = "id")]
    pub person: BelongsTo<Option<super::person::Entity>>,
    /// The organisation that is acted for.
    #[sea_orm(belongs_to, from = "entity_id", to = "id")]
    pub entity: BelongsTo<Option<super::legal_entity::Entity>>,
    /// Who may act.
    #[sea_orm(belongs_to, relation_enum = "Agent", from = "agent_id", to = "id")]
    pub agent: BelongsTo<super::person::Entity>,
    /// Account that recorded it.
    #[sea_orm(belongs_to, from = "created_by", to = "id")]
    pub creator: BelongsTo<Option<super::account::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
