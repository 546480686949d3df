//! An alarm that was raised.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "alarm")]
/// An alarm that was raised.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Case.
    pub case_id: Uuid,
    /// Whose it is.
    pub department_id: Uuid,
    /// One of `domain::alarm::AlarmKind`.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// `holder`, `head` or `supervisor`.
    #[sea_orm(column_type = "Text")]
    pub rank: String,
    /// The date it rests on.
    pub basis: Date,
    /// The step it is about, or empty.
    #[sea_orm(column_type = "Text")]
    pub step: String,
    /// The working day on which it was to be told.
    pub due_on: Date,
    /// When told.
    pub raised_at: DateTimeUtc,
    /// Who took note of it.
    pub seen_by: Option<Uuid>,
    /// When.
    pub seen_at: Option<DateTimeUtc>,
    /// Case.
    #[sea_orm(belongs_to, from = "case_id", to = "id")]
    pub case_file: BelongsTo<super::case_file::Entity>,
    /// Whose it is.
    #[sea_orm(belongs_to, from = "department_id", to = "id")]
    pub department: BelongsTo<super::department::Entity>,
    /// Who took note of it.
    #[sea_orm(belongs_to, from = "seen_by", to = "id")]
    pub seen: BelongsTo<Option<super::account::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
