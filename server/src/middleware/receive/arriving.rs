//! Forms, read to their end before any work begins.

use super::super::limited::Limited;
use super::{before, busy};
use crate::state::AppState;
use axum::body::{Body, Bytes};
use bytes::BytesMut;
use futures::StreamExt as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::time::Instant;

/// Bytes of all forms that are arriving. Cheap to clone; all clones share them.
#[derive(Clone, Debug, Default)]
pub struct Arriving(Arc<AtomicU64>);

/// The part of one form; given back when it has arrived.
struct Part {
    all: Arriving,
    bytes: u64,
}

impl Part {
    /// Whether there is room for a piece.
    fn add(&mut self, bytes: usize, most: u64) -> bool {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        self.bytes = self.bytes.saturating_add(bytes);
        self.all.0.fetch_add(bytes, Ordering::Relaxed).saturating_add(bytes) <= most
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        self.all.0.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}

/// The whole form.
pub(super) async fn form(state: &AppState, body: Body, declared: Option<u64>) -> Result<Bytes, Limited> {
    let limits = &state.limits;
    let mut part = Part { all: state.arriving.clone(), bytes: 0 };
    let mut form = BytesMut::new();
    let mut pieces = body.into_data_stream();
    let end = Instant::now() + limits.form_time;
    let most = limits.form;
    let mut long = declared.is_some_and(|bytes| usize::try_from(bytes).unwrap_or(usize::MAX) > most);
    let mut left = usize::try_from(limits.request).unwrap_or(usize::MAX);
    loop {
        let Some(piece) = before(end, Instant::now() + limits.pause, pieces.next()).await else {
            return Err(if long { Limited::Form(most) } else { Limited::Slow });
        };
        let Some(piece) = piece else { break };
        // The sender is gone; nobody will read this.
        let piece = piece.map_err(|_| Limited::Malformed)?;
        long = long || form.len() + piece.len() > most;
        if long {
            // Read on for a while: who still sends does not see an answer.
            left = left.saturating_sub(piece.len());
            if left == 0 {
                break;
            }
        } else if part.add(piece.len(), limits.arriving) {
            form.extend_from_slice(&piece);
        } else {
            return Err(busy());
        }
    }
    if long { Err(Limited::Form(most)) } else { Ok(form.freeze()) }
}
