//! Something found against a rule of 电子监察.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "watch_alert")]
/// Something found against a rule of 电子监察.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The rule.
    #[sea_orm(column_type = "Text")]
    pub rule: String,
    /// The case.
    pub case_id: Uuid,
    /// Whose it is.
    pub department_id: Uuid,
    /// The date it rests on.
    pub basis: Date,
    /// The step, or which of several requests; or empty.
    #[sea_orm(column_type = "Text")]
    pub step: String,
    /// `yellow` or `red`.
    #[sea_orm(column_type = "Text")]
    pub card: String,
    /// `open`, `ordered`, `settled` or `dismissed`.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    /// The event of the case that shows it.
    pub seq: i32,
    /// The day on which it came to be.
    pub happened_on: Date,
    /// When found.
    pub found_at: DateTimeUtc,
    /// `domain::watch::Evidence`.
    #[sea_orm(column_type = "JsonBinary")]
    pub evidence: Json,
    /// The order that it is part of.
    pub order_id: Option<Uuid>,
    /// Who dismissed it, or closed its order.
    pub settled_by: Option<Uuid>,
    /// When.
    pub settled_at: Option<DateTimeUtc>,
    /// Why it was dismissed, encrypted.
    #[sea_orm(column_type = "Text", nullable)]
    pub reason_cipher: Option<String>,
    /// The case.
    #[sea_orm(belongs_to, from = "case_id", to = "id")]
    pub case_file: BelongsTo<super::case_file::Entity>,
    /// Whose it is.
    #[sea_orm(belongs_to, from = "department_id", to = "id")]
    pub department: BelongsTo<super::department::Entity>,
    /// The order that it is part of.
    #[sea_orm(belongs_to, from = "order_id", to = "id")]
    pub order: BelongsTo<Option<super::watch_order::Entity>>,
    /// Who dismissed it, or closed its order.
    #[sea_orm(belongs_to, from = "settled_by", to = "id")]
    pub settler: BelongsTo<Option<super::account::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
