//! Looking a person up by number among a hundred thousand and among a million, each with three
//! certificates and a case.

mod load;

use std::time::Duration;

use anyhow::Result;
use domain::resident_id::ResidentId;

use crate::drive::{Load, each};
use crate::portal::{Place, Portal};
use crate::rows::{Bar, Row, ms};
use crate::sample::{Applications, look_up};
use load::{Crowd, number};
use wire::{Call, Client};

/// People at the first measurement and at the second; the second is told in `YIHAO_BENCH_PEOPLE`.
const FEWER: u32 = 10;
/// Different people looked up, each once: what is not in memory must be read.
const LOOKUPS: u32 = 3_000;
/// Spreads those looked up over all.
const STRIDE: u32 = 7_919;

/// The 99th percentile at a tenth of `people` and at all of them, and how it grew.
pub async fn measure(place: &Place, database: &str, on: &str, people: u32) -> Result<Vec<Row>> {
    let few = people / FEWER;
    let mut crowd = Crowd::open(place, database).await?;
    crowd.grow(few).await?;
    let small = look_ups(place, database, few).await?;
    crowd.grow(people).await?;
    crowd.close().await?;
    let large = look_ups(place, database, people).await?;
    Ok(vec![time(on, few, &small), time(on, people, &large), growth(on, &small, &large)])
}

async fn look_ups(place: &Place, database: &str, people: u32) -> Result<Load> {
    eprintln!("  {LOOKUPS} look-ups among {people} people");
    let portal = Portal::start(place, database).await?;
    let applications = Applications::prepare(&mut Client::connect(&portal.address).await?).await?;
    let numbers = (0..LOOKUPS).map(|n| number(n.wrapping_mul(STRIDE) % people));
    let calls: Vec<Call> = numbers
        .map(|number: Result<ResidentId>| Ok(look_up(applications.token(), &number?)))
        .collect::<Result<_>>()?;
    let load = each(&portal.address, &calls, 200).await?;
    portal.stop().await?;
    Ok(load)
}

fn time(on: &str, people: u32, load: &Load) -> Row {
    let [half, most] = [50, 99].map(|percent| load.percentile(percent));
    let ours = format!("p50 {}, p99 {} ({} people, each once)", ms(half), ms(most), load.count());
    let what = format!("look-up by ID number, {on}, {people} people with three certificates and a case each");
    Row::time(&what, ours, most, 50)
}

fn growth(on: &str, small: &Load, large: &Load) -> Row {
    let side = |load: &Load| {
        let most: Duration = load.percentile(99);
        (ms(most), most.as_secs_f64())
    };
    Row::ratio(
        &format!("the same, growth of p99 to ten times as many, {on}"),
        side(large),
        side(small),
        Bar::Most(1.5),
    )
}
