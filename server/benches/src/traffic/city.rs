//! The peak of a city.

use std::time::Duration;

use anyhow::Result;

use super::arrivals::Phase;
use super::drive::{Drive, with};
use super::scene::{CASES, PAGES, Stage, verified};
use crate::rows::{Row, ms, number};

const TIME: Duration = Duration::from_secs(60);

/// A minute of it; one line for all and one for each kind of question.
pub async fn run(stage: &Stage) -> Result<Vec<Row>> {
    let staged = stage.open(false).await?;
    let scale = stage.city(staged.most);
    let phase = Phase { rate: (CASES + PAGES) * scale, time: stage.seconds(TIME) };
    let drive = Drive { what: stage.what.clone(), phases: vec![phase], window: Duration::from_secs(1) };
    let before = staged.portal.cpu();
    let book = drive.run(&staged.portal.address, staged.asks.clone()).await?;
    let spent = staged.portal.cpu().zip(before).map_or(0.0, |(after, before)| after - before);
    let look = staged.look();
    let most = staged.most;
    let good = staged.close().await?;
    let rows = with(&book, |book| {
        let all = book.all();
        let what = format!(
            "peak of a city × {scale:.2} on {}: {} cases and {} pages a second for {} s",
            stage.on,
            number(CASES * scale),
            number(PAGES * scale),
            drive.time().as_secs()
        );
        let ours = format!(
            "{}; {}; {} of a processor; {} MB; {}{}",
            all.counts(),
            all.times(),
            number(spent / drive.time().as_secs_f64()),
            number(look.memory),
            verified(good),
            others(&book.others())
        );
        let beside = format!(
            "the portal can do {}/s of this mixture; the driver itself was late by p99 {}",
            number(most),
            ms(book.lateness(0.99))
        );
        let met = good && all.answered == all.came();
        let mut rows = vec![Row::judged(&what, &ours, &beside, "everybody answered", Some(met))];
        for (kind, tally) in book.kinds() {
            let ours = format!("{} ({})", tally.times(), tally.counts());
            rows.push(Row::judged(
                &format!("of these on {}: {}", stage.on, kind.name()),
                &ours,
                "",
                "",
                None,
            ));
        }
        rows
    });
    Ok(rows)
}

/// What else was answered, behind what came before.
pub fn others(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("; {text}") }
}
