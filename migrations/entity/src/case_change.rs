//! What an answer to corrections changed.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_change")]
/// What an answer to corrections changed.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Case.
    pub case_id: Uuid,
    /// The event that answered.
    pub seq: i32,
    /// `domain::case::Target`.
    #[sea_orm(column_type = "JsonBinary")]
    pub target: Json,
    /// What stood there before, encrypted.
    #[sea_orm(column_type = "Text")]
    pub before_cipher: String,
    /// What stands there since, encrypted.
    #[sea_orm(column_type = "Text")]
    pub after_cipher: String,
    /// Case.
    #[sea_orm(belongs_to, from = "case_id", to = "id")]
    pub case_file: BelongsTo<super::case_file::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
