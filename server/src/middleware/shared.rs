//! A service that many layers pass on without copying it.

use std::sync::Arc;
use std::task::{Context, Poll};
use tower::util::Oneshot;
use tower::{Service, ServiceExt as _};

/// Copies what is inside only to call it. A middleware of axum copies, for each request, everything
/// that lies below it; without this, a route below twelve of them is copied twelve times.
#[derive(Debug)]
pub struct Shared<S>(Arc<S>);

impl<S> Shared<S> {
    /// Of this service.
    pub fn new(service: S) -> Self {
        Self(Arc::new(service))
    }
}

impl<S> Clone for Shared<S> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<S: Service<R> + Clone, R> Service<R> for Shared<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = Oneshot<S, R>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        // The copy is waited for.
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: R) -> Self::Future {
        self.0.as_ref().clone().oneshot(request)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::convert::Infallible;
    use std::sync::atomic::{AtomicUsize, Ordering};

    static COPIES: AtomicUsize = AtomicUsize::new(0);

    struct Counted;

    impl Clone for Counted {
        fn clone(&self) -> Self {
            COPIES.fetch_add(1, Ordering::Relaxed);
            Self
        }
    }

    impl Service<u8> for Counted {
        type Response = u8;
        type Error = Infallible;
        type Future = std::future::Ready<Result<u8, Infallible>>;

        fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
            Poll::Ready(Ok(()))
        }

        fn call(&mut self, request: u8) -> Self::Future {
            std::future::ready(Ok(request))
        }
    }

    #[tokio::test]
    async fn it_is_copied_once_for_each_call() {
        let shared = Shared::new(Counted);
        let copies: Vec<_> = (0..10).map(|_| shared.clone()).collect();
        assert_eq!(COPIES.load(Ordering::Relaxed), 0);
        for copy in copies {
            assert_eq!(copy.oneshot(7).await, Ok(7));
        }
        assert_eq!(COPIES.load(Ordering::Relaxed), 10);
    }
}
