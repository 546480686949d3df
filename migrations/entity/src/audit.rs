//! An act worth remembering. Written with its transaction; numbered and chained afterwards.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "audit")]
/// An act worth remembering. Written with its transaction; numbered and chained afterwards.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// When.
    pub at: DateTimeUtc,
    /// Who; none for the system. No foreign key, the trail stands alone.
    pub actor_account_id: Option<Uuid>,
    /// Role at the time.
    #[sea_orm(column_type = "Text")]
    pub actor_role: String,
    /// What was done.
    #[sea_orm(column_type = "Text")]
    pub action: String,
    /// To what, `case/<number>`; never an identity number.
    #[sea_orm(column_type = "Text")]
    pub subject: String,
    /// Particulars; never an identity number.
    #[sea_orm(column_type = "JsonBinary")]
    pub detail: Json,
    /// Place in the chain, once sealed.
    #[sea_orm(unique)]
    pub seq: Option<i64>,
    /// Hash of the row before.
    #[sea_orm(column_type = "Text", nullable)]
    pub prev_hash: Option<String>,
    /// Hash of this row.
    #[sea_orm(column_type = "Text", nullable)]
    pub hash: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
