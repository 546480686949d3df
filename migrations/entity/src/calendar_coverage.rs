//! The span the imported calendar covers; a single row.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_coverage")]
/// The span the imported calendar covers; a single row.
pub struct Model {
    /// Always 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i16,
    /// First day covered.
    pub from_date: Date,
    /// Last day covered.
    pub to_date: Date,
    /// Where the days came from.
    #[sea_orm(column_type = "Text")]
    pub source: String,
    /// When they were imported.
    pub imported_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
