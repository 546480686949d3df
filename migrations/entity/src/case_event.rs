//! What happened in a case; written once, never changed.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "case_event")]
/// What happened in a case; written once, never changed.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Case.
    pub case_id: Uuid,
    /// 1, 2, 3 … within the case.
    pub seq: i32,
    /// Kind of event.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// The event.
    #[sea_orm(column_type = "JsonBinary")]
    pub payload: Json,
    /// Who did it; none for the system.
    pub actor_account_id: Option<Uuid>,
    /// Name at the time.
    #[sea_orm(column_type = "Text")]
    pub actor_name: String,
    /// Role at the time.
    #[sea_orm(column_type = "Text")]
    pub actor_role: String,
    /// When.
    pub at: DateTimeUtc,
    /// Opinion given with it, encrypted.
    #[sea_orm(column_type = "Text", nullable)]
    pub opinion: Option<String>,
    /// Keys of the files that whoever did it attached.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub attachments: Option<Json>,
    /// Case.
    #[sea_orm(belongs_to, from = "case_id", to = "id")]
    pub case: BelongsTo<super::case_file::Entity>,
    /// Who did it; none for the system.
    #[sea_orm(belongs_to, from = "actor_account_id", to = "id")]
    pub actor_account: BelongsTo<Option<super::account::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
