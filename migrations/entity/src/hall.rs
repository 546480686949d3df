//! A government service hall.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "hall")]
/// A government service hall.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Chinese name.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// English name.
    #[sea_orm(column_type = "Text", nullable)]
    pub name_en: Option<String>,
    /// Division it stands in.
    #[sea_orm(column_type = "Text")]
    pub division_code: String,
    /// Street address.
    #[sea_orm(column_type = "Text")]
    pub address: String,
    /// Street address in English.
    #[sea_orm(column_type = "Text", nullable)]
    pub address_en: Option<String>,
    /// Opening hours.
    #[sea_orm(column_type = "Text")]
    pub hours: String,
    /// Opening hours in English.
    #[sea_orm(column_type = "Text", nullable)]
    pub hours_en: Option<String>,
    /// Enquiries.
    #[sea_orm(column_type = "Text")]
    pub phone: String,
    /// How to get there.
    #[sea_orm(column_type = "Text", nullable)]
    pub directions: Option<String>,
    /// Whether it is open.
    pub active: bool,
}

impl ActiveModelBehavior for ActiveModel {}
