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
    /// 证照类型代码 (GB/T 36904): 18 characters of the definer and three digits.
    #[sea_orm(column_type = "Text", nullable)]
    pub type_code: Option<String>,
    /// Who can hold it: `person` or `entity`.
    #[sea_orm(column_type = "Text")]
    pub holder: String,
    /// How many months a new one is valid; none for one that does not lapse.
    pub valid_months: Option<i32>,
    /// Key of the department that issues it here.
    #[sea_orm(column_type = "Text", nullable)]
    pub department_key: Option<String>,
    /// Its own fields: a list of key, label and English label.
    #[sea_orm(column_type = "JsonBinary")]
    pub fields: Json,
}

impl ActiveModelBehavior for ActiveModel {}
