//! An application being filled in.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "draft")]
/// An application being filled in.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Who fills it in.
    pub account_id: Uuid,
    /// Whom it is for.
    pub person_id: Option<Uuid>,
    /// Item.
    #[sea_orm(column_type = "Text")]
    pub item_id: String,
    /// Situation chosen.
    #[sea_orm(column_type = "Text", nullable)]
    pub situation: Option<String>,
    /// Where it is filled in.
    #[sea_orm(column_type = "Text")]
    pub channel: String,
    /// The answers, encrypted.
    #[sea_orm(column_type = "Text")]
    pub answers_cipher: String,
    /// Materials ticked or uploaded.
    #[sea_orm(column_type = "JsonBinary")]
    pub materials: Json,
    /// Step to come back to.
    #[sea_orm(column_type = "Text")]
    pub step: String,
    /// Rises with each save.
    pub version: i32,
    /// 秒批: the applicant wants a person to decide.
    pub person_wanted: bool,
    /// For which organisation, if for one.
    pub entity_id: Option<Uuid>,
    /// Where answers come from that were filled in: source by key.
    #[sea_orm(column_type = "JsonBinary")]
    pub prefilled: Json,
    /// When begun.
    pub created_at: DateTimeUtc,
    /// Last save.
    pub updated_at: DateTimeUtc,
    /// Who fills it in.
    #[sea_orm(belongs_to, from = "account_id", to = "id")]
    pub account: BelongsTo<super::account::Entity>,
    /// Whom it is for.
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<Option<super::person::Entity>>,
    /// Item.
    #[sea_orm(belongs_to, from = "item_id", to = "id")]
    pub item: BelongsTo<super::item::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
