//! How soon a portal answers after it was started.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use tokio::time::sleep;

use crate::portal::{Place, Portal};
use crate::rows::{Row, ms};
use wire::{Call, Client};

/// Starts; the middle one counts.
const TURNS: usize = 5;
/// Longer is not waited.
const PATIENCE: Duration = Duration::from_secs(60);
/// In milliseconds.
const MOST: u32 = 1_000;

/// From the start of the process to the first catalogue page, and until it says that it is ready. The
/// database holds the demonstration city and whatever was handed in meanwhile.
pub async fn measure(place: &Place, database: &str, on: &str) -> Result<Vec<Row>> {
    eprintln!("  starting on {on}");
    let (mut pages, mut readies) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        let began = Instant::now();
        let portal = Portal::launch(place, database)?;
        let browser = |path| Call::get(path).with("accept-encoding", "gzip, deflate, br");
        let (catalogue, asked) = (browser("/items"), Call::get("/readyz"));
        let until = |call| answered(&portal.address, call, began);
        let (page, ready) = tokio::try_join!(until(&catalogue), until(&asked))?;
        pages.push(page);
        readies.push(ready);
        portal.stop().await?;
    }
    Ok(vec![
        row(&format!("start to the first catalogue page, on {on}"), &mut pages),
        row(&format!("start until it says that it is ready, on {on}"), &mut readies),
    ])
}

/// Asks until there is a 200; how long that took since `began`.
async fn answered(address: &str, call: &Call, began: Instant) -> Result<Duration> {
    while began.elapsed() < PATIENCE {
        if let Ok(mut client) = Client::connect(address).await
            && client.send(call).await.is_ok_and(|answer| answer.status == 200)
        {
            return Ok(began.elapsed());
        }
        sleep(Duration::from_millis(1)).await;
    }
    bail!("no answer to {} within {} s", call.path, PATIENCE.as_secs())
}

fn row(what: &str, times: &mut [Duration]) -> Row {
    times.sort_unstable();
    let middle = times.get(times.len() / 2).copied().unwrap_or_default();
    let [least, most] = [times.first(), times.last()].map(|time| time.copied().unwrap_or_default());
    let ours = format!("{} (of {TURNS}: {} to {})", ms(middle), ms(least), ms(most));
    Row::time(what, ours, middle, MOST)
}
