//! `yihao worker`: what runs in the background, by itself, for portals of several servers.

use super::background::Background;
use super::failure::Failure;
use super::stopping::asked_to_stop;
use super::{log, opening};
use tokio::sync::watch;

pub(super) async fn run() -> Result<(), Failure> {
    let config = opening::config(false)?;
    let _telling = log::start(&config)?;
    let services = opening::services(&config).await?;
    let (stop, stopped) = watch::channel(false);
    let background = Background::start(&services, &stopped);
    tracing::info!("watching the clock");
    asked_to_stop().await;
    tracing::info!("stopping");
    stop.send_replace(true);
    background.end(&services).await;
    services.portal.db.clone().close().await?;
    Ok(())
}
