//! A change of a figure, written in the transaction of its event.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "counter_delta")]
/// A change of a figure, written in the transaction of its event.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Day.
    pub day: Date,
    /// Department.
    pub department_id: Uuid,
    /// Item.
    #[sea_orm(column_type = "Text")]
    pub item_id: String,
    /// Division.
    #[sea_orm(column_type = "Text")]
    pub division_code: String,
    /// Window, or empty.
    #[sea_orm(column_type = "Text")]
    pub window_key: String,
    /// Clerk who took it in, or empty.
    #[sea_orm(column_type = "Text")]
    pub clerk_key: String,
    /// Channel.
    #[sea_orm(column_type = "Text")]
    pub channel: String,
    /// What is counted.
    #[sea_orm(column_type = "Text")]
    pub metric: String,
    /// What is told apart within the metric, or empty.
    #[sea_orm(column_type = "Text")]
    pub part: String,
    /// Value of a distribution, or 0.
    pub bucket: i32,
    /// Change.
    pub n: i32,
}

impl ActiveModelBehavior for ActiveModel {}
