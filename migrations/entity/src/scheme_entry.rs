//! One indicator, goal or task of an assessment scheme.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "scheme_entry")]
/// One indicator, goal or task of an assessment scheme. Never changed.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Scheme, of one version.
    pub scheme_id: Uuid,
    /// Name within the scheme, `SP-26`.
    #[sea_orm(column_type = "Text")]
    pub key: String,
    /// Place in the scheme, from 0.
    pub sort: i32,
    /// Chinese name.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// English name.
    #[sea_orm(column_type = "Text", nullable)]
    pub name_en: Option<String>,
    /// What is asked for.
    #[sea_orm(column_type = "Text")]
    pub description: String,
    /// In English.
    #[sea_orm(column_type = "Text", nullable)]
    pub description_en: Option<String>,
    /// The figure aimed at.
    #[sea_orm(column_type = "Text", nullable)]
    pub target: Option<String>,
    /// In English.
    #[sea_orm(column_type = "Text", nullable)]
    pub target_en: Option<String>,
    /// Lead departments in the words of the document, or empty.
    #[sea_orm(column_type = "Text")]
    pub lead: String,
    /// CORE, ITEM, CONN, IND, GOV or OUT.
    #[sea_orm(column_type = "Text")]
    pub class: String,
    /// How often it is assessed: quarter, half_year or year.
    #[sea_orm(column_type = "Text")]
    pub period: String,
    /// `[{"number": 1, "text": "…", "text_en": "…", "indicator": "…"}]`.
    #[sea_orm(column_type = "JsonBinary")]
    pub evidence: Json,
    /// The indicator it is measured by, where there is one.
    #[sea_orm(column_type = "Text", nullable)]
    pub indicator: Option<String>,
    /// Whether a department reports it; else the portal's indicator says all.
    pub reported: bool,
}

impl ActiveModelBehavior for ActiveModel {}
