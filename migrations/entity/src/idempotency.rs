//! The answer given to a request that may be sent again.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "idempotency")]
/// The answer given to a request that may be sent again.
pub struct Model {
    /// `Idempotency-Key` of the request.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub key: String,
    /// Who sent it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    /// SHA-256 of the body.
    #[sea_orm(column_type = "Text")]
    pub request_hash: String,
    /// Case it made.
    pub case_id: Option<Uuid>,
    /// The answer.
    #[sea_orm(column_type = "JsonBinary")]
    pub response: Json,
    /// When.
    pub created_at: DateTimeUtc,
    /// Who sent it.
    #[sea_orm(belongs_to, from = "account_id", to = "id")]
    pub account: BelongsTo<super::account::Entity>,
    /// Case it made.
    #[sea_orm(belongs_to, from = "case_id", to = "id")]
    pub case: BelongsTo<Option<super::case_file::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
