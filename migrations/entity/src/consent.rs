//! 同意: what a person lets be used, for what, and until when.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "consent")]
/// 同意: what a person lets be used, for what, and until when.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Who.
    pub person_id: Uuid,
    /// For what: `case`.
    #[sea_orm(column_type = "Text")]
    pub purpose: String,
    /// For which case.
    pub case_id: Option<Uuid>,
    /// What may be used: codes of certificate types and names of registries.
    #[sea_orm(column_type = "JsonBinary")]
    pub scope: Json,
    /// `online` or `counter`.
    #[sea_orm(column_type = "Text")]
    pub manner: String,
    /// When.
    pub given_at: DateTimeUtc,
    /// Account that recorded it.
    pub given_by: Option<Uuid>,
    /// When it was taken back.
    pub withdrawn_at: Option<DateTimeUtc>,
    /// Who.
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<super::person::Entity>,
    /// For which case.
    #[sea_orm(belongs_to, from = "case_id", to = "id")]
    pub case: BelongsTo<Option<super::case_file::Entity>>,
    /// Account that recorded it.
    #[sea_orm(belongs_to, from = "given_by", to = "id")]
    pub recorder: BelongsTo<Option<super::account::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
