//! What an indicator of today read on a day.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "indicator_snapshot")]
/// What an indicator of today read on a day.
pub struct Model {
    /// The day.
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: Date,
    /// The indicator.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub indicator: String,
    /// Above the line.
    pub numerator: i64,
    /// Below the line; none for a number.
    pub denominator: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
