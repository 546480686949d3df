//! A division of GB/T 2260 (county and above) or of the statistics codes below it.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "division")]
/// A division of GB/T 2260 (county and above) or of the statistics codes below it.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// 6, 9 or 12 digits.
    #[sea_orm(column_type = "Text")]
    pub code: String,
    /// Chinese name.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// English name.
    #[sea_orm(column_type = "Text", nullable)]
    pub name_en: Option<String>,
    /// Code of the division it belongs to.
    #[sea_orm(column_type = "Text", nullable)]
    pub parent_code: Option<String>,
    /// 1 province, 2 prefecture, 3 county, 4 town or street, 5 village or community.
    pub level: i16,
    /// First year the code was in force; none when it was never otherwise.
    pub from_year: Option<i16>,
    /// Last year the code was in force; none while it is.
    pub to_year: Option<i16>,
}

impl ActiveModelBehavior for ActiveModel {}
