//! 黄牌, 红牌 of each department: the alerts that give one, counted by the very set that lists them.

use super::alerts::{AlertQuery, wanted};
use super::supervisor;
use crate::{Result, Services};
use domain::permission::Actor;
use domain::watch::Card;
use entity::watch_alert;
use sea_orm::QuerySelect as _;
use sea_orm::sea_query::{Expr, ExprTrait as _};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The cards of a department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DepartmentCards {
    /// Its key.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// 黄牌.
    pub yellow: u64,
    /// 红牌.
    pub red: u64,
}

/// The cards of each department that has any, under the conditions of a list; dismissed alerts give
/// none. The most red ones first.
///
/// # Errors
/// [`crate::Kind::Denied`] to all but supervisors; storage errors.
pub async fn cards(services: &Services, actor: &Actor, query: &AlertQuery) -> Result<Vec<DepartmentCards>> {
    supervisor(actor)?;
    let carded = AlertQuery { carded: true, ..query.clone() };
    let rows: Vec<(Uuid, String, i64)> = wanted(&carded)
        .select_only()
        .columns([watch_alert::Column::DepartmentId, watch_alert::Column::Card])
        .column_as(Expr::col(watch_alert::Column::Id).count(), "n")
        .group_by(watch_alert::Column::DepartmentId)
        .group_by(watch_alert::Column::Card)
        .into_tuple()
        .all(&services.db.read)
        .await?;
    let mut sums: BTreeMap<Uuid, (u64, u64)> = BTreeMap::new();
    for (id, card, n) in rows {
        let (yellow, red) = sums.entry(id).or_default();
        let n = u64::try_from(n).unwrap_or_default();
        match Card::parse(&card) {
            Some(Card::Yellow) => *yellow += n,
            Some(Card::Red) => *red += n,
            None => {}
        }
    }
    let named = |book: &crate::catalogue::Handbook| {
        let line = |(id, (yellow, red)): (&Uuid, &(u64, u64))| {
            let department = book.department(*id)?;
            let (name, name_en) = (department.name.clone(), department.name_en.clone());
            Some(DepartmentCards { id: *id, name, name_en, yellow: *yellow, red: *red })
        };
        Some(sums.iter().filter_map(line).collect::<Vec<_>>())
    };
    let mut cards = services.catalogue.look_up(named).await?;
    cards.sort_by(|a, b| (b.red, b.yellow, &a.name).cmp(&(a.red, a.yellow, &b.name)));
    Ok(cards)
}
