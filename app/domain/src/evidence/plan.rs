//! What satisfies a material: the best of what there is, else why nothing does.

use super::Grade;
use super::name::{once_only, same_material};
use crate::certificate::{Standing, Unfit};
use chrono::NaiveDate;
use uuid::Uuid;

/// What an item asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need<'a> {
    /// Name of the material.
    pub name: &'a str,
    /// The type of certificate that satisfies it.
    pub certificate: Option<&'a str>,
    /// The registry whose data replace it.
    pub share: Option<&'a str>,
}

/// Something that there is of an applicant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// A certificate of the library.
    Certificate {
        /// Key.
        id: Uuid,
        /// Its type.
        code: String,
        /// Whether the applicant holds it, or whoever the application is for.
        own: bool,
        /// What decides whether it may be relied on.
        standing: Standing,
    },
    /// A material kept from an earlier application.
    Holding {
        /// Key.
        id: Uuid,
        /// Name of the material.
        name: String,
        /// The type of certificate it is a copy of.
        certificate: Option<String>,
        /// How far it may be trusted.
        grade: Grade,
        /// Last day on which it may be used.
        valid_until: Option<NaiveDate>,
    },
    /// What a registry says.
    Share {
        /// The registry.
        source: String,
        /// The day on which it said so; none before it is asked.
        as_of: Option<NaiveDate>,
    },
}

/// What is meant by an offer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Means {
    /// A certificate of the library.
    Certificate(Uuid),
    /// What a registry says.
    Share(String),
    /// A material kept.
    Holding(Uuid),
}

/// A material satisfied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    /// By what.
    pub by: Means,
    /// How far it may be trusted.
    pub grade: Grade,
    /// The last day of a certificate or of a material kept; none where it does not lapse.
    pub until: Option<NaiveDate>,
    /// The day on which a registry said so.
    pub as_of: Option<NaiveDate>,
}

/// Something near that does not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// What it is.
    pub what: Means,
    /// Why it does not do.
    pub why: Unfit,
}

/// What was found for a material.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nobody is asked for it.
    Met(Met),
    /// The applicant is asked for it; this is what was near.
    Ask(Vec<Near>),
}

impl Found {
    /// What satisfies it.
    pub fn met(&self) -> Option<&Met> {
        match self {
            Self::Met(met) => Some(met),
            Self::Ask(_) => None,
        }
    }
}

/// The best offer for a need on a day: what its issuer or a registry answers for, before what was
/// kept; among equals what lasts longest. No certificate counts that is revoked, expired,
/// superseded or somebody else's.
pub fn find(need: Need<'_>, offers: &[Offer], today: NaiveDate) -> Found {
    let mut met: Vec<Met> = Vec::new();
    let mut near: Vec<Near> = Vec::new();
    for offer in offers.iter().filter(|offer| concerns(need, offer)) {
        match judge(offer, today) {
            Ok(one) => met.push(one),
            Err(one) => near.push(one),
        }
    }
    met.into_iter().min_by(best).map_or(Found::Ask(near), Found::Met)
}

fn best(one: &Met, other: &Met) -> std::cmp::Ordering {
    let kind = |met: &Met| match met.by {
        Means::Certificate(_) => 0,
        Means::Share(_) => 1,
        Means::Holding(_) => 2,
    };
    let last = |met: &Met| std::cmp::Reverse(met.until.unwrap_or(NaiveDate::MAX));
    let rank = |met: &Met| (met.grade, kind(met), last(met));
    rank(one).cmp(&rank(other)).then_with(|| one.by.cmp(&other.by))
}

/// Whether an offer is of the kind that is asked for.
fn concerns(need: Need<'_>, offer: &Offer) -> bool {
    match offer {
        Offer::Certificate { code, .. } => need.certificate == Some(code.as_str()),
        Offer::Share { source, .. } => need.share == Some(source.as_str()),
        Offer::Holding { name, certificate, .. } => {
            let copy = certificate.is_some() && certificate.as_deref() == need.certificate;
            !once_only(need.name) && (copy || same_material(need.name, name))
        }
    }
}

fn judge(offer: &Offer, today: NaiveDate) -> Result<Met, Near> {
    match offer {
        Offer::Certificate { id, own, standing, .. } => {
            let by = Means::Certificate(*id);
            let fit = if *own { standing.fit(today) } else { Err(Unfit::OtherHolder) };
            met(by, Grade::A, standing.valid_until, fit)
        }
        Offer::Holding { id, grade, valid_until, .. } => {
            let over = valid_until.is_some_and(|last| last < today);
            met(Means::Holding(*id), *grade, *valid_until, if over { Err(Unfit::Expired) } else { Ok(()) })
        }
        Offer::Share { source, as_of } => {
            Ok(Met { by: Means::Share(source.clone()), grade: Grade::A, until: None, as_of: *as_of })
        }
    }
}

fn met(by: Means, grade: Grade, until: Option<NaiveDate>, fit: Result<(), Unfit>) -> Result<Met, Near> {
    match fit {
        Ok(()) => Ok(Met { by, grade, until, as_of: None }),
        Err(why) => Err(Near { what: by, why }),
    }
}
