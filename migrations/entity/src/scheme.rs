//! An assessment scheme, one version of it.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "scheme")]
/// An assessment scheme, one version of it. Never changed but in `active`.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Short stable name, `baotou`.
    #[sea_orm(column_type = "Text")]
    pub key: String,
    /// Counted from 1; every import of the key makes the next.
    pub version: i32,
    /// Chinese name.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// English name.
    #[sea_orm(column_type = "Text", nullable)]
    pub name_en: Option<String>,
    /// The city whose document it is.
    #[sea_orm(column_type = "Text")]
    pub city: String,
    /// In English.
    #[sea_orm(column_type = "Text", nullable)]
    pub city_en: Option<String>,
    /// The source document.
    #[sea_orm(column_type = "Text")]
    pub document: String,
    /// Whether it is in force; of one key at most one version is.
    pub active: bool,
    /// The whole scheme as it was taken in.
    #[sea_orm(column_type = "JsonBinary")]
    pub file: Json,
    /// When it was taken in.
    pub imported_at: DateTimeUtc,
    /// By whom; the portal itself has no account.
    #[sea_orm(nullable)]
    pub imported_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
