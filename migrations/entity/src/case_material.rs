//! A material as handed in with a case.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_material")]
/// A material as handed in with a case.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Case.
    pub case_id: Uuid,
    /// Material of the item.
    pub material_id: Option<Uuid>,
    /// Name at the time.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// How it was given.
    #[sea_orm(column_type = "Text")]
    pub manner: String,
    /// How far it spares the applicant.
    #[sea_orm(column_type = "Text", nullable)]
    pub grade: Option<String>,
    /// File.
    pub upload_id: Option<Uuid>,
    /// Whether it had to be there.
    pub required: bool,
    /// Remark.
    #[sea_orm(column_type = "Text", nullable)]
    pub note: Option<String>,
    /// The certificate that satisfies it.
    pub certificate_id: Option<Uuid>,
    /// The material of the library that satisfies it.
    pub holding_id: Option<Uuid>,
    /// The registry that satisfies it.
    #[sea_orm(column_type = "Text", nullable)]
    pub source: Option<String>,
    /// Case.
    #[sea_orm(belongs_to, from = "case_id", to = "id")]
    pub case: BelongsTo<super::case_file::Entity>,
    /// Material of the item.
    #[sea_orm(belongs_to, from = "material_id", to = "id")]
    pub material: BelongsTo<Option<super::material::Entity>>,
    /// File.
    #[sea_orm(belongs_to, from = "upload_id", to = "id")]
    pub upload: BelongsTo<Option<super::upload::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
