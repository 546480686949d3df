//! What was done with a certificate: 01 新发 02 延续 03 暂扣 …

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "certificate_event")]
/// What was done with a certificate: 01 新发 02 延续 03 暂扣 …
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Which.
    pub certificate_id: Uuid,
    /// `issue`, `renew`, `change`, `suspend`, `release`, `withdraw`, `cancel`, `revoke`, `lapse`.
    #[sea_orm(column_type = "Text")]
    pub act: String,
    /// When.
    pub at: DateTimeUtc,
    /// By whom; none when the portal did it.
    pub account_id: Option<Uuid>,
    /// Their name then.
    #[sea_orm(column_type = "Text")]
    pub actor_name: String,
    /// Why.
    #[sea_orm(column_type = "Text", nullable)]
    pub reason: Option<String>,
    /// In which case.
    pub case_id: Option<Uuid>,
    /// Which.
    #[sea_orm(belongs_to, from = "certificate_id", to = "id")]
    pub certificate: BelongsTo<super::certificate::Entity>,
    /// By whom; none when the portal did it.
    #[sea_orm(belongs_to, from = "account_id", to = "id")]
    pub account: BelongsTo<Option<super::account::Entity>>,
    /// In which case.
    #[sea_orm(belongs_to, from = "case_id", to = "id")]
    pub case: BelongsTo<Option<super::case_file::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
