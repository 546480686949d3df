//! `yihao serve`: the portal itself.

use super::background::{Background, asked_to_stop};
use super::failure::Failure;
use super::progress::Progress;
use super::{log, opening};
use crate::config::Config;
use crate::router::router;
use crate::site::Site;
use crate::state::AppState;
use anyhow::Context as _;
use backend::import::ImportError;
use backend::{Services, demo};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::time::timeout;

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
    load_targets(&services).await?;
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

/// The targets that the plans name, where a portal has none yet.
async fn load_targets(services: &Services) -> Result<(), Failure> {
    let loaded = backend::indicators::ensure_targets(services).await;
    loaded.map_err(|error| Failure::Fault(anyhow::anyhow!("the built-in targets: {error}")))
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
    let background = Background::start(&services, &stopped);
    let app = router(state.clone()).into_make_service_with_connect_info::<SocketAddr>();
    let server =
        tokio::spawn(async move { axum::serve(listener, app).with_graceful_shutdown(until(stopped)).await });
    tracing::info!("serving http://{address}");
    asked_to_stop().await;
    tracing::info!("stopping");
    stop.send_replace(true);
    state.live.end();
    // What is not done by then is cut off; nothing acknowledged is lost.
    if let Ok(Ok(Err(error))) = timeout(PATIENCE, server).await {
        tracing::error!(%error, "the server ended badly");
    }
    background.end(&services).await;
    services.portal.db.clone().close().await?;
    Ok(())
}

async fn until(mut stopped: watch::Receiver<bool>) {
    // An error means that whoever could say stop is gone.
    stopped.wait_for(|&stop| stop).await.map(drop).unwrap_or_default();
}
