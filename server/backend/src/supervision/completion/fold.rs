//! From the keys of counters to the groups of a grouping.

use super::super::heads::GroupBy;
use super::CompletionQuery;
use crate::catalogue::Handbook;
use crate::{Result, Services};
use domain::division::{DivisionCode, DivisionLevel};
use domain::indicator::Area;
use entity::{bundle_item, item};
use sea_orm::{ConnectionTrait, EntityTrait as _, QuerySelect as _};
use std::collections::HashMap;

/// How the key of a counter becomes those of groups.
pub(in super::super) enum Fold {
    /// It is the group's.
    Same,
    /// The division of a level, inside the area that is asked for.
    Level(DivisionLevel, Option<Area>),
    /// What is known of it: a hall of a window, the type of an item, the bundles of one.
    Known(HashMap<String, Vec<String>>),
}

impl Fold {
    /// Read in the snapshot of the figures.
    pub(in super::super) async fn load<C: ConnectionTrait>(
        services: &Services,
        db: &C,
        query: &CompletionQuery,
    ) -> Result<Self> {
        Ok(match query.by {
            GroupBy::Department | GroupBy::Item | GroupBy::Window | GroupBy::Clerk | GroupBy::Channel => {
                Self::Same
            }
            GroupBy::Division => Self::Level(query.level, query.heads.area),
            GroupBy::Hall => Self::Known(services.catalogue.look_up(|book| Some(halls(book))).await?),
            GroupBy::ItemType => Self::Known(items(db, item::Column::TypeCode).await?),
            GroupBy::Theme => Self::Known(items(db, item::Column::Theme).await?),
            GroupBy::Bundle => Self::Known(bundles(db, query).await?),
        })
    }

    /// The groups of a counter's key; several only where groups overlap.
    pub(in super::super) fn keys(&self, key: &str) -> Vec<String> {
        match self {
            Self::Same => vec![key.to_owned()],
            Self::Level(level, inside) => vec![area(key, *level, *inside)],
            Self::Known(known) => known.get(key).cloned().unwrap_or_else(|| vec![String::new()]),
        }
    }
}

/// A group never reaches beyond the area that is asked for: else its link would show more than it counts.
fn area(key: &str, level: DivisionLevel, inside: Option<Area>) -> String {
    let Ok(code) = DivisionCode::parse(key) else { return key.to_owned() };
    let group = Area::at(code, level);
    let fits = |inside: &Area| matches!(inside, Area::Whole(_)) && inside.holds(group.code());
    match inside {
        Some(inside) if !fits(&inside) => inside.to_string(),
        Some(_) | None => group.to_string(),
    }
}

fn halls(book: &Handbook) -> HashMap<String, Vec<String>> {
    book.windows().map(|one| (one.id.to_string(), vec![one.hall_id.to_string()])).collect()
}

async fn items<C: ConnectionTrait>(db: &C, column: item::Column) -> Result<HashMap<String, Vec<String>>> {
    let rows: Vec<(String, String)> = item::Entity::find()
        .select_only()
        .column(item::Column::Id)
        .column(column)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id, key)| (id, vec![key])).collect())
}

/// Where one bundle is asked for, its items are told under no other.
async fn bundles<C: ConnectionTrait>(
    db: &C,
    query: &CompletionQuery,
) -> Result<HashMap<String, Vec<String>>> {
    let only = query.heads.bundle.clone().flatten();
    let mut known: HashMap<String, Vec<String>> = HashMap::new();
    for row in bundle_item::Entity::find().all(db).await? {
        if only.as_ref().is_none_or(|only| *only == row.bundle_id) {
            known.entry(row.item_id).or_default().push(row.bundle_id);
        }
    }
    Ok(known)
}
