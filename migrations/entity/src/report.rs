//! What a department reports of an entry of a scheme in a quarter.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report")]
/// What a department reports of an entry of a scheme in a quarter.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The entry, in the version of the scheme under which it was begun.
    pub entry_id: Uuid,
    /// Key of the scheme, the same in every version.
    #[sea_orm(column_type = "Text")]
    pub scheme_key: String,
    /// Key of the entry, the same in every version.
    #[sea_orm(column_type = "Text")]
    pub entry_key: String,
    /// `2026-Q3`.
    #[sea_orm(column_type = "Text")]
    pub period: String,
    /// Which reports.
    pub department_id: Uuid,
    /// draft, submitted, returned, signed_off or reopened.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    /// In ten-thousandths.
    pub numerator: Option<i64>,
    /// In ten-thousandths.
    pub denominator: Option<i64>,
    /// In words.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// Counted up by every change.
    pub version: i32,
    /// The last day for mending, once it was returned or opened again.
    pub mend_by: Option<Date>,
    /// When it was submitted last.
    pub submitted_at: Option<DateTimeUtc>,
    /// When it was signed off, while it is.
    pub signed_at: Option<DateTimeUtc>,
    /// Who signed it off.
    #[sea_orm(column_type = "Text", nullable)]
    pub signed_name: Option<String>,
    /// When it was changed last.
    pub changed_at: DateTimeUtc,
    /// By whom.
    pub changed_by: Option<Uuid>,
    /// Their name.
    #[sea_orm(column_type = "Text")]
    pub changed_name: String,
    /// The entry.
    #[sea_orm(belongs_to, from = "entry_id", to = "id")]
    pub entry: BelongsTo<super::scheme_entry::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
