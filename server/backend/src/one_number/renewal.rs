//! Which item renews a type of certificate.

use domain::item::Subject;

use crate::catalogue::{Handbook, IntakeItem, ItemState};
use crate::{Result, Services};

/// Names of the situations that give a certificate again, best first.
const AGAIN: [&str; 4] = ["延续", "办理", "补证", "变更"];

/// An item, in the situation that renews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renewal {
    /// The item.
    pub item_id: String,
    /// 情形, by its two digits.
    pub situation: Option<String>,
}

/// The item that gives a certificate of this type again to this kind of holder; none where the
/// portal offers none. One that names the case of renewal goes before one that does not.
///
/// # Errors
/// When the catalogue cannot be read.
pub async fn renewal(services: &Services, code: &str, subject: Subject) -> Result<Option<Renewal>> {
    services.catalogue.look_up(|book| Some(best(services, book, code, subject))).await
}

fn best(services: &Services, book: &Handbook, code: &str, subject: Subject) -> Option<Renewal> {
    let fits = |item: &&IntakeItem| {
        let card = services.catalogue.card(&item.id);
        item.result_certificate.as_deref() == Some(code)
            && item.state == ItemState::Active
            && card.is_some_and(|card| card.subjects.contains(&subject))
    };
    let item = book.items().filter(fits).min_by_key(|item| (rank(item), item.id.clone()))?;
    Some(Renewal { item_id: item.id.clone(), situation: situation(item).map(|(_, code)| code) })
}

/// The best situation of an item with its place; none where it has only a first issue.
fn situation(item: &IntakeItem) -> Option<(usize, String)> {
    let again = |(place, name): (usize, &&str)| {
        let found = item.situations.iter().find(|one| one.name == **name)?;
        Some((place, found.code.clone()))
    };
    AGAIN.iter().enumerate().find_map(again)
}

fn rank(item: &IntakeItem) -> usize {
    situation(item).map_or(AGAIN.len(), |(place, _)| place)
}
