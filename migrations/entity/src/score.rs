//! A score settled: value and explanation as they were computed.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "score")]
/// A score settled: value and explanation as they were computed. Never changed; the newest holds.
pub struct Model {
    /// Key, in the order of time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Scheme, of one version.
    pub scheme_id: Uuid,
    /// Who is assessed: `department:FG`, `division:229902`.
    #[sea_orm(column_type = "Text")]
    pub subject: String,
    /// `2026-H1`, `2026-Q3`, `2026`.
    #[sea_orm(column_type = "Text")]
    pub period: String,
    /// The exact fraction, `1747/20`.
    #[sea_orm(column_type = "Text")]
    pub value: String,
    /// The explanation, line by line.
    #[sea_orm(column_type = "JsonBinary")]
    pub lines: Json,
    /// When.
    pub settled_at: DateTimeUtc,
    /// By whom.
    #[sea_orm(nullable)]
    pub settled_by: Option<Uuid>,
    /// Their name then.
    #[sea_orm(column_type = "Text")]
    pub settled_name: String,
}

impl ActiveModelBehavior for ActiveModel {}
