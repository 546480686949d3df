//! A material an item asks for.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "material")]
/// A material an item asks for.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Item.
    #[sea_orm(column_type = "Text")]
    pub item_id: String,
    /// Place in the list.
    pub sort: i32,
    /// Chinese name.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// English name.
    #[sea_orm(column_type = "Text", nullable)]
    pub name_en: Option<String>,
    /// Certificate type that satisfies it.
    #[sea_orm(column_type = "Text", nullable)]
    pub certificate_code: Option<String>,
    /// Shared data that replaces it.
    #[sea_orm(column_type = "Text", nullable)]
    pub data_share: Option<String>,
    /// Whether it must be there.
    pub required: bool,
    /// Whether it may follow later.
    pub deferrable: bool,
    /// Original, copy, electronic.
    #[sea_orm(column_type = "Text")]
    pub format: String,
    /// Where the applicant gets it.
    #[sea_orm(column_type = "Text")]
    pub source: String,
    /// Needed only where this holds (a condition on the answers of the guidance); always, where there is nothing.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub needed_if: Option<Json>,
    /// Item.
    #[sea_orm(belongs_to, from = "item_id", to = "id")]
    pub item: BelongsTo<super::item::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
