//! `yihao serve`: the portal itself.

use super::background::Background;
use super::failure::Failure;
use super::progress::Progress;
use super::stopping::{Asked, asked_to_stop};
use super::{log, opening};
use crate::config::Config;
use crate::listener::{self, Stage};
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
use tokio::time::sleep;

/// How long a load balancer has to see that the portal is not ready any more.
const NOTICE: Duration = Duration::from_secs(2);
/// How long open requests may take after that.
const PATIENCE: Duration = Duration::from_secs(20);

pub(super) async fn run(demo: bool, listen: Option<SocketAddr>) -> Result<(), Failure> {
    let mut config = opening::config(demo)?;
    config.listen = listen.unwrap_or(config.listen);
    // Until the end: traces on their way are sent when it goes.
    let _telling = log::start(&config)?;
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
    let (stage, reached) = watch::channel(Stage::Open);
    let (app, limits) = (router(state.clone()), state.limits.clone());
    let server =
        tokio::spawn(async move { listener::serve(listener, app, &limits, reached, PATIENCE).await });
    tracing::info!("serving http://{address}");
    leave(&state, &stage, asked_to_stop().await).await;
    match server.await {
        Ok(0) => tracing::info!("every request was answered"),
        // Nothing acknowledged is lost: what was cut off was never answered.
        Ok(cut) => tracing::warn!(cut, "connections were cut off"),
        Err(error) => tracing::error!(%error, "the server ended badly"),
    }
    // Counted and sealed goes on until the last answer is given.
    stop.send_replace(true);
    background.end(&services).await;
    services.portal.db.clone().close().await?;
    tracing::info!("stopped");
    Ok(())
}

/// First the portal says that it is not ready, and answers on; only then it takes no connection more.
async fn leave(state: &AppState, stage: &watch::Sender<Stage>, asked: Asked) {
    tracing::info!(?asked, "stopping");
    state.leaving.set();
    state.live.end();
    stage.send_replace(Stage::Leaving);
    match asked {
        Asked::Terminate => sleep(NOTICE).await,
        Asked::Interrupt => {}
    }
    stage.send_replace(Stage::Closed);
}
