//! Intakes of a portal as fast as its clients can hand them in.

use std::time::Duration;

use anyhow::Result;

use crate::batches::Batches;
use crate::drive::drive;
use crate::portal::{Place, Portal};
use crate::sample::Applications;
use wire::Call;

const WARM_UP: Duration = Duration::from_secs(3);
const TIME: Duration = Duration::from_secs(6);

/// What came of it.
#[derive(Clone, Copy, Debug)]
pub struct Intakes {
    /// Acknowledged a second.
    pub rate: f64,
    /// Seconds of processor time each.
    pub spent: f64,
    /// Writes that the portal put into one transaction, on average.
    pub batch: f64,
}

/// A fresh portal on a database, and so many clients at once.
pub async fn intakes(
    place: &Place,
    database: &str,
    applications: &Applications,
    clients: usize,
) -> Result<Intakes> {
    let portal = Portal::start(place, database).await?;
    let run = async |time| {
        let applications = applications.clone();
        // An application that cannot be made would be refused, and that ends the run.
        let call = move |n| applications.call(n).unwrap_or_else(|_| Call::get("/"));
        drive(&portal.address, clients, time, 201, call).await
    };
    run(WARM_UP).await?;
    let (before, batches) = (portal.cpu(), Batches::of(&portal.address).await?);
    let rate = run(TIME).await?.rate();
    let spent = portal.cpu().zip(before).map_or(0.0, |(after, before)| after - before);
    let batch = Batches::of(&portal.address).await?.since(&batches);
    portal.stop().await?;
    Ok(Intakes { rate, spent: spent / (rate * TIME.as_secs_f64()), batch })
}
