//! Several items done as one thing (一件事).

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "bundle")]
/// Several items done as one thing (一件事).
pub struct Model {
    /// Short id.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub id: String,
    /// Chinese name.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// English name.
    #[sea_orm(column_type = "Text", nullable)]
    pub name_en: Option<String>,
    /// Life event.
    #[sea_orm(column_type = "Text", nullable)]
    pub event: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
