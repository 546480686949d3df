//! A figure folded from deltas.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "counter")]
/// A figure folded from deltas.
pub struct Model {
    /// Day.
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: Date,
    /// Department.
    #[sea_orm(primary_key, auto_increment = false)]
    pub department_id: Uuid,
    /// Item.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub item_id: String,
    /// Division.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub division_code: String,
    /// Window, or empty.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub window_key: String,
    /// Clerk who took it in, or empty.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub clerk_key: String,
    /// Channel.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub channel: String,
    /// What is counted.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub metric: String,
    /// What is told apart within the metric, or empty.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub part: String,
    /// Value of a distribution, or 0.
    #[sea_orm(primary_key, auto_increment = false)]
    pub bucket: i32,
    /// Count.
    pub n: i32,
}

impl ActiveModelBehavior for ActiveModel {}
