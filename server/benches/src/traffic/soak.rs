//! Half an hour at twice the peak: what a portal takes of the machine is to stay as it is.

use std::fmt::Write as _;
use std::fs;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use anyhow::Result;
use tokio::time::{MissedTickBehavior, interval};

use super::arrivals::Phase;
use super::book::Book;
use super::city::others;
use super::drive::{Drive, Shared, with};
use super::scene::{CASES, PAGES, Stage, Staged, verified};
use super::tally::Tally;
use crate::process::{Look, slope};
use crate::rows::{Row, number};

/// Between two looks.
const WINDOW: Duration = Duration::from_secs(10);
/// Twice the peak.
const TWICE: f64 = 2.0;
/// Megabytes of memory at most.
const MOST: f64 = 150.0;

/// A look, so many seconds after the start.
type Looks = Vec<(f64, Look)>;

/// Runs it, writes the table of all looks, and judges.
pub async fn run(stage: &Stage) -> Result<Vec<Row>> {
    let staged = stage.open(false).await?;
    let scale = stage.city(staged.most);
    let time = Duration::from_secs(u64::from(stage.minutes).saturating_mul(60).max(30));
    let phase = Phase { rate: TWICE * (CASES + PAGES) * scale, time };
    let drive = Drive { what: stage.what.clone(), phases: vec![phase], window: WINDOW };
    let start = Instant::now() + Duration::from_millis(50);
    let book: Shared = Arc::new(Mutex::new(Book::new(start, WINDOW)?));
    let looks = watched(&drive, &staged, start, &book).await?;
    let good = staged.close().await?;
    with(&book, |book| {
        fs::write(&stage.table, table(&looks, book.windows()))?;
        eprintln!("  every look is in {}", stage.table.display());
        Ok(lines(stage, book, scale, &looks, good))
    })
}

async fn watched(drive: &Drive, staged: &Staged, start: Instant, book: &Shared) -> Result<Looks> {
    let mut looks = vec![(0.0, staged.look())];
    let mut ticks = interval(WINDOW);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ticks.tick().await;
    let look = async {
        loop {
            ticks.tick().await;
            looks.push((start.elapsed().as_secs_f64(), staged.look()));
        }
    };
    tokio::select! {
        ended = drive.note_in(&staged.portal.address, staged.asks.clone(), start, book) => ended?,
        () = look => {}
    }
    Ok(looks)
}

/// One line a look, with what was answered in the ten seconds before it.
fn table(looks: &Looks, windows: &[Tally]) -> String {
    let mut text =
        "seconds,memory_mb,own_mb,descriptors,threads,wal_mb,answered,refused,failed,p50_ms,p99_ms\n"
            .to_owned();
    for (at, (seconds, look)) in looks.iter().enumerate() {
        let Look { memory, own, descriptors, threads, wal } = look;
        let _ = write!(text, "{seconds:.0},{memory:.1},{own:.1},{descriptors},{threads},{wal:.1}");
        match at.checked_sub(1).and_then(|at| windows.get(at)) {
            Some(window) => {
                let times = [0.5, 0.99].map(|share| window.within(share).as_secs_f64() * 1000.0);
                let [half, most] = times;
                let Tally { answered, refused, .. } = window;
                let _ = writeln!(text, ",{answered},{refused},{},{half:.2},{most:.2}", window.failed());
            }
            None => text.push_str(",,,,,\n"),
        }
    }
    text
}

fn lines(stage: &Stage, book: &Book, scale: f64, looks: &Looks, good: bool) -> Vec<Row> {
    let all = book.all();
    let minutes = looks.last().map_or(0.0, |(seconds, _)| seconds / 60.0);
    let what = format!(
        "{minutes:.1} min at twice the peak of a city × {scale:.2} on {}: {} cases and {} pages a second",
        stage.on,
        number(TWICE * CASES * scale),
        number(TWICE * PAGES * scale)
    );
    let ours = format!("{}; {}; {}{}", all.counts(), all.times(), verified(good), others(&book.others()));
    let met = good && all.answered == all.came();
    let mut rows = vec![Row::judged(&what, &ours, "", "everybody answered", Some(met))];
    rows.extend(MEASURES.iter().map(|measure| measure.row(stage, looks)));
    rows
}

/// Something that is to stay as it is.
struct Measure {
    what: &'static str,
    unit: &'static str,
    of: fn(&Look) -> f64,
    /// Growth over the time judged that counts as none.
    slack: f64,
    most: Option<f64>,
}

const MEASURES: &[Measure] = &[
    Measure { what: "memory", unit: " MB", of: |look| look.memory, slack: 3.0, most: Some(MOST) },
    Measure { what: "memory without mapped files", unit: " MB", of: |look| look.own, slack: 3.0, most: None },
    Measure {
        what: "open descriptors besides visitors' connections",
        unit: "",
        of: |look| f64::from(look.descriptors),
        slack: 4.0,
        most: None,
    },
    Measure { what: "threads", unit: "", of: |look| f64::from(look.threads), slack: 2.0, most: None },
    Measure { what: "write-ahead log", unit: " MB", of: |look| look.wal, slack: 4.0, most: None },
];

impl Measure {
    /// Judged over the last two thirds: caches fill at first.
    fn row(&self, stage: &Stage, looks: &Looks) -> Row {
        let values = || looks.iter().map(|(_, look)| (self.of)(look));
        let points: Vec<_> = looks.iter().map(|(at, look)| (*at, (self.of)(look))).collect();
        let late = points.get(points.len() / 3..).unwrap_or_default();
        let span = late.last().zip(late.first()).map_or(0.0, |(last, first)| last.0 - first.0);
        let growth = slope(late) * span;
        let (first, last) = (values().next().unwrap_or_default(), values().next_back().unwrap_or_default());
        let highest = values().fold(0.0, f64::max);
        let unit = self.unit;
        let ours = format!(
            "at first {first:.1}{unit}, at the end {last:.1}{unit}, at most {highest:.1}{unit}; the straight line \
            through the last two thirds ({:.1} min) rises by {growth:.1}{unit}",
            span / 60.0
        );
        let flat = growth <= self.slack && self.most.is_none_or(|most| highest <= most);
        let bar = self.most.map_or_else(|| "flat".to_owned(), |most| format!("flat, ≤ {most:.0}{unit}"));
        let what = format!("{} during this, on {}", self.what, stage.on);
        Row::judged(&what, &ours, "", &bar, Some(flat))
    }
}
