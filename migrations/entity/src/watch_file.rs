//! A file that came with a reply to an order of supervision.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "watch_file")]
/// A file that came with a reply to an order of supervision.
pub struct Model {
    /// The file.
    #[sea_orm(primary_key, auto_increment = false)]
    pub upload_id: Uuid,
    /// The order.
    pub order_id: Uuid,
    /// The event of the order.
    pub seq: i32,
    /// The file.
    #[sea_orm(belongs_to, from = "upload_id", to = "id")]
    pub upload: BelongsTo<super::upload::Entity>,
    /// The order.
    #[sea_orm(belongs_to, from = "order_id", to = "id")]
    pub order: BelongsTo<super::watch_order::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
