//! 快到期: what lapses soon or has lapsed, with the item that renews it.

use chrono::NaiveDate;
use domain::certificate::Status;
use domain::item::Subject;

use super::{Renewal, renewal};
use crate::certificates::Summary;
use crate::{Result, Services};

/// Days before the last day from which on it is told.
pub const SOON: i64 = 60;
/// Days after which nobody asks any more.
const LONG_PAST: i64 = 365;
/// Proofs of a shorter term are asked for when they are needed: nobody misses one that is past.
const PROOF: i64 = 200;

/// A certificate that lapses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expiring {
    /// Its type.
    pub code: String,
    /// The name of its type.
    pub name: String,
    /// The same in English.
    pub name_en: Option<String>,
    /// Its last day.
    pub valid_until: NaiveDate,
    /// Days left after today; below nought once past.
    pub days: i64,
    /// What gives it again.
    pub renewal: Option<Renewal>,
}

/// What of the certificates lapses soon or has lapsed within the year, the first to lapse first. One
/// that has another valid one of its type beside it is not missed.
pub(super) async fn expiring(
    services: &Services,
    held: &[Summary],
    subject: Subject,
) -> Result<Vec<Expiring>> {
    let today = services.clock.today();
    let mut found = Vec::new();
    for one in held {
        let standing = one.standing;
        let ended = !matches!(standing.status, Status::Valid | Status::Lapsed);
        let (Some(days), Some(valid_until), false) = (standing.days_left(today), standing.valid_until, ended)
        else {
            continue;
        };
        let proof = (valid_until - standing.valid_from).num_days() < PROOF;
        if proof || !(-LONG_PAST..=SOON).contains(&days) || replaced(held, one, today) {
            continue;
        }
        found.push(Expiring {
            renewal: renewal(services, &one.code, subject).await?,
            code: one.code.clone(),
            name: one.name.clone(),
            name_en: one.name_en.clone(),
            valid_until,
            days,
        });
    }
    found.sort_by_key(|one| one.valid_until);
    Ok(found)
}

fn replaced(held: &[Summary], one: &Summary, today: NaiveDate) -> bool {
    held.iter().any(|other| {
        let (mine, standing) = (one, other.standing);
        let lasts = standing.days_left(today).is_none_or(|days| days > SOON);
        other.code == mine.code && other.id != mine.id && lasts && standing.fit(today).is_ok()
    })
}
