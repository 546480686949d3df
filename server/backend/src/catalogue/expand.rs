//! One item, many bodies: the implementations of an item over the city that is served.
//!
//! An item of the city is carried out by its department, one of the county by a bureau in each
//! county, one of the town by the service centre of each town. Each body has a credit code of its
//! own; each situation of an item has its own handling code (ZWFW C0109: 31 and 33 digits).

use domain::credit_code::CreditCode;
use domain::division::{Division, DivisionCode, DivisionLevel, DivisionTree};
use domain::item::Level;
use domain::item_code::{BaseCode, HandlingCode, ImplementationCode};

use super::file::Situation;

/// The department in charge, as far as its bodies need it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Charge<'a> {
    /// Its credit code.
    pub uscc: CreditCode,
    /// Its name.
    pub name: &'a str,
}

/// A body that carries out items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ImplementingBody {
    pub name: String,
    pub uscc: CreditCode,
    pub division: DivisionCode,
    pub level: Level,
}

/// One implementation to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Expansion {
    pub code: String,
    pub body: ImplementingBody,
    pub situation: Option<Situation>,
}

/// The bodies that carry out items of a department at a level.
pub(super) fn bodies(
    tree: &DivisionTree,
    city: DivisionCode,
    charge: Charge<'_>,
    level: Level,
) -> Vec<ImplementingBody> {
    let below = |code: DivisionCode, level: DivisionLevel| {
        tree.children(code).filter(move |division| division.level == level && division.to_year.is_none())
    };
    let counties = || below(city, DivisionLevel::County);
    let towns = || counties().flat_map(|county| below(county.code, DivisionLevel::Street));
    match level {
        Level::National | Level::Province | Level::City | Level::Graded => {
            vec![ImplementingBody {
                name: charge.name.to_owned(),
                uscc: charge.uscc,
                division: city,
                level: Level::City,
            }]
        }
        Level::County => counties().filter_map(|county| bureau(tree, city, charge, county)).collect(),
        Level::Town | Level::Community => towns().filter_map(service_centre).collect(),
    }
}

/// 城关区民政局: the county's name before the department's own.
fn bureau(
    tree: &DivisionTree,
    city: DivisionCode,
    charge: Charge<'_>,
    county: &Division,
) -> Option<ImplementingBody> {
    let city_name = tree.name(city).unwrap_or_default();
    let own = charge.name.strip_prefix(city_name).unwrap_or(charge.name);
    let registry = charge.uscc.as_str().get(..2)?;
    let number = charge.uscc.organisation().get(4..8)?;
    let digits = county.code.to_string();
    let organisation = format!("MB{}{number}", digits.get(4..6)?);
    Some(ImplementingBody {
        name: format!("{}{own}", county.name),
        uscc: CreditCode::compose(registry, &digits, &organisation)?,
        division: county.code,
        level: Level::County,
    })
}

/// 钟楼街道办事处便民服务中心: a public institution (12) of the town.
fn service_centre(town: &Division) -> Option<ImplementingBody> {
    let digits = town.code.to_string();
    let organisation = format!("MB5{}00", digits.get(6..9)?);
    let office = if town.name.ends_with("街道") { "办事处" } else { "" };
    Some(ImplementingBody {
        name: format!("{}{office}便民服务中心", town.name),
        uscc: CreditCode::compose("12", digits.get(..6)?, &organisation)?,
        division: town.code,
        level: Level::Town,
    })
}

/// Every implementation of an item: its bodies by its situations. One situation needs no code.
pub(super) fn expand(
    base: BaseCode,
    bodies: &[ImplementingBody],
    situations: &[Situation],
) -> Vec<Expansion> {
    let mut all = Vec::new();
    for body in bodies {
        let Some(level) = body.level.code().to_digit(10).and_then(|level| u8::try_from(level).ok()) else {
            continue;
        };
        let Some(code) = ImplementationCode::compose(body.uscc, level, base) else { continue };
        if situations.len() < 2 {
            let situation = situations.first().cloned();
            all.push(Expansion { code: code.to_string(), body: body.clone(), situation });
            continue;
        }
        all.extend(situations.iter().filter_map(|situation| {
            let handling = HandlingCode::compose(code, situation.code.parse().ok()?)?;
            Some(Expansion {
                code: handling.to_string(),
                body: body.clone(),
                situation: Some(situation.clone()),
            })
        }));
    }
    all
}
