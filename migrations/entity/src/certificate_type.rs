//! A type of certificate (GB/T 36902).

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "certificate_type")]
/// A type of certificate (GB/T 36902).
pub struct Model {
    /// Code of the type.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub code: String,
    /// Chinese name.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// English name.
    #[sea_orm(column_type = "Text", nullable)]
    pub name_en: Option<String>,
    /// Who issues it.
    #[sea_orm(column_type = "Text")]
    pub issuer: String,
}

impl ActiveModelBehavior for ActiveModel {}
