//! A counter window in a hall.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "window")]
/// A counter window in a hall.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Hall it is in.
    pub hall_id: Uuid,
    /// Number on the sign.
    #[sea_orm(column_type = "Text")]
    pub number: String,
    /// What the sign says.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// `general` takes everything, `special` one field.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// Whether it is open.
    pub active: bool,
    /// Hall it is in.
    #[sea_orm(belongs_to, from = "hall_id", to = "id")]
    pub hall: BelongsTo<super::hall::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
