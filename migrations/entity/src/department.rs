//! A department that takes in or decides cases.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "department")]
/// A department that takes in or decides cases.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Short stable name, `civil_affairs`.
    #[sea_orm(column_type = "Text", unique)]
    pub key: String,
    /// Chinese name.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// English name.
    #[sea_orm(column_type = "Text", nullable)]
    pub name_en: Option<String>,
    /// Unified social credit code, GB 32100.
    #[sea_orm(column_type = "Text", unique)]
    pub uscc: String,
    /// Code of the ministry it answers to, part of an item's code.
    #[sea_orm(column_type = "Text")]
    pub central_code: String,
    /// Enquiries.
    #[sea_orm(column_type = "Text", nullable)]
    pub phone: Option<String>,
    /// Place in lists.
    pub sort: i32,
    /// Whether it still takes cases.
    pub active: bool,
}

impl ActiveModelBehavior for ActiveModel {}
