//! A component of a score, as an assessing unit put it in.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "score_input")]
/// A component of a score, as an assessing unit put it in. Never changed: the newest is in force.
pub struct Model {
    /// Key, in the order of time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Scheme, of one version.
    pub scheme_id: Uuid,
    /// Which component.
    #[sea_orm(column_type = "Text")]
    pub input: String,
    /// Who is assessed: `department:FG`, `division:229902`.
    #[sea_orm(column_type = "Text")]
    pub subject: String,
    /// `2026-H1`, `2026-Q3`, `2026`.
    #[sea_orm(column_type = "Text")]
    pub period: String,
    /// Ten-thousandths; none where what was put in was taken back.
    #[sea_orm(nullable)]
    pub value: Option<i64>,
    /// Why so.
    #[sea_orm(column_type = "Text")]
    pub note: String,
    /// When.
    pub entered_at: DateTimeUtc,
    /// By whom; the portal itself has no account.
    #[sea_orm(nullable)]
    pub entered_by: Option<Uuid>,
    /// Their name then.
    #[sea_orm(column_type = "Text")]
    pub entered_name: String,
}

impl ActiveModelBehavior for ActiveModel {}
