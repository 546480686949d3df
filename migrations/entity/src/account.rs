//! Someone who can sign in: a citizen or a member of staff.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
/// Someone who can sign in: a citizen or a member of staff.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Sign-in name; citizens may go without.
    #[sea_orm(column_type = "Text", nullable, unique)]
    pub username: Option<String>,
    /// The citizen this account belongs to.
    #[sea_orm(unique)]
    pub person_id: Option<Uuid>,
    /// One of `domain::permission::Role`.
    #[sea_orm(column_type = "Text")]
    pub role: String,
    /// Name shown.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// Argon2id, PHC string.
    #[sea_orm(column_type = "Text")]
    pub password_hash: String,
    /// Department of a member of staff.
    pub department_id: Option<Uuid>,
    /// Hall a clerk works in.
    pub hall_id: Option<Uuid>,
    /// Window a clerk works at.
    pub window_id: Option<Uuid>,
    /// Whether it may sign in.
    pub active: bool,
    /// 负责人: heads the department.
    pub head: bool,
    /// When created.
    pub created_at: DateTimeUtc,
    /// Last time signed in.
    pub last_sign_in_at: Option<DateTimeUtc>,
    /// The citizen this account belongs to.
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<Option<super::person::Entity>>,
    /// Department of a member of staff.
    #[sea_orm(belongs_to, from = "department_id", to = "id")]
    pub department: BelongsTo<Option<super::department::Entity>>,
    /// Hall a clerk works in.
    #[sea_orm(belongs_to, from = "hall_id", to = "id")]
    pub hall: BelongsTo<Option<super::hall::Entity>>,
    /// Window a clerk works at.
    #[sea_orm(belongs_to, from = "window_id", to = "id")]
    pub window: BelongsTo<Option<super::window::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
