//! A rule of 电子监察.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "watch_rule")]
/// A rule of 电子监察.
pub struct Model {
    /// Its name.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub key: String,
    /// Place in the list.
    pub sort: i32,
    /// `domain::watch::Rule`.
    #[sea_orm(column_type = "JsonBinary")]
    pub rule: Json,
    /// Counted from 1, one more with each change.
    pub revision: i32,
    /// The revision that has looked back over all cases.
    pub scanned: i32,
    /// Last change.
    pub updated_at: DateTimeUtc,
    /// Who changed it; none for an import.
    pub updated_by: Option<Uuid>,
    /// Who changed it.
    #[sea_orm(belongs_to, from = "updated_by", to = "id")]
    pub editor: BelongsTo<Option<super::account::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
