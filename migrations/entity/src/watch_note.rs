//! A supervisor's note.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "watch_note")]
/// A supervisor's note.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// `case`, `alert` or `order`.
    #[sea_orm(column_type = "Text")]
    pub subject: String,
    /// Which.
    pub subject_id: Uuid,
    /// What it says, encrypted.
    #[sea_orm(column_type = "Text")]
    pub words_cipher: String,
    /// Whose it is.
    pub author_id: Uuid,
    /// When.
    pub at: DateTimeUtc,
    /// Whose it is.
    #[sea_orm(belongs_to, from = "author_id", to = "id")]
    pub author: BelongsTo<super::account::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
