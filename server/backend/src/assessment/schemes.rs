//! The schemes taken in, their versions, and which is in force.

use chrono::{DateTime, Utc};
use domain::assessment::file::SchemeFile;
use domain::assessment::{Scheme, Text};
use domain::permission::Actor;
use entity::{account, scheme, scheme_entry};
use sea_orm::sea_query::Expr;
use sea_orm::{ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _};
use serde_json::json;
use uuid::Uuid;

use super::{may_assess, reports};
use crate::audit::{self, Entry};
use crate::{Error, Portal, Result};

/// A scheme, one version of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemeCard {
    /// Key.
    pub id: Uuid,
    /// Short stable name.
    pub key: String,
    /// Counted from 1.
    pub version: i32,
    /// Its name.
    pub name: Text,
    /// The city whose document it is.
    pub city: Text,
    /// The source document.
    pub document: String,
    /// Whether it is in force.
    pub active: bool,
    /// How many entries it has.
    pub entries: u64,
    /// How many of them departments report.
    pub reported: u64,
    /// When it was taken in.
    pub imported_at: DateTime<Utc>,
    /// By whom; none where the portal brought it.
    pub imported_by: Option<String>,
}

/// A version with everything in it.
#[derive(Clone, Debug)]
pub struct SchemeBook {
    /// Its row.
    pub card: SchemeCard,
    /// What it says.
    pub scheme: Scheme,
}

/// Every version of every scheme, by key, the newest first.
///
/// # Errors
/// [`crate::Kind::Denied`] to all but supervisors; storage errors.
pub async fn schemes(portal: &Portal, actor: &Actor) -> Result<Vec<SchemeCard>> {
    may_assess(actor)?;
    let db = &portal.db.read;
    let rows = scheme::Entity::find()
        .order_by_asc(scheme::Column::Key)
        .order_by_desc(scheme::Column::Version)
        .all(db)
        .await?;
    let mut cards = Vec::new();
    for row in rows {
        cards.push(card(db, row).await?);
    }
    Ok(cards)
}

/// A version of a scheme: that asked for, else the one in force, else the newest.
///
/// # Errors
/// [`crate::Kind::NotFound`]; [`crate::Kind::Denied`] to all but supervisors; storage errors.
pub async fn scheme(portal: &Portal, actor: &Actor, key: &str, version: Option<i32>) -> Result<SchemeBook> {
    may_assess(actor)?;
    let db = &portal.db.read;
    let mut rows = scheme::Entity::find().filter(scheme::COLUMN.key.eq(key));
    if let Some(version) = version {
        rows = rows.filter(scheme::COLUMN.version.eq(version));
    }
    let rows = rows.order_by_desc(scheme::Column::Active).order_by_desc(scheme::Column::Version);
    let row = rows.one(db).await?.ok_or_else(Error::not_found)?;
    let scheme = read(&row)?;
    Ok(SchemeBook { card: card(db, row).await?, scheme })
}

/// What was taken in was found right; an indicator that a later release dropped has no value, and says
/// so where it is asked for.
fn read(row: &scheme::Model) -> Result<Scheme> {
    let file: SchemeFile = serde_json::from_value(row.file.clone())?;
    Scheme::read(&file, &|_| true).map_err(|_| Error::internal("a scheme that was taken in reads no more"))
}

async fn card<C: ConnectionTrait>(db: &C, row: scheme::Model) -> Result<SchemeCard> {
    let entries = || scheme_entry::Entity::find().filter(scheme_entry::COLUMN.scheme_id.eq(row.id));
    let by = match row.imported_by {
        Some(id) => account::Entity::find_by_id(id).one(db).await?.map(|account| account.name),
        None => None,
    };
    Ok(SchemeCard {
        entries: entries().count(db).await?,
        reported: entries().filter(scheme_entry::COLUMN.reported.eq(true)).count(db).await?,
        id: row.id,
        key: row.key,
        version: row.version,
        name: Text { zh: row.name, en: row.name_en },
        city: Text { zh: row.city, en: row.city_en },
        document: row.document,
        active: row.active,
        imported_at: row.imported_at,
        imported_by: by,
    })
}

/// Puts a version in force, in the place of the one that was; or takes it out of force.
///
/// # Errors
/// [`crate::Kind::NotFound`]; [`crate::Kind::Denied`] to all but supervisors; storage errors.
pub async fn activate(portal: &Portal, actor: &Actor, key: &str, version: i32, on: bool) -> Result<()> {
    may_assess(actor)?;
    let tx = portal.db.begin().await?;
    let of_key = || scheme::Entity::update_many().filter(scheme::COLUMN.key.eq(key));
    if on {
        of_key().col_expr(scheme::Column::Active, Expr::value(false)).exec(&tx).await?;
    }
    let changed = of_key()
        .filter(scheme::COLUMN.version.eq(version))
        .col_expr(scheme::Column::Active, Expr::value(on))
        .exec(&tx)
        .await?;
    if changed.rows_affected == 0 {
        return Err(Error::not_found());
    }
    let row =
        scheme::Entity::find().filter(scheme::COLUMN.key.eq(key)).filter(scheme::COLUMN.version.eq(version));
    if let Some(row) = row.one(&tx).await?.filter(|_| on) {
        reports::assign_by_name(&tx, portal, row.id).await?;
    }
    let act = if on { "scheme.activated" } else { "scheme.retired" };
    let entry = Entry::new(actor, act, format!("scheme/{key}")).detail(json!({ "version": version }));
    audit::record(&tx, portal.clock.now(), entry).await?;
    Ok(tx.commit().await?)
}
