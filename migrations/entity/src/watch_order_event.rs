//! What happened to an order of supervision; written once, never changed.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "watch_order_event")]
/// What happened to an order of supervision; written once, never changed.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The order.
    pub order_id: Uuid,
    /// 1, 2, 3 … within the order.
    pub seq: i32,
    /// What happened.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// The last day to reply from then on, where it set one.
    pub reply_by: Option<Date>,
    /// What was said with it, encrypted.
    #[sea_orm(column_type = "Text", nullable)]
    pub words_cipher: Option<String>,
    /// Who did it; none for the portal.
    pub actor_account_id: Option<Uuid>,
    /// Name at the time.
    #[sea_orm(column_type = "Text")]
    pub actor_name: String,
    /// Role at the time.
    #[sea_orm(column_type = "Text")]
    pub actor_role: String,
    /// When.
    pub at: DateTimeUtc,
    /// The order.
    #[sea_orm(belongs_to, from = "order_id", to = "id")]
    pub order: BelongsTo<super::watch_order::Entity>,
    /// Who did it; none for the portal.
    #[sea_orm(belongs_to, from = "actor_account_id", to = "id")]
    pub actor: BelongsTo<Option<super::account::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
