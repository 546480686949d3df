//! 亮证: a token of at most sixty seconds behind a QR code.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "presentation")]
/// 亮证: a token of at most sixty seconds behind a QR code.
pub struct Model {
    /// Keyed hash of the token.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub token_hash: String,
    /// What is shown.
    pub certificate_id: Uuid,
    /// When.
    pub made_at: DateTimeUtc,
    /// At most sixty seconds later.
    pub expires_at: DateTimeUtc,
    /// When it was scanned first.
    pub seen_at: Option<DateTimeUtc>,
    /// What is shown.
    #[sea_orm(belongs_to, from = "certificate_id", to = "id")]
    pub certificate: BelongsTo<super::certificate::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
