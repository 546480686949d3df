//! 加注件: a copy for one purpose, until one day, marked with both.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "certificate_copy")]
/// 加注件: a copy for one purpose, until one day, marked with both.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Of what.
    pub certificate_id: Uuid,
    /// 用证事由.
    #[sea_orm(column_type = "Text")]
    pub purpose: String,
    /// Last day.
    pub expires_on: Date,
    /// By which anyone finds out whether it is genuine.
    #[sea_orm(column_type = "Text", unique)]
    pub code: String,
    /// Who made it.
    pub account_id: Uuid,
    /// When.
    pub made_at: DateTimeUtc,
    /// Of what.
    #[sea_orm(belongs_to, from = "certificate_id", to = "id")]
    pub certificate: BelongsTo<super::certificate::Entity>,
    /// Who made it.
    #[sea_orm(belongs_to, from = "account_id", to = "id")]
    pub account: BelongsTo<super::account::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
