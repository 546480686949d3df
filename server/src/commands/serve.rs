//! `yihao serve`: the portal itself.

use super::failure::Failure;
use super::progress::Progress;
use super::{log, opening};
use crate::config::Config;
use crate::router::router;
use crate::site::Site;
use crate::state::AppState;
use anyhow::Context as _;
use backend::import::ImportError;
use backend::{Services, audit, counters, demo, sessions};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::time::{MissedTickBehavior, interval, timeout};

/// Between two looks at what waits to be counted and sealed.
const TICK: Duration = Duration::from_secs(1);
/// Ticks between two sweeps of sessions that are over.
const SWEEP: u64 = 600;
/// How long open requests may take after the portal was told to stop.
const PATIENCE: Duration = Duration::from_secs(20);

pub(super) async fn run(demo: bool, listen: Option<SocketAddr>) -> Result<(), Failure> {
    let mut config = opening::config(demo)?;
    config.listen = listen.unwrap_or(config.listen);
    log::start();
    // The address first: it costs nothing, and a portal that cannot be reached need not load.
    let listener = bind(config.listen).await?;
    let services = opening::services(&config).await?;
    if demo {
        load_demo(&services).await?;
    } else {
        load_reference(&services).await?;
    }
    serve(listener, services, config).await
}

async fn bind(address: SocketAddr) -> Result<TcpListener, Failure> {
    let bound = TcpListener::bind(address).await;
    bound.with_context(|| format!("YIHAO_LISTEN: nothing can listen on {address}")).map_err(Failure::Usage)
}

/// Calendar and divisions are the country's, not a city's: a new portal has them from the start.
async fn load_reference(services: &Services) -> Result<(), Failure> {
    let mut progress = Progress::new();
    let loaded = demo::reference(services, |stage, done, total| progress.at(stage, done, total)).await;
    progress.done();
    loaded.map_err(|error| Failure::Fault(anyhow::anyhow!("the built-in calendar and divisions: {error}")))
}

async fn load_demo(services: &Services) -> Result<(), Failure> {
    match demo::state(services).await? {
        demo::State::Empty => {}
        demo::State::Loaded | demo::State::Other => return Ok(()),
        demo::State::Begun => {
            return Err(Failure::Usage(anyhow::anyhow!(
                "the demonstration city was loaded only in part; delete the database (DATABASE_URL) and start again"
            )));
        }
    }
    let mut progress = Progress::new();
    let loaded = demo::load(services, |stage, done, total| progress.at(stage, done, total)).await;
    progress.done();
    let summary = loaded.map_err(|error| match error {
        ImportError::Storage(error) => Failure::backend(error),
        ImportError::Faults(_) => Failure::Fault(anyhow::anyhow!("the demonstration city: {error}")),
    })?;
    tracing::info!(
        people = summary.people,
        staff = summary.staff,
        cases = summary.cases,
        "demonstration city loaded"
    );
    Ok(())
}

async fn serve(listener: TcpListener, services: Services, config: Config) -> Result<(), Failure> {
    let address = listener.local_addr().map_err(|error| Failure::Fault(error.into()))?;
    let site = Site::find(config.site.as_deref());
    let state = AppState::new(services.clone(), config, site);
    let (stop, stopped) = watch::channel(false);
    let background = tokio::spawn(tick(services.clone(), stopped.clone()));
    let following = tokio::spawn(follow(services.clone(), stopped.clone()));
    let app = router(state).into_make_service_with_connect_info::<SocketAddr>();
    let server =
        tokio::spawn(async move { axum::serve(listener, app).with_graceful_shutdown(until(stopped)).await });
    tracing::info!("serving http://{address}");
    asked_to_stop().await;
    tracing::info!("stopping");
    stop.send_replace(true);
    // What is not done by then is cut off; nothing acknowledged is lost.
    if let Ok(Ok(Err(error))) = timeout(PATIENCE, server).await {
        tracing::error!(%error, "the server ended badly");
    }
    background.await.unwrap_or_default();
    following.await.unwrap_or_default();
    settle(&services).await;
    services.portal.db.clone().close().await?;
    Ok(())
}

async fn until(mut stopped: watch::Receiver<bool>) {
    // An error means that whoever could say stop is gone.
    stopped.wait_for(|&stop| stop).await.map(drop).unwrap_or_default();
}

/// Counts and seals each second, so that little ever waits.
async fn tick(services: Services, stopped: watch::Receiver<bool>) {
    let mut ticks = interval(TICK);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut n: u64 = 0;
    while !*stopped.borrow() {
        ticks.tick().await;
        settle(&services).await;
        if n.is_multiple_of(SWEEP) {
            sessions::sweep(&services)
                .await
                .map_err(|error| warn("sweeping sessions", &error))
                .unwrap_or_default();
        }
        n = n.wrapping_add(1);
    }
}

/// Takes note each second of what other servers have changed; by itself, since counting and sealing
/// may take their time.
async fn follow(services: Services, stopped: watch::Receiver<bool>) {
    let mut ticks = interval(TICK);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    while !*stopped.borrow() {
        ticks.tick().await;
        services
            .refresh()
            .await
            .map_err(|error| warn("noticing changes of other servers", &error))
            .unwrap_or_default();
    }
}

async fn settle(services: &Services) {
    counters::fold(services).await.map_err(|error| warn("folding counters", &error)).unwrap_or_default();
    audit::seal(services).await.map_err(|error| warn("sealing the audit trail", &error)).unwrap_or_default();
}

/// The next tick tries again; figures and trail are complete meanwhile, only not folded.
fn warn(what: &str, error: &backend::Error) {
    tracing::warn!(causes = error.causes().join(": "), at = %error.at(), "{what} has to wait: {error}");
}

/// Ctrl-C, or the signal of a service manager.
async fn asked_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
            return;
        }
    }
    interrupt.await.unwrap_or_default();
}
