//! Five times what the portal can do, and how soon it is itself again.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use anyhow::Result;
use tokio::time::sleep;

use super::arrivals::Phase;
use super::book::Book;
use super::city::others;
use super::drive::{Drive, Shared, with};
use super::scene::{Stage, Staged, verified};
use super::tally::Tally;
use crate::rows::{Row, ms, number};

/// Before and after it, half of the most comes.
const CALM: f64 = 0.5;
const TOO_MUCH: f64 = 5.0;
const BEFORE: Duration = Duration::from_secs(10);
const DURING: Duration = Duration::from_secs(30);
const AFTER: Duration = Duration::from_secs(30);
const WINDOW: Duration = Duration::from_secs(1);
/// The portal is to be itself again by then.
const RECOVERY: usize = 10;
/// A second is a good one when nobody is turned away and the 99th percentile is below this, or
/// below three times that of before.
const GOOD: Duration = Duration::from_millis(100);

/// Runs it; three lines.
pub async fn run(stage: &Stage) -> Result<Vec<Row>> {
    let staged = stage.open(false).await?;
    let calm = staged.most * CALM;
    let phase = |rate, time| Phase { rate, time: stage.seconds(time) };
    let phases = [phase(calm, BEFORE), phase(staged.most * TOO_MUCH, DURING), phase(calm, AFTER)];
    let drive = Drive { what: stage.what.clone(), phases: phases.into(), window: WINDOW };
    let rest = staged.look().memory;
    let (book, most_memory) = watched(&drive, &staged).await?;
    let most = staged.most;
    let good = staged.close().await?;
    let [begins, ends] = [phases.first(), phases.get(1)].map(|phase| phase.map_or(0, |p| p.time.as_secs()));
    let begins = usize::try_from(begins)?;
    let ends = begins.saturating_add(usize::try_from(ends)?);
    let memory = format!("{} MB before, at most {} MB", number(rest), number(most_memory));
    with(&book, |book| Ok(lines(stage, book, most, begins..ends, &memory, good)))
}

/// Drives, and looks at the portal's memory meanwhile.
async fn watched(drive: &Drive, staged: &Staged) -> Result<(Shared, f64)> {
    let start = Instant::now() + Duration::from_millis(50);
    let book: Shared = Arc::new(Mutex::new(Book::new(start, drive.window)?));
    let mut most: f64 = 0.0;
    let look = async {
        loop {
            sleep(Duration::from_millis(500)).await;
            most = most.max(staged.look().memory);
        }
    };
    tokio::select! {
        ended = drive.note_in(&staged.portal.address, staged.asks.clone(), start, &book) => ended?,
        () = look => {}
    }
    Ok((book, most))
}

fn lines(
    stage: &Stage,
    book: &Book,
    most: f64,
    during: std::ops::Range<usize>,
    memory: &str,
    good: bool,
) -> Vec<Row> {
    let (before, flood) = (book.between(0, during.start), book.between(during.start, during.end));
    let what = format!(
        "{TOO_MUCH} times what the portal can do, on {}: {}/s for {} s",
        stage.on,
        number(most * TOO_MUCH),
        during.len()
    );
    let seconds = f64::from(u32::try_from(during.len()).unwrap_or(1)).max(1.0);
    let ours = format!(
        "{}; of them {}/s answered, {}; refused within p50 {}, p99 {}; memory {memory}; {}{}",
        flood.counts(),
        number(f64::from(flood.answered) / seconds),
        flood.times(),
        ms(flood.refused_within(0.5)),
        ms(flood.refused_within(0.99)),
        verified(good),
        others(&book.others())
    );
    let beside = format!(
        "can do {}/s; half of that before: {}; the driver was late by p99 {}",
        number(most),
        before.times(),
        ms(book.lateness(0.99))
    );
    let met = good && flood.failed() == 0;
    let recovery = recovery(book.windows().get(during.end..).unwrap_or_default(), bound(&before));
    vec![
        Row::judged(&what, &ours, &beside, "an answer or 503 with Retry-After", Some(met)),
        recovered(stage, recovery, bound(&before)),
    ]
}

fn bound(before: &Tally) -> Duration {
    GOOD.max(before.within(0.99) * 3)
}

fn recovered(stage: &Stage, seconds: Option<usize>, bound: Duration) -> Row {
    let what =
        format!("seconds from its end until everybody is answered, p99 below {}, on {}", ms(bound), stage.on);
    let ours =
        seconds.map_or_else(|| "not within the time watched".to_owned(), |seconds| format!("{seconds} s"));
    let met = seconds.is_some_and(|seconds| seconds <= RECOVERY);
    Row::judged(&what, &ours, "", &format!("≤ {RECOVERY} s"), Some(met))
}

/// How many seconds pass until all that follow are good.
fn recovery(after: &[Tally], bound: Duration) -> Option<usize> {
    let good = |second: &Tally| second.answered == second.came() && second.within(0.99) <= bound;
    let seconds = after.iter().rposition(|second| !good(second)).map_or(0, |last| last.saturating_add(1));
    (seconds < after.len()).then_some(seconds)
}

#[cfg(test)]
mod tests {
    use super::super::kind::Kind;
    use super::super::tally::Outcome;
    use super::*;

    #[test]
    fn recovery_ends_with_the_last_bad_second() {
        let start = Instant::now().checked_sub(Duration::from_secs(10)).unwrap();
        let book = |bad: &[u64]| {
            let mut book = Book::new(start, WINDOW).unwrap();
            for second in 0..4 {
                let outcome = if bad.contains(&second) { Outcome::Refused } else { Outcome::Answered };
                book.note(Kind::Kept, start + Duration::from_secs(second), &outcome);
            }
            book
        };
        let patient = Duration::from_secs(60);
        assert_eq!(recovery(book(&[]).windows(), patient), Some(0));
        assert_eq!(recovery(book(&[0, 2]).windows(), patient), Some(3));
        assert_eq!(recovery(book(&[3]).windows(), patient), None);
        assert_eq!(recovery(book(&[]).windows(), Duration::from_secs(1)), None);
    }
}
