//! How many tables may be written at once.

use backend::{Error, Kind, Result};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// Each costs a thread and a statement after the other.
const AT_ONCE: usize = 4;
/// Who takes longer to fetch a file keeps no place for it: reading slowly must not lock out others.
const LONGEST: Duration = Duration::from_mins(10);

/// Places for those who export.
#[derive(Clone, Debug)]
pub struct Room(Arc<Semaphore>);

impl Default for Room {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

impl Room {
    /// A place, free again when it is dropped or after ten minutes.
    ///
    /// # Errors
    /// [`Kind::Unavailable`] when all are taken.
    pub fn enter(&self) -> Result<Place> {
        let permit = Arc::clone(&self.0).try_acquire_owned();
        let permit = permit.map_err(|_| Error::because(Kind::Unavailable, "too many exports at once"))?;
        let (left, leaves) = oneshot::channel();
        tokio::spawn(keep(permit, leaves));
        Ok(Place { _left: left })
    }
}

async fn keep(permit: OwnedSemaphorePermit, leaves: oneshot::Receiver<()>) {
    // Both ends of waiting are the same: the place is free.
    timeout(LONGEST, leaves).await.map(drop).unwrap_or_default();
    drop(permit);
}

/// A place taken.
#[derive(Debug)]
pub struct Place {
    _left: oneshot::Sender<()>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_comes_too_late_is_told_and_a_place_left_is_free() {
        let room = Room::default();
        let mut places: Vec<Place> = (0..AT_ONCE).map(|_| room.enter().unwrap()).collect();
        assert!(matches!(room.enter().unwrap_err().kind(), Kind::Unavailable));
        places.pop();
        tokio::task::yield_now().await;
        assert!(room.enter().is_ok());
    }
}
