//! A day that differs from its weekday: a statutory holiday, or a weekend worked.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_day")]
/// A day that differs from its weekday: a statutory holiday, or a weekend worked.
pub struct Model {
    /// The day.
    #[sea_orm(primary_key, auto_increment = false)]
    pub date: Date,
    /// `holiday` or `workday`.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// The festival it belongs to.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// The festival in English.
    #[sea_orm(column_type = "Text", nullable)]
    pub name_en: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
