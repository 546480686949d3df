//! The socket as hyper sees it. Watches what passes, and puts words into the few bare answers that
//! hyper gives by itself, before any request of ours exists.

use super::phase::Watch;
use super::refusal::Refusal;
use std::io::{IoSlice, Result};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

/// A bare answer has three short header fields; the portal's own have a dozen.
const BARE: usize = 200;

/// Where the socket is left when hyper has done with it.
pub(super) type Left = Arc<Mutex<Option<TcpStream>>>;

/// A socket that is watched.
pub(super) struct Wire {
    stream: Option<TcpStream>,
    watch: Watch,
    left: Left,
    /// Words in place of a bare answer, and how much of them is sent.
    words: Option<(Vec<u8>, usize)>,
}

impl Wire {
    pub(super) fn new(stream: TcpStream, watch: Watch) -> (Self, Left) {
        let left = Left::default();
        (Self { stream: Some(stream), watch, left: left.clone(), words: None }, left)
    }

    fn stream(&mut self) -> Result<Pin<&mut TcpStream>> {
        self.stream.as_mut().map(Pin::new).ok_or_else(|| std::io::ErrorKind::NotConnected.into())
    }

    /// The words for a bare answer, if this is one.
    fn instead(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        let status = bytes.strip_prefix(b"HTTP/1.1 ")?.get(..3)?;
        let bare = bytes.len() < BARE && self.watch.between();
        let refusal = Refusal::of_status(status).filter(|_| bare)?;
        Some(refusal.answer(self.watch.program()))
    }

    /// Sends what is left of the words.
    fn say(&mut self, cx: &mut Context<'_>) -> Poll<Result<()>> {
        while let Some((words, sent)) = self.words.take() {
            let rest = words.get(sent..).unwrap_or_default();
            if rest.is_empty() {
                break;
            }
            let written = self.stream()?.poll_write(cx, rest);
            self.words = Some((words, sent + if let Poll::Ready(Ok(n)) = written { n } else { 0 }));
            ready!(written)?;
        }
        Poll::Ready(Ok(()))
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        *self.left.lock().unwrap_or_else(PoisonError::into_inner) = self.stream.take();
    }
}

impl AsyncRead for Wire {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, room: &mut ReadBuf<'_>) -> Poll<Result<()>> {
        let before = room.filled().len();
        let read = self.stream()?.poll_read(cx, room);
        let bytes = room.filled().get(before..).unwrap_or_default();
        if !bytes.is_empty() {
            self.watch.heard(bytes);
        }
        read
    }
}

impl AsyncWrite for Wire {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<Result<usize>> {
        if let Some(words) = self.instead(bytes) {
            self.words = Some((words, 0));
            return Poll::Ready(Ok(bytes.len()));
        }
        let written = self.stream()?.poll_write(cx, bytes);
        self.watch.taken(written.is_ready());
        written
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        pieces: &[IoSlice<'_>],
    ) -> Poll<Result<usize>> {
        if let [only] = pieces {
            return self.poll_write(cx, only);
        }
        let written = self.stream()?.poll_write_vectored(cx, pieces);
        self.watch.taken(written.is_ready());
        written
    }

    fn is_write_vectored(&self) -> bool {
        true
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<()>> {
        ready!(self.say(cx))?;
        self.stream()?.poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<()>> {
        ready!(self.say(cx))?;
        self.stream()?.poll_shutdown(cx)
    }
}
