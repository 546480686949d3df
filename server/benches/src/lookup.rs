//! Looking a person up by number, with their cases.

use anyhow::Result;

use crate::drive::each;
use crate::portal::Portal;
use crate::rows::{Row, ms};
use crate::sample::Applications;
use wire::Call;

/// People of our own, with three cases each.
const PEOPLE: u16 = 40;
const CASES: usize = 3;
/// Look-ups of each.
const TURNS: usize = 15;

/// The 99th percentile over many look-ups, one after the other.
pub async fn measure(portal: &Portal, applications: &Applications, on: &str) -> Result<Vec<Row>> {
    eprintln!("  look-up of a person on {on}");
    let people = 600..600 + PEOPLE;
    let mut intakes = Vec::new();
    for who in people.clone() {
        for n in 0..CASES {
            intakes.push(applications.by(n, who)?);
        }
    }
    each(&portal.address, &intakes, 201).await?;
    let calls: Vec<Call> = people.map(|who| applications.lookup(who)).collect::<Result<_>>()?;
    let calls: Vec<Call> = std::iter::repeat_n(calls, TURNS).flatten().collect();
    let load = each(&portal.address, &calls, 200).await?;
    let [half, most] = [50, 99].map(|percent| load.percentile(percent));
    let ours = format!("p50 {}, p99 {} ({} look-ups)", ms(half), ms(most), load.count());
    Ok(vec![Row::time(
        &format!("look-up by ID number, {on}, size of the demonstration city"),
        ours,
        most,
        50,
    )])
}
