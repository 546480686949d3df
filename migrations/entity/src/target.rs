//! A figure that a plan or a policy asks for.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "target")]
/// A figure that a plan or a policy asks for.
pub struct Model {
    /// Its name.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub key: String,
    /// Place in the list.
    pub sort: i32,
    /// The figure as it is written.
    #[sea_orm(column_type = "Text")]
    pub figure: String,
    /// Of what.
    #[sea_orm(column_type = "Text")]
    pub meaning: String,
    /// Of what, in English.
    #[sea_orm(column_type = "Text")]
    pub meaning_en: String,
    /// Where it stands.
    #[sea_orm(column_type = "Text")]
    pub source: String,
    /// By when.
    #[sea_orm(column_type = "Text", nullable)]
    pub due: Option<String>,
    /// The indicator that it is for.
    #[sea_orm(column_type = "Text", nullable)]
    pub indicator: Option<String>,
    /// `at_least` or `at_most`, where it can be compared.
    #[sea_orm(column_type = "Text", nullable)]
    pub relation: Option<String>,
    /// The figure as a fraction, above the line.
    pub over: Option<i64>,
    /// Below the line.
    pub under: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
