//! A broken promise, until it is mended.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "credit_mark")]
/// A broken promise, until it is mended.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose.
    pub person_id: Uuid,
    /// In which case.
    pub case_id: Uuid,
    /// `supplement` or `commitment`.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// When.
    pub marked_at: DateTimeUtc,
    /// When it was mended.
    pub lifted_at: Option<DateTimeUtc>,
    /// Who says so.
    pub lifted_by: Option<Uuid>,
    /// What mended it.
    #[sea_orm(column_type = "Text", nullable)]
    pub lifted_why: Option<String>,
    /// Whose.
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<super::person::Entity>,
    /// In which case.
    #[sea_orm(belongs_to, from = "case_id", to = "id")]
    pub case_file: BelongsTo<super::case_file::Entity>,
    /// Who says so.
    #[sea_orm(belongs_to, from = "lifted_by", to = "id")]
    pub lifter: BelongsTo<Option<super::account::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
