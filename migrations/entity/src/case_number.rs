//! The last number given for an implementation on a day.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_number")]
/// The last number given for an implementation on a day.
pub struct Model {
    /// Day.
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: Date,
    /// Implementation code.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub prefix: String,
    /// Last sequence given.
    pub last: i32,
}

impl ActiveModelBehavior for ActiveModel {}
