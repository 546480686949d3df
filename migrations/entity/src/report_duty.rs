//! Which department reports an entry of a scheme.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report_duty")]
/// Which department reports an entry of a scheme, whatever its version.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Key of the scheme.
    #[sea_orm(column_type = "Text")]
    pub scheme_key: String,
    /// Key of the entry.
    #[sea_orm(column_type = "Text")]
    pub entry_key: String,
    /// Which reports it.
    pub department_id: Uuid,
    /// Since when.
    pub assigned_at: DateTimeUtc,
    /// Who assigned it; nobody where the name of the lead department told.
    pub assigned_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
