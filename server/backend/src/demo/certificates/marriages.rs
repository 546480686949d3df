//! Who is married to whom: each names the other.

use chrono::NaiveDate;
use domain::resident_id::Sex;

use super::super::staff::{Cast, Resident};
use super::Planned;
use super::people::one;

/// Every second couple that could be one is.
const EVERY: usize = 2;
/// Most years between the two.
const APART: i32 = 9;

pub(super) fn plan(cast: &Cast, today: NaiveDate) -> Vec<Planned> {
    let grown = |sex: Sex| {
        let fits = move |one: &&Resident| {
            one.person.number.sex() == sex
                && one.person.household.is_some()
                && (25..90).contains(&one.person.number.age_on(today))
        };
        let mut found: Vec<&Resident> = cast.residents.iter().filter(fits).collect();
        found.sort_by_key(|one| one.person.number.birth_date());
        found
    };
    let (women, men) = (grown(Sex::Female), grown(Sex::Male));
    let own = cast.residents.first().map(|one| one.id);
    let year = |one: &Resident| one.person.number.birth_year();
    let couples = women.iter().zip(&men).enumerate().filter(|(n, (one, other))| {
        let citizen = [one.id, other.id].iter().any(|id| Some(*id) == own);
        (year(one) - year(other)).abs() <= APART && (n % EVERY == 0 || citizen)
    });
    couples
        .flat_map(|(_, (one, other))| [certificate(one, other, today), certificate(other, one, today)])
        .collect()
}

fn certificate(of: &Resident, with: &Resident, today: NaiveDate) -> Planned {
    let younger = of.person.number.birth_date().max(with.person.number.birth_date());
    let years = today.years_since(younger).unwrap_or_default().saturating_sub(24);
    let ago = i64::from(years) * 365 + 50;
    let (name, number) = (with.person.name.clone(), with.person.number.reveal().to_owned());
    let data = vec![
        ("partner_name", name.clone()),
        ("partner_id", number.clone()),
        ("host_name", name),
        ("host_id", number),
        ("registered_on", (today - chrono::TimeDelta::days(ago)).to_string()),
    ];
    one(of, "EC_MARRIAGE", ago, data)
}
