//! One version of how an item is handled.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "item_version")]
/// One version of how an item is handled.
pub struct Model {
    /// Item.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub item_id: String,
    /// Counted from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    /// `draft`, `in_force`, `suspended` or `cancelled`.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    /// First day in force; none from the beginning, or for a draft without a day.
    pub valid_from: Option<Date>,
    /// Last day in force; none while nothing follows it.
    pub valid_to: Option<Date>,
    /// `instant` or `promise`.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// `domain::case::Limits`.
    #[sea_orm(column_type = "JsonBinary")]
    pub limits: Json,
    /// `domain::process::Process`.
    #[sea_orm(column_type = "JsonBinary")]
    pub process: Json,
    /// `domain::intake::FormSpec`.
    #[sea_orm(column_type = "JsonBinary")]
    pub form: Json,
    /// Why it was made.
    #[sea_orm(column_type = "Text")]
    pub note: String,
    /// Who made it; none for an import.
    pub created_by: Option<Uuid>,
    /// When made.
    pub created_at: DateTimeUtc,
    /// Last change.
    pub updated_at: DateTimeUtc,
    /// Item.
    #[sea_orm(belongs_to, from = "item_id", to = "id")]
    pub item: BelongsTo<super::item::Entity>,
    /// Who made it.
    #[sea_orm(belongs_to, from = "created_by", to = "id")]
    pub author: BelongsTo<Option<super::account::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
