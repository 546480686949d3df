//! `yihao verify`: the audit trail is whole, and every counter equals a recount.

use super::failure::Failure;
use super::opening;
use super::progress::Progress;
use backend::Services;
use backend::supervision::{Difference, Verdict, verify};

pub(super) async fn run() -> Result<(), Failure> {
    // A demonstration may be verified too; its clock plays no part.
    let config = opening::config(true)?;
    prove(&opening::services(&config).await?).await
}

/// Proves it and tells the verdict.
pub(super) async fn prove(services: &Services) -> Result<(), Failure> {
    let mut progress = Progress::new();
    let verdict = verify(services, |done, total| progress.at("Recounting cases", done, total)).await?;
    progress.done();
    tell(&verdict);
    if verdict.is_good() { Ok(()) } else { Err(Failure::Verdict) }
}

fn tell(verdict: &Verdict) {
    let Verdict { audit, cases, counters, differences, wrong } = verdict;
    println!("audit trail: {} entries sealed, {} waiting, end {}", audit.sealed, audit.unsealed, audit.head);
    for found in &audit.faults {
        println!("audit trail: {:?} at entry {}", found.fault, found.seq);
    }
    println!("counters: {cases} cases recounted, {counters} counters compared, {wrong} differences");
    for difference in differences {
        match difference {
            Difference::Case(case_no) => println!("case {case_no}: its row is not what its events say"),
            Difference::Counter(head, counted, recounted) => {
                println!("counter {head}: counted {counted}, recounted {recounted}");
            }
        }
    }
    println!("{}", if verdict.is_good() { "good" } else { "BAD" });
}
