//! A minute in which everybody hands in the same.

use std::time::Duration;

use anyhow::Result;

use super::arrivals::Phase;
use super::city::others;
use super::drive::{Drive, with};
use super::scene::{Stage, verified};
use crate::rows::{Row, ms, number};

/// Submissions a second of a whole city.
const RATE: f64 = 400.0;
const TIME: Duration = Duration::from_secs(60);
/// How much of what the portal can take in at most.
const SHARE: f64 = 0.8;

/// Runs it.
pub async fn run(stage: &Stage) -> Result<Vec<Row>> {
    let staged = stage.open(true).await?;
    let scale = stage.scale(staged.most, RATE, SHARE);
    let phase = Phase { rate: RATE * scale, time: stage.seconds(TIME) };
    let drive = Drive { what: stage.what.clone(), phases: vec![phase], window: Duration::from_secs(1) };
    let book = drive.run(&staged.portal.address, staged.asks.clone()).await?;
    let (look, most) = (staged.look(), staged.most);
    let good = staged.close().await?;
    Ok(with(&book, |book| {
        let all = book.all();
        let what = format!(
            "a campaign × {scale:.2} on {}: {} applications a second for one item, {} s",
            stage.on,
            number(phase.rate),
            drive.time().as_secs()
        );
        let ours = format!(
            "{}; {}; {} MB; {}{}",
            all.counts(),
            all.times(),
            number(look.memory),
            verified(good),
            others(&book.others())
        );
        let beside = format!(
            "the portal can take {}/s in; the driver itself was late by p99 {}",
            number(most),
            ms(book.lateness(0.99))
        );
        let met = good && all.answered == all.came();
        vec![Row::judged(&what, &ours, &beside, "everybody answered", Some(met))]
    }))
}
