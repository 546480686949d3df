//! Rows of a table that wait to be sealed or indexed anew.

use sea_orm::sea_query::{Alias, Cond, Expr, ExprTrait as _, Order, Query, SelectStatement, UpdateStatement};
use sea_orm::{ConnectionTrait, QueryResult};
use uuid::Uuid;

use super::tables::{Indexed, Table};
use crate::crypto::{Keys, Versions};
use crate::{Error, Result};

/// How many wait.
pub(super) async fn count(db: &impl ConnectionTrait, table: &Table, versions: Versions) -> Result<u64> {
    let mut query = waiting(table, versions);
    query.expr_as(Expr::col(Alias::new("id")).count(), Alias::new("n"));
    let row = db.query_one(&query).await?.ok_or_else(|| Error::internal("no count"))?;
    u64::try_from(row.try_get::<i64>("", "n")?).map_err(Error::internal)
}

/// The next ones after a key.
pub(super) async fn next(
    db: &impl ConnectionTrait,
    table: &Table,
    versions: Versions,
    after: Uuid,
    limit: u64,
) -> Result<Vec<QueryResult>> {
    let mut query = waiting(table, versions);
    let indexed = table.indexed.as_ref();
    let columns = ["id", table.bound_to].into_iter().chain(table.cells.iter().map(|(column, _)| *column));
    let columns = columns.chain(indexed.map(|indexed| indexed.column)).chain(indexed.and_then(|i| i.after));
    let mut columns: Vec<_> = columns.collect();
    columns.sort_unstable();
    columns.dedup();
    query.columns(columns.into_iter().map(Alias::new));
    query.and_where(Expr::col(Alias::new("id")).gt(after));
    query.order_by(Alias::new("id"), Order::Asc).limit(limit);
    Ok(db.query_all(&query).await?)
}

fn waiting(table: &Table, versions: Versions) -> SelectStatement {
    let current = format!("r{}:%", versions.encryption);
    let old = |(column, _): &(&'static str, _)| Expr::col(Alias::new(*column)).not_like(current.as_str());
    let mut any = table.cells.iter().fold(Cond::any(), |any, cell| any.add(old(cell)));
    if let Some(indexed) = &table.indexed {
        let column = Expr::col(Alias::new(indexed.column));
        // The first version had no mark.
        any = any.add(match versions.index {
            1 => column.like("%:%"),
            version => column.not_like(format!("{version}:%")),
        });
    }
    Query::select().from(Alias::new(table.name)).cond_where(any).take()
}

/// The statement that seals and indexes a row anew, if it still is as it was read.
pub(super) fn renewed(table: &Table, keys: &Keys, row: &QueryResult) -> Result<UpdateStatement> {
    let (id, bound): (Uuid, Uuid) = (row.try_get("", "id")?, row.try_get("", table.bound_to)?);
    let mut update = Query::update();
    update.table(Alias::new(table.name)).and_where(Expr::col(Alias::new("id")).eq(id));
    for (column, field) in table.cells {
        let Some(sealed) = row.try_get::<Option<String>>("", column)? else { continue };
        let plain = keys.open(field.of(bound), &sealed)?;
        if let Some(indexed) = table.indexed.as_ref().filter(|indexed| indexed.field == *field) {
            index(&mut update, keys, indexed, row, &plain)?;
        }
        update.value(Alias::new(*column), keys.seal(field.of(bound), &plain)?);
        update.and_where(Expr::col(Alias::new(*column)).eq(sealed));
    }
    Ok(update)
}

fn index(
    update: &mut UpdateStatement,
    keys: &Keys,
    indexed: &Indexed,
    row: &QueryResult,
    plain: &str,
) -> Result<()> {
    let value = match indexed.after {
        Some(column) => format!("{}:{plain}", row.try_get::<String>("", column)?),
        None => plain.to_owned(),
    };
    update.value(Alias::new(indexed.column), keys.index(indexed.field, &value)?);
    if let Some(version) = indexed.version {
        let number = i32::try_from(keys.versions().index).map_err(Error::internal)?;
        update.value(Alias::new(version), number);
    }
    Ok(())
}
