//! 材料库: a material given once, kept to be used again.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "holding")]
/// 材料库: a material given once, kept to be used again.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose.
    pub person_id: Option<Uuid>,
    /// Of which organisation.
    pub entity_id: Option<Uuid>,
    /// Name of the material.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// Type of certificate it is a copy of.
    #[sea_orm(column_type = "Text", nullable)]
    pub certificate_code: Option<String>,
    /// The file.
    pub upload_id: Option<Uuid>,
    /// 可信等级 (国办函〔2016〕108号).
    #[sea_orm(column_type = "Text")]
    pub grade: String,
    /// The case it came with.
    pub case_id: Option<Uuid>,
    /// Last day on which it may be used.
    pub valid_until: Option<Date>,
    /// Who compared it with the original (C becomes B).
    pub verified_by: Option<Uuid>,
    /// When.
    pub verified_at: Option<DateTimeUtc>,
    /// When the owner took it out of the library.
    pub removed_at: Option<DateTimeUtc>,
    /// When it was given.
    pub created_at: DateTimeUtc,
    /// Whose.
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<Option<super::person::Entity>>,
    /// Of which organisation.
    #[sea_orm(belongs_to, from = "entity_id", to = "id")]
    pub entity: BelongsTo<Option<super::legal_entity::Entity>>,
    /// The file.
    #[sea_orm(belongs_to, from = "upload_id", to = "id")]
    pub upload: BelongsTo<Option<super::upload::Entity>>,
    /// The case it came with.
    #[sea_orm(belongs_to, from = "case_id", to = "id")]
    pub case: BelongsTo<Option<super::case_file::Entity>>,
    /// Who compared it with the original (C becomes B).
    #[sea_orm(belongs_to, from = "verified_by", to = "id")]
    pub verifier: BelongsTo<Option<super::account::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
