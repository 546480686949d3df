//! What happened to a report.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report_event")]
/// What happened to a report, with the figure as it then was. Never changed.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The report.
    pub report_id: Uuid,
    /// When.
    pub at: DateTimeUtc,
    /// saved, evidence_added, evidence_removed, submitted, returned, signed_off, reopened or assigned.
    #[sea_orm(column_type = "Text")]
    pub deed: String,
    /// Who.
    pub account_id: Option<Uuid>,
    /// Their name.
    #[sea_orm(column_type = "Text")]
    pub actor_name: String,
    /// Why.
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    /// In ten-thousandths.
    pub numerator: Option<i64>,
    /// In ten-thousandths.
    pub denominator: Option<i64>,
    /// In words.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// The evidence it is about.
    pub file_id: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
