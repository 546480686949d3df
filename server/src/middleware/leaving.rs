//! Whether the portal is about to stop: whoever sends it requests should look for another.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Said once, for good. Cheap to clone; all clones share it.
#[derive(Clone, Debug, Default)]
pub struct Leaving(Arc<AtomicBool>);

impl Leaving {
    /// Says so.
    pub fn set(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it was said.
    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
