//! An item as one body carries it out in one place.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "implementation")]
/// An item as one body carries it out in one place.
pub struct Model {
    /// 31 or 33 digits.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub code: String,
    /// Item.
    #[sea_orm(column_type = "Text")]
    pub item_id: String,
    /// Situation within the item.
    #[sea_orm(column_type = "Text", nullable)]
    pub situation_code: Option<String>,
    /// Name of the situation.
    #[sea_orm(column_type = "Text", nullable)]
    pub situation_name: Option<String>,
    /// Department in charge.
    pub department_id: Uuid,
    /// Division it serves.
    #[sea_orm(column_type = "Text")]
    pub division_code: String,
    /// Body carrying it out.
    #[sea_orm(column_type = "Text")]
    pub body_name: String,
    /// Its credit code.
    #[sea_orm(column_type = "Text")]
    pub body_uscc: String,
    /// Level at which it is exercised.
    #[sea_orm(column_type = "Text")]
    pub level_code: String,
    /// Hall it is handled in.
    pub hall_id: Option<Uuid>,
    /// Whether cases are taken.
    pub active: bool,
    /// Item.
    #[sea_orm(belongs_to, from = "item_id", to = "id")]
    pub item: BelongsTo<super::item::Entity>,
    /// Department in charge.
    #[sea_orm(belongs_to, from = "department_id", to = "id")]
    pub department: BelongsTo<super::department::Entity>,
    /// Hall it is handled in.
    #[sea_orm(belongs_to, from = "hall_id", to = "id")]
    pub hall: BelongsTo<Option<super::hall::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
