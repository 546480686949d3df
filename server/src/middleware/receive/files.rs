//! A body that its handler reads while it arrives, watched for its pace and its length.

use super::super::limits::Limits;
use super::before;
use axum::body::{Body, BodyDataStream, Bytes};
use futures::{Stream, StreamExt as _, stream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::Instant;

/// What broke it off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Broken {
    #[error("sent too slowly")]
    Slow,
    #[error("longer than any request may be")]
    Long,
}

/// The body, shared by the handler and whoever reads what it leaves.
pub(super) struct Watched {
    arriving: Arc<Mutex<Arrival>>,
    begun: Arc<AtomicBool>,
}

struct Arrival {
    pieces: BodyDataStream,
    end: Instant,
    pause: Duration,
    most: u64,
    left: u64,
    broken: Option<Broken>,
}

impl Watched {
    pub(super) fn new(body: Body, limits: &Limits) -> Self {
        let arrival = Arrival {
            pieces: body.into_data_stream(),
            end: Instant::now() + limits.upload_time,
            pause: limits.pause,
            most: limits.request,
            left: limits.request,
            broken: None,
        };
        Self { arriving: Arc::new(Mutex::new(arrival)), begun: Arc::default() }
    }

    /// The body for the handler.
    pub(super) fn body(&self) -> Body {
        Body::from_stream(self.pieces())
    }

    fn pieces(&self) -> impl Stream<Item = Result<Bytes, axum::BoxError>> + use<> {
        let (arriving, begun) = (self.arriving.clone(), self.begun.clone());
        stream::unfold((arriving, begun), async |(arriving, begun)| {
            begun.store(true, Ordering::Relaxed);
            let piece = arriving.lock().await.next().await?;
            Some((piece, (arriving, begun)))
        })
    }

    /// What broke it off, if anything did.
    pub(super) fn broken(&self) -> Option<Broken> {
        self.arriving.try_lock().ok()?.broken
    }

    /// Whether anybody has begun to read.
    pub(super) fn begun(&self) -> bool {
        self.begun.load(Ordering::Relaxed)
    }

    /// Reads what is left and forgets it: as much again as a request may have, and in its time.
    pub(super) async fn read_to_end(&self) {
        let mut arrival = self.arriving.lock().await;
        let mut left = arrival.most;
        while left > 0
            && let Some(Some(Ok(piece))) = arrival.piece().await
        {
            left = left.saturating_sub(length(&piece));
        }
    }
}

impl Arrival {
    async fn next(&mut self) -> Option<Result<Bytes, axum::BoxError>> {
        if let Some(broken) = self.broken {
            return Some(Err(broken.into()));
        }
        let Some(piece) = self.piece().await else {
            return Some(Err(self.broken.insert(Broken::Slow).to_owned().into()));
        };
        let piece = match piece? {
            Ok(piece) => piece,
            Err(gone) => return Some(Err(gone.into())),
        };
        match self.left.checked_sub(length(&piece)) {
            Some(left) => {
                self.left = left;
                Some(Ok(piece))
            }
            None => Some(Err(self.broken.insert(Broken::Long).to_owned().into())),
        }
    }

    /// The next piece in time, if there is one.
    async fn piece(&mut self) -> Option<Option<Result<Bytes, axum::Error>>> {
        let pause = Instant::now() + self.pause;
        before(self.end, pause, self.pieces.next()).await
    }
}

fn length(piece: &Bytes) -> u64 {
    u64::try_from(piece.len()).unwrap_or(u64::MAX)
}
