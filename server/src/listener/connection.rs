//! One connection: HTTP/1.1 by hyper, with an end for whoever is too slow.

use super::phase::{Over, Watch};
use super::refusal::{Refusal, linger};
use super::wire::{Left, Wire};
use super::{Door, Stage};
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::ConnectInfo;
use http::{HeaderValue, Request, Response, header};
use hyper::body::{Frame, Incoming, SizeHint};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::PoisonError;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::{Instant, Sleep, sleep_until};
use tower::Service as _;

/// Bytes of a head that are read at all; beyond that hyper says 431. More than
/// [`crate::middleware::limits::Limits::head`], so that nearly everybody gets a real page.
const READ: usize = 64 * 1024;
/// Header fields that are read at all.
const FIELDS: usize = 100;

/// How a connection ended.
enum End {
    /// By itself.
    Done,
    /// With an error that hyper has answered, or could not.
    Broken,
    /// Because it took too long.
    Over(Over),
}

/// Answers one request after the other.
pub(super) async fn serve(door: Door, stream: TcpStream, peer: SocketAddr) {
    // Small answers are not to wait for more.
    stream.set_nodelay(true).unwrap_or_else(|error| tracing::debug!(%error, "no delay"));
    let watch = Watch::new();
    let (wire, left) = Wire::new(stream, watch.clone());
    let end = converse(&door, wire, peer, &watch).await;
    let Some(stream) = taken(&left) else { return };
    match end {
        // Whoever is in the middle of a head is told; between two requests nobody is owed a word.
        End::Over(Over::Head) => Refusal::Slow.tell(stream, watch.program()).await,
        End::Broken => linger(stream).await,
        End::Done | End::Over(Over::Idle | Over::Unread) => {}
    }
}

fn taken(left: &Left) -> Option<TcpStream> {
    left.lock().unwrap_or_else(PoisonError::into_inner).take()
}

/// Lets hyper work until it is done, or time is over.
async fn converse(door: &Door, wire: Wire, peer: SocketAddr, watch: &Watch) -> End {
    let answer = |request| answered(door, request, peer, watch.clone());
    let mut stage = door.stage.clone();
    let connection = http1::Builder::new()
        .max_headers(FIELDS)
        .max_buf_size(READ)
        .serve_connection(TokioIo::new(wire), service_fn(answer));
    let mut connection = pin!(connection);
    loop {
        let deadline = pin!(Deadline { watch, door, timer: Box::pin(sleep_until(far())) });
        tokio::select! {
            biased;
            done = connection.as_mut() => return if done.is_ok() { End::Done } else { End::Broken },
            over = deadline => return End::Over(over),
            stage = reached(&mut stage) => if watch.may_go(stage) {
                connection.as_mut().graceful_shutdown();
            },
        }
    }
}

/// Returns when the stage has changed.
async fn reached(stage: &mut watch::Receiver<Stage>) -> Stage {
    match stage.changed().await {
        Ok(()) => *stage.borrow_and_update(),
        // Whoever could change it is gone with the program.
        Err(_) => std::future::pending().await,
    }
}

/// The moment when the connection has taken too long at what it is doing; moves with it.
struct Deadline<'a> {
    watch: &'a Watch,
    door: &'a Door,
    timer: Pin<Box<Sleep>>,
}

impl Future for Deadline<'_> {
    type Output = Over;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Over> {
        loop {
            let (end, over) = match self.watch.end(&self.door.limits) {
                Some((end, over)) => (end, Some(over)),
                None => (far(), None),
            };
            // A timer that is too early finds out when it rings; most requests never touch it.
            if end < self.timer.deadline() {
                self.timer.as_mut().reset(end);
            }
            std::task::ready!(self.timer.as_mut().poll(cx));
            match over {
                Some(over) if end <= Instant::now() => return Poll::Ready(over),
                Some(_) | None => self.timer.as_mut().reset(end),
            }
        }
    }
}

/// Longer than any limit.
fn far() -> Instant {
    Instant::now() + Duration::from_secs(24 * 60 * 60)
}

async fn answered(
    door: &Door,
    request: Request<Incoming>,
    peer: SocketAddr,
    watch: Watch,
) -> Result<Response<Answer>, Infallible> {
    watch.begun();
    let mut request = request.map(Body::new);
    request.extensions_mut().insert(ConnectInfo(peer));
    let mut response = door.router.clone().call(request).await?;
    // The connection then ends with this answer.
    if *door.stage.borrow() > Stage::Open {
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    Ok(response.map(|body| Answer { body, watch }))
}

/// The body of an answer; when it is gone, the answer is given.
struct Answer {
    body: Body,
    watch: Watch,
}

impl Drop for Answer {
    fn drop(&mut self) {
        self.watch.done();
    }
}

impl HttpBody for Answer {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
