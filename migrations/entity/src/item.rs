//! A service item of the catalogue.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "item")]
/// A service item of the catalogue.
pub struct Model {
    /// Short id, `RS-001`.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub id: String,
    /// Basic code of the item (ZWFW C0109).
    #[sea_orm(column_type = "Text")]
    pub base_code: String,
    /// Chinese name.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// English name.
    #[sea_orm(column_type = "Text", nullable)]
    pub name_en: Option<String>,
    /// Type of the matter, GB/T 39046 annex A.
    #[sea_orm(column_type = "Text")]
    pub type_code: String,
    /// Department in charge.
    pub department_id: Uuid,
    /// Level at which it is exercised.
    #[sea_orm(column_type = "Text")]
    pub level_code: String,
    /// Theme it is listed under.
    #[sea_orm(column_type = "Text")]
    pub theme: String,
    /// `instant` (即办件) or `promise` (承诺件).
    #[sea_orm(column_type = "Text")]
    pub case_kind: String,
    /// Statutory limit.
    pub legal_value: Option<i32>,
    /// Unit of the statutory limit: workday, day, month.
    #[sea_orm(column_type = "Text", nullable)]
    pub legal_unit: Option<String>,
    /// Promised limit.
    pub promise_value: Option<i32>,
    /// Unit of the promised limit.
    #[sea_orm(column_type = "Text", nullable)]
    pub promise_unit: Option<String>,
    /// Whether there is a fee.
    pub charged: bool,
    /// The fee in words.
    #[sea_orm(column_type = "Text")]
    pub fee_text: String,
    /// The fee in fen, when it is one sum.
    pub fee_fen: Option<i64>,
    /// Visits to a hall at most.
    pub visits: i16,
    /// Can be applied for online.
    pub online: bool,
    /// Can be finished online.
    pub fully_online: bool,
    /// Any hall of the city.
    pub same_city: bool,
    /// At the nearest point.
    pub nearby: bool,
    /// From another province.
    pub cross_province: bool,
    /// At the general windows.
    pub one_window: bool,
    /// Decided by the machine (秒批).
    pub instant_approval: bool,
    /// Granted without application (免申即享).
    pub no_application: bool,
    /// On a phone.
    pub mobile: bool,
    /// At a kiosk.
    pub kiosk: bool,
    /// Result by post.
    pub postal: bool,
    /// An agent may apply.
    pub agent: bool,
    /// Some materials may follow (容缺受理).
    pub deferrable: bool,
    /// A promise may stand in for a proof (告知承诺).
    pub commitment: bool,
    /// Appointments are taken.
    pub appointment: bool,
    /// `active`, `suspended` or `withdrawn`.
    #[sea_orm(column_type = "Text")]
    pub state: String,
    /// Rises with each edit.
    pub version: i32,
    /// The version of its process that is in force.
    pub process_version: i32,
    /// Everything else of the guide, as given.
    #[sea_orm(column_type = "JsonBinary")]
    pub guide: Json,
    /// The resolved form.
    #[sea_orm(column_type = "JsonBinary")]
    pub form: Json,
    /// What a search looks through.
    #[sea_orm(column_type = "Text")]
    pub search_text: String,
    /// The same in pinyin.
    #[sea_orm(column_type = "Text")]
    pub pinyin: String,
    /// The same in initials.
    #[sea_orm(column_type = "Text")]
    pub initials: String,
    /// Last edit.
    pub updated_at: DateTimeUtc,
    /// Department in charge.
    #[sea_orm(belongs_to, from = "department_id", to = "id")]
    pub department: BelongsTo<super::department::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
