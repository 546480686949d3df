//! A department's part of a step of a case.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_task")]
/// A department's part of a step of a case.
pub struct Model {
    /// Case.
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: Uuid,
    /// Key of the step.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub step: String,
    /// Department asked.
    #[sea_orm(primary_key, auto_increment = false)]
    pub department_id: Uuid,
    /// Who has it in hand.
    pub holder_id: Option<Uuid>,
    /// Day on which it was asked.
    pub opened_on: Date,
    /// Last day of the step's own limit.
    pub due: Option<Date>,
    /// Whether it has answered.
    pub done: bool,
    /// Case.
    #[sea_orm(belongs_to, from = "case_id", to = "id")]
    pub case_file: BelongsTo<super::case_file::Entity>,
    /// Department asked.
    #[sea_orm(belongs_to, from = "department_id", to = "id")]
    pub department: BelongsTo<super::department::Entity>,
    /// Who has it in hand.
    #[sea_orm(belongs_to, from = "holder_id", to = "id")]
    pub holder: BelongsTo<Option<super::account::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
