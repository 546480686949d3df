//! Somebody is away, and somebody else stands in.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "absence")]
/// Somebody is away, and somebody else stands in.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Who is away.
    pub account_id: Uuid,
    /// Who stands in.
    pub deputy_id: Uuid,
    /// First day.
    pub since: Date,
    /// Last day.
    pub until: Date,
    /// Why, or empty.
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// When written.
    pub created_at: DateTimeUtc,
    /// Who is away.
    #[sea_orm(belongs_to, relation_enum = "Account", from = "account_id", to = "id")]
    pub account: BelongsTo<super::account::Entity>,
    /// Who stands in.
    #[sea_orm(belongs_to, relation_enum = "Deputy", from = "deputy_id", to = "id")]
    pub deputy: BelongsTo<super::account::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
