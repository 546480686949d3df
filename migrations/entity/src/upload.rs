//! A file given by an applicant or a clerk.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "upload")]
/// A file given by an applicant or a clerk.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Who gave it.
    pub owner_account_id: Uuid,
    /// Draft it was given for.
    pub draft_id: Option<Uuid>,
    /// Case it belongs to.
    pub case_id: Option<Uuid>,
    /// Name as given.
    #[sea_orm(column_type = "Text")]
    pub file_name: String,
    /// Type found by looking at the bytes.
    #[sea_orm(column_type = "Text")]
    pub content_type: String,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of the bytes, hex.
    #[sea_orm(column_type = "Text")]
    pub sha256: String,
    /// Where the store keeps it.
    #[sea_orm(column_type = "Text", unique)]
    pub storage_key: String,
    /// When given.
    pub created_at: DateTimeUtc,
    /// Who gave it.
    #[sea_orm(belongs_to, from = "owner_account_id", to = "id")]
    pub owner_account: BelongsTo<super::account::Entity>,
    /// Draft it was given for.
    #[sea_orm(belongs_to, from = "draft_id", to = "id")]
    pub draft: BelongsTo<Option<super::draft::Entity>>,
    /// Case it belongs to.
    #[sea_orm(belongs_to, from = "case_id", to = "id")]
    pub case: BelongsTo<Option<super::case_file::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
