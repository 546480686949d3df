//! A rule that was loaded or changed looks at every case there is.
//!
//! Nothing is remembered on the way: a look that was broken off begins again, and what it finds a
//! second time is one with what it found the first.

use super::book;
use super::fold::{guides, page};
use super::lines::write;
use crate::{Result, Services};
use domain::watch::Rule;
use entity::{case_file, watch_rule};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ActiveValue::Set, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

/// Looks back with every rule that has not yet; how much was found that nobody knew of.
///
/// # Errors
/// Storage errors; what was written stays, and the next time it begins again.
pub async fn look_back(services: &Services) -> Result<u64> {
    let new = watch_rule::Entity::find()
        .filter(Expr::col(watch_rule::Column::Scanned).lt(Expr::col(watch_rule::Column::Revision)))
        .order_by_asc(watch_rule::Column::Sort)
        .all(&services.db.read)
        .await?;
    if new.is_empty() {
        return Ok(0);
    }
    let looked: Vec<(String, i32)> = new.iter().map(|row| (row.key.clone(), row.revision)).collect();
    let rules: Vec<Rule> = new.into_iter().map(book::read).collect::<Result<_>>()?;
    let found = if rules.iter().any(|rule| rule.on) { all(services, &rules).await? } else { 0 };
    for (key, revision) in looked {
        let row = watch_rule::ActiveModel { scanned: Set(revision), ..Default::default() };
        // Changed meanwhile: it looks once more.
        watch_rule::Entity::update_many()
            .set(row)
            .filter(watch_rule::COLUMN.key.eq(key))
            .filter(watch_rule::COLUMN.revision.eq(revision))
            .exec(&services.db.write)
            .await?;
    }
    Ok(found)
}

async fn all(services: &Services, rules: &[Rule]) -> Result<u64> {
    let guides = guides(&services.db.read, None).await?;
    let (mut after, mut new) = (Uuid::nil(), 0);
    while let Some((last, found)) = page(services, &case_file::Entity::find(), after, rules, &guides).await? {
        after = last;
        if found.is_empty() {
            continue;
        }
        let tx = services.db.begin_alone().await?;
        for (case_id, findings) in found {
            new += write(&tx, rules, case_id, findings, services.clock.now()).await?;
        }
        tx.commit().await?;
    }
    Ok(new)
}
