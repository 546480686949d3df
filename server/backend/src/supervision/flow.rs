//! From the way a case came to what came of it.

use super::completion::{CompletionQuery, allow};
use super::counted::{Asked, Cut, Key, among, days};
use crate::{Result, Services};
use domain::indicator::{Fate, Metric};
use domain::item::Channel;
use domain::permission::Actor;
use std::collections::BTreeMap;

/// Cases that came one way and came to one end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flow {
    /// The way they came.
    pub channel: Channel,
    /// What has come of them by now.
    pub fate: Fate,
    /// How many.
    pub cases: i64,
}

/// The cases received from the first to the last day of a query, by channel and by what has come of them
/// until now. Together they are the cases received.
///
/// # Errors
/// [`crate::Kind::Denied`] to everybody but supervisors; storage errors.
pub async fn flow(services: &Services, actor: &Actor, query: &CompletionQuery) -> Result<Vec<Flow>> {
    allow(actor)?;
    let asked = Asked::new(services, &query.heads).await?;
    let cut = Cut { key: Some(Key::Channel), metric: true, part: true, ..Cut::default() };
    let cohort = among(&[Metric::Received, Metric::Resulted]);
    let filter = days(Some(query.from), Some(query.to)).add(cohort);
    let mut found: BTreeMap<(Channel, Fate), i64> = BTreeMap::new();
    for row in asked.rows(&services.db.read, cut, filter).await? {
        let Some(channel) = Channel::parse(&row.key) else { continue };
        // What has come to nothing yet is what came, less what came to something.
        *found.entry((channel, Fate::Open)).or_default() += match Fate::parse(&row.part) {
            Some(fate) => {
                *found.entry((channel, fate)).or_default() += row.n;
                -row.n
            }
            None => row.n,
        };
    }
    let flows = found.into_iter().filter(|(_, cases)| *cases != 0);
    Ok(flows.map(|((channel, fate), cases)| Flow { channel, fate, cases }).collect())
}
