//! Who looked at what is held of a person or an organisation, when and why: the owner can read it.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "access")]
/// Who looked at what is held of a person or an organisation, when and why: the owner can read it.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Of whom.
    pub person_id: Option<Uuid>,
    /// Of which organisation.
    pub entity_id: Option<Uuid>,
    /// When.
    pub at: DateTimeUtc,
    /// Who; none for the portal and for the public.
    pub account_id: Option<Uuid>,
    /// Their name or department then.
    #[sea_orm(column_type = "Text")]
    pub actor_name: String,
    /// Their role then.
    #[sea_orm(column_type = "Text")]
    pub actor_role: String,
    /// Their department then.
    pub department_id: Option<Uuid>,
    /// What was done, a word of `backend::access::Act`.
    #[sea_orm(column_type = "Text")]
    pub act: String,
    /// Of what: a type of certificate, a material, a registry, `person`.
    #[sea_orm(column_type = "Text")]
    pub what: String,
    /// The certificate.
    pub certificate_id: Option<Uuid>,
    /// The material.
    pub holding_id: Option<Uuid>,
    /// In which case.
    pub case_id: Option<Uuid>,
    /// For which item.
    #[sea_orm(column_type = "Text", nullable)]
    pub item_id: Option<String>,
    /// Why: 用证事由.
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// What is told once only: a case read by the same person on the same day.
    #[sea_orm(column_type = "Text", nullable, unique)]
    pub once_key: Option<String>,
    /// Of whom.
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<Option<super::person::Entity>>,
    /// Of which organisation.
    #[sea_orm(belongs_to, from = "entity_id", to = "id")]
    pub entity: BelongsTo<Option<super::legal_entity::Entity>>,
    /// Who; none for the portal and for the public.
    #[sea_orm(belongs_to, from = "account_id", to = "id")]
    pub account: BelongsTo<Option<super::account::Entity>>,
    /// Their department then.
    #[sea_orm(belongs_to, from = "department_id", to = "id")]
    pub department: BelongsTo<Option<super::department::Entity>>,
    /// The certificate.
    #[sea_orm(belongs_to, from = "certificate_id", to = "id")]
    pub certificate: BelongsTo<Option<super::certificate::Entity>>,
    /// The material.
    #[sea_orm(belongs_to, from = "holding_id", to = "id")]
    pub holding: BelongsTo<Option<super::holding::Entity>>,
    /// In which case.
    #[sea_orm(belongs_to, from = "case_id", to = "id")]
    pub case: BelongsTo<Option<super::case_file::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
