//! What a registry says of a person or an organisation, with the day on which it said so.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "extract")]
/// What a registry says of a person or an organisation, with the day on which it said so.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Of whom.
    pub person_id: Option<Uuid>,
    /// Of which organisation.
    pub entity_id: Option<Uuid>,
    /// The registry, as the catalogue names it.
    #[sea_orm(column_type = "Text")]
    pub source: String,
    /// JSON of facts by field, encrypted.
    #[sea_orm(column_type = "Text")]
    pub facts_cipher: String,
    /// As things were on this day.
    pub as_of: Date,
    /// When it was fetched.
    pub created_at: DateTimeUtc,
    /// Of whom.
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<Option<super::person::Entity>>,
    /// Of which organisation.
    #[sea_orm(belongs_to, from = "entity_id", to = "id")]
    pub entity: BelongsTo<Option<super::legal_entity::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
