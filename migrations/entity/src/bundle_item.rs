//! An item within a bundle.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "bundle_item")]
/// An item within a bundle.
pub struct Model {
    /// Bundle.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub bundle_id: String,
    /// Item.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub item_id: String,
    /// Place in the bundle.
    pub sort: i32,
    /// Bundle.
    #[sea_orm(belongs_to, from = "bundle_id", to = "id")]
    pub bundle: BelongsTo<super::bundle::Entity>,
    /// Item.
    #[sea_orm(belongs_to, from = "item_id", to = "id")]
    pub item: BelongsTo<super::item::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
