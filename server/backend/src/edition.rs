//! Editions: which state of its reference data the database holds.
//!
//! What hardly ever changes is kept in memory. Whoever changes it commits through [`commit`], which
//! gives the database a new mark: by it every other server notices, a second later at most. The
//! process that made the change knows of it at once, from its own count of them.

use crate::db::Tx;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::{Portal, Result, settings};

/// What is kept in memory and read anew together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Volume {
    /// Items, bodies, departments, halls and windows.
    Catalogue,
    /// The calendar, the divisions and the city.
    Places,
    /// The rules of watch.
    Watch,
}

impl Volume {
    /// Under this key its mark is kept.
    fn setting(self) -> &'static str {
        match self {
            Self::Catalogue => "edition_catalogue",
            Self::Places => "edition_places",
            Self::Watch => "edition_watch",
        }
    }
}

/// The mark of an edition. Each is used once; all that it says is whether it is still the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Mark(Option<Uuid>);

/// The mark that the database bears now. Read it before what it marks: what is read afterwards is
/// then as new as the mark or newer, never older.
pub(crate) async fn current<C: ConnectionTrait>(db: &C, volume: Volume) -> Result<Mark> {
    Ok(Mark(settings::get(db, volume.setting()).await?))
}

/// Commits a change of reference data under a new mark.
pub(crate) async fn commit(portal: &Portal, tx: Tx, volume: Volume) -> Result<()> {
    // Last in the transaction, so that changes of different things wait for one another as
    // shortly as can be, and always in the same order.
    settings::put(&tx, volume.setting(), &Uuid::now_v7()).await?;
    let done = tx.commit().await;
    // Also after an error: it may have come after the commit.
    portal.changes.count();
    Ok(done?)
}

/// How many changes of reference data this process has made. All clones count together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Changes(Arc<AtomicU64>);

impl Changes {
    fn count(&self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }

    /// The changes so far.
    pub fn so_far(&self) -> u64 {
        self.0.load(Ordering::SeqCst)
    }
}
