//! Evidence of a report.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report_file")]
/// Evidence of a report. Taken out it stays, for the history.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The report.
    pub report_id: Uuid,
    /// The numbered point it shows; 0 for none in particular.
    pub point: i32,
    /// The file.
    pub upload_id: Uuid,
    /// When.
    pub added_at: DateTimeUtc,
    /// By whom.
    pub added_by: Option<Uuid>,
    /// When it was taken out.
    pub removed_at: Option<DateTimeUtc>,
    /// The file.
    #[sea_orm(belongs_to, from = "upload_id", to = "id")]
    pub upload: BelongsTo<super::upload::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
