//! A legal person or other organisation, known by its credit code (GB 32100).

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "legal_entity")]
/// A legal person or other organisation, known by its credit code (GB 32100).
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Unified social credit code; public, so in clear.
    #[sea_orm(column_type = "Text", unique)]
    pub code: String,
    /// Name as registered.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// `company`, `institution`, `association`, `authority` or `other`.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// `active`, `cancelled` or `revoked`.
    #[sea_orm(column_type = "Text")]
    pub status: String,
    /// When it was established.
    pub established_on: Option<Date>,
    /// Division of its domicile.
    #[sea_orm(column_type = "Text", nullable)]
    pub division: Option<String>,
    /// Its domicile.
    #[sea_orm(column_type = "Text", nullable)]
    pub address: Option<String>,
    /// 法定代表人.
    pub legal_person_id: Option<Uuid>,
    /// 管理员: names the agents.
    pub administrator_id: Option<Uuid>,
    /// When first recorded.
    pub created_at: DateTimeUtc,
    /// 法定代表人.
    #[sea_orm(belongs_to, relation_enum = "LegalPerson", from = "legal_person_id", to = "id")]
    pub legal_person: BelongsTo<Option<super::person::Entity>>,
    /// 管理员: names the agents.
    #[sea_orm(belongs_to, relation_enum = "Administrator", from = "administrator_id", to = "id")]
    pub administrator: BelongsTo<Option<super::person::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
