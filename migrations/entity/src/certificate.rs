//! 电子证照 (GB/T 36903): one version of one certificate.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "certificate")]
/// 电子证照 (GB/T 36903): one version of one certificate.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its type.
    #[sea_orm(column_type = "Text")]
    pub code: String,
    /// 电子证照标识 (GB/T 36904), without the root.
    #[sea_orm(column_type = "Text", unique)]
    pub identifier: String,
    /// 流水号, the same in all its versions.
    #[sea_orm(column_type = "Text")]
    pub serial: String,
    /// 版本号, one more at each change.
    pub version: i32,
    /// 证照编号, encrypted: on an ID card it is the ID number.
    #[sea_orm(column_type = "Text", nullable)]
    pub number_cipher: Option<String>,
    /// The holder, a person.
    pub person_id: Option<Uuid>,
    /// The holder, an organisation.
    pub entity_id: Option<Uuid>,
    /// 颁发机构.
    #[sea_orm(column_type = "Text")]
    pub issuer_name: String,
    /// Its credit code.
    #[sea_orm(column_type = "Text")]
    pub issuer_code: String,
    /// The department that issued it here.
    pub department_id: Option<Uuid>,
    /// 颁发日期.
    pub issued_on: Date,
    /// 有效期起.
    pub valid_from: Date,
    /// 有效期止; none for one that does not lapse.
    pub valid_until: Option<Date>,
    /// 01 有效 02 暂扣 03 撤销 04 注销 05 失效 06 转出 07 吊销 99 其他.
    #[sea_orm(column_type = "Text")]
    pub status: String,
    /// Since when.
    pub status_at: DateTimeUtc,
    /// Why.
    #[sea_orm(column_type = "Text", nullable)]
    pub status_reason: Option<String>,
    /// Whether a later version replaces it.
    pub superseded: bool,
    /// The case that granted it.
    pub case_id: Option<Uuid>,
    /// Its own fields (JSON by key), encrypted.
    #[sea_orm(column_type = "Text", nullable)]
    pub data_cipher: Option<String>,
    /// When it came into the library.
    pub created_at: DateTimeUtc,
    /// Its type.
    #[sea_orm(belongs_to, from = "code", to = "code")]
    pub kind: BelongsTo<super::certificate_type::Entity>,
    /// The holder, a person.
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<Option<super::person::Entity>>,
    /// The holder, an organisation.
    #[sea_orm(belongs_to, from = "entity_id", to = "id")]
    pub entity: BelongsTo<Option<super::legal_entity::Entity>>,
    /// The department that issued it here.
    #[sea_orm(belongs_to, from = "department_id", to = "id")]
    pub department: BelongsTo<Option<super::department::Entity>>,
    /// The case that granted it.
    #[sea_orm(belongs_to, from = "case_id", to = "id")]
    pub case: BelongsTo<Option<super::case_file::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
