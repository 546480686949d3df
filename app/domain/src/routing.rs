//! 办理机关: which body decides an application, and why. The rules are data.
//!
//! The order of bases is the item's rule; the bodies are the item's implementations. The answer
//! names its basis and its place, so that a page can say the reason in words.

use crate::division::DivisionCode;
use serde::{Deserialize, Serialize};

/// On what a route rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// 居住地: where the person lives.
    Residence,
    /// 户籍地: the registered household, or else the division of the ID number.
    Household,
    /// 收件地: where the application is handed in.
    HandlingPlace,
    /// 全市统办: one body for the whole city.
    City,
}

impl Basis {
    /// Every basis.
    pub const ALL: [Self; 4] = [Self::Residence, Self::Household, Self::HandlingPlace, Self::City];

    /// The name in storage.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Residence => "residence",
            Self::Household => "household",
            Self::HandlingPlace => "handling_place",
            Self::City => "city",
        }
    }

    /// Reads a stored name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.as_str() == text)
    }
}

/// One rule: for an item, or for every item without its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RouteRule {
    /// The item, or all of them.
    pub item: Option<String>,
    /// The bases to try, first that leads to a body wins.
    pub bases: Vec<Basis>,
}

/// What is known of the applicant and the place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Where the person lives.
    pub residence: Option<DivisionCode>,
    /// The registered household.
    pub household: Option<DivisionCode>,
    /// The division in the ID number, when the household is not known.
    pub number_division: Option<DivisionCode>,
    /// Where the application is handed in: the hall's division.
    pub handling_place: Option<DivisionCode>,
}

impl Facts {
    fn place(&self, basis: Basis) -> Option<DivisionCode> {
        match basis {
            Basis::Residence => self.residence,
            Basis::Household => self.household.or(self.number_division),
            Basis::HandlingPlace => self.handling_place,
            Basis::City => None,
        }
    }
}

/// A body that could decide: an implementation of the item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// The 31- or 33-digit code of the implementation.
    pub code: String,
    /// The area it is competent for.
    pub division: DivisionCode,
}

/// Where an application goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route<'a> {
    /// The body.
    pub body: &'a Body,
    /// On what it rests.
    pub basis: Basis,
    /// The place that led there; the body's own area where one body serves the whole city.
    pub place: DivisionCode,
}

/// The rule of an item: its own, or the general one.
pub fn rule_for<'a>(rules: &'a [RouteRule], item: &str) -> Option<&'a RouteRule> {
    rules
        .iter()
        .find(|rule| rule.item.as_deref() == Some(item))
        .or_else(|| rules.iter().find(|rule| rule.item.is_none()))
}

/// The body that decides, with its reason; nothing where no basis leads to exactly one body.
pub fn route<'a>(bases: &[Basis], facts: &Facts, bodies: &'a [Body]) -> Option<Route<'a>> {
    if let [only] = bodies {
        return Some(Route { body: only, basis: Basis::City, place: only.division });
    }
    bases.iter().find_map(|&basis| {
        let place = facts.place(basis)?;
        let body = nearest(bodies, place)?;
        Some(Route { body, basis, place })
    })
}

/// The body with the smallest area that holds `place`; or, for a place named only roughly, the
/// single body inside it.
fn nearest(bodies: &[Body], place: DivisionCode) -> Option<&Body> {
    let holds = bodies.iter().filter(|body| place.within(&body.division));
    holds.max_by_key(|body| body.division.level()).or_else(|| {
        let mut inside = bodies.iter().filter(|body| body.division.within(&place));
        inside.next().filter(|_| inside.next().is_none())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> DivisionCode {
        DivisionCode::parse(text).unwrap()
    }

    fn bodies(divisions: &[&str]) -> Vec<Body> {
        divisions.iter().map(|d| Body { code: format!("body-{d}"), division: code(d) }).collect()
    }

    const ALL: [Basis; 3] = [Basis::Residence, Basis::Household, Basis::HandlingPlace];

    #[test]
    fn one_body_for_the_city_needs_no_place() {
        let bodies = bodies(&["229900"]);
        let route = route(&ALL, &Facts::default(), &bodies).unwrap();
        assert_eq!((route.basis, route.place), (Basis::City, code("229900")));
    }

    #[test]
    fn residence_goes_before_household_and_the_smallest_area_wins() {
        let bodies = bodies(&["229902", "229902001", "229903"]);
        let facts = Facts {
            residence: Some(code("229902001003")),
            household: Some(code("229903")),
            ..Facts::default()
        };
        let route = route(&ALL, &facts, &bodies).unwrap();
        assert_eq!((route.body.code.as_str(), route.basis), ("body-229902001", Basis::Residence));
    }

    #[test]
    fn a_residence_outside_the_city_leaves_it_to_the_household() {
        let bodies = bodies(&["229902", "229903"]);
        let facts = Facts {
            residence: Some(code("110105")),
            number_division: Some(code("229903")),
            ..Facts::default()
        };
        assert_eq!(route(&ALL, &facts, &bodies).unwrap().basis, Basis::Household);
    }

    #[test]
    fn a_place_named_too_roughly_leads_nowhere_rather_than_anywhere() {
        let bodies = bodies(&["229902001", "229902002"]);
        let facts = Facts { residence: Some(code("229902")), ..Facts::default() };
        assert_eq!(route(&ALL, &facts, &bodies), None);
    }
}
