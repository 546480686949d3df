//! Who asks the portal to stop, and how.

/// How it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Ctrl-C: a person waits.
    Interrupt,
    /// The signal of a service manager: a load balancer may still send requests.
    Terminate,
}

/// Waits for Ctrl-C, or the signal of a service manager.
pub(super) async fn asked_to_stop() -> Asked {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            return tokio::select! {
                _ = interrupt => Asked::Interrupt,
                _ = terminate.recv() => Asked::Terminate,
            };
        }
    }
    interrupt.await.unwrap_or_default();
    Asked::Interrupt
}
