//! 督办单: an order of supervision to a department.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "watch_order")]
/// 督办单: an order of supervision to a department.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Year of the number.
    pub year: i32,
    /// Number within the year.
    pub serial: i32,
    /// To whom.
    pub department_id: Uuid,
    /// `yellow` or `red`.
    #[sea_orm(column_type = "Text")]
    pub card: String,
    /// One of `domain::watch::OrderState`.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    /// Last day to reply.
    pub reply_by: Date,
    /// How often escalated.
    pub escalations: i32,
    /// The limit that was reminded of.
    pub reminded_for: Option<Date>,
    /// The limit that passed without a reply.
    pub lapsed_for: Option<Date>,
    /// What it says, encrypted.
    #[sea_orm(column_type = "Text")]
    pub words_cipher: String,
    /// How many events made it what it is.
    pub version: i32,
    /// Who issued it.
    pub issued_by: Option<Uuid>,
    /// When.
    pub issued_at: DateTimeUtc,
    /// When closed.
    pub closed_at: Option<DateTimeUtc>,
    /// To whom.
    #[sea_orm(belongs_to, from = "department_id", to = "id")]
    pub department: BelongsTo<super::department::Entity>,
    /// Who issued it.
    #[sea_orm(belongs_to, from = "issued_by", to = "id")]
    pub issuer: BelongsTo<Option<super::account::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
