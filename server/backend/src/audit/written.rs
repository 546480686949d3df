//! Whether anything was written since one last looked.

use sea_orm::{ConnectionTrait, Statement};

use crate::{Error, Portal, Result};

/// Sealed rows are numbered without a gap, and few are ever waiting: two steps in one index.
const ROWS: &str = "SELECT (SELECT COALESCE(MAX(seq), 0) FROM audit) \
    + (SELECT COUNT(*) FROM audit WHERE seq IS NULL) AS written";

/// How many rows the trail has. It rises with every act that any server commits, in whatever order,
/// and with nothing else: who sees the same number twice need not read anything again.
///
/// # Errors
/// When the database cannot be read.
pub async fn written(portal: &Portal) -> Result<i64> {
    let db = &portal.db.read;
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), ROWS)).await?;
    Ok(row.ok_or_else(|| Error::internal("no count of the trail"))?.try_get("", "written")?)
}
