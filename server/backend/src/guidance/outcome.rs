//! What all answers lead to.

use crate::catalogue::{FeeItem, Guide, IntakeItem, Material, Office, Situation, Step};
use crate::{Holder, Result, Services, certificates};
use domain::case::Limits;
use domain::guidance::{BY_AGENT, FOR_WHOM, SITUATION, needed};
use domain::intake::Answers;
use domain::item::{CaseKind, Channel};
use std::collections::HashSet;

/// Exactly what somebody with these answers needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// 情形.
    pub situation: Option<Situation>,
    /// The materials needed, in order; no other.
    pub materials: Vec<Needed>,
    /// Somebody else applies: their own identity card and a written authorisation come along
    /// (民法典 art. 165).
    pub by_agent: bool,
    /// What happens, with who does it.
    pub steps: Vec<Step>,
    /// The body that decides, and where to go.
    pub office: Option<Office>,
    /// 即办件 or 承诺件.
    pub kind: CaseKind,
    /// Statutory and promised limit.
    pub limits: Limits,
    /// What is charged; nothing where it is free.
    pub fees: Vec<FeeItem>,
    /// The fee in words, where it has no items of its own; empty where it is free.
    pub fee_text: String,
    /// The ways to hand it in.
    pub channels: Vec<Channel>,
    /// Visits at most.
    pub visits: u16,
}

/// A material that is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needed {
    /// The material.
    pub material: Material,
    /// How it gets here.
    pub come: Come,
}

/// How a material gets here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Come {
    /// 不用带: the portal has a valid certificate of who asks.
    Held,
    /// 不用带: the department fetches it.
    Fetched,
    /// A certificate satisfies it, but the library has no valid one of who asks: to bring.
    NotHeld,
    /// To bring.
    Bring,
}

impl Come {
    /// Nothing to bring.
    pub fn is_free(self) -> bool {
        match self {
            Self::Held | Self::Fetched => true,
            Self::NotHeld | Self::Bring => false,
        }
    }

    /// The name in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Fetched => "fetched",
            Self::NotHeld => "not_held",
            Self::Bring => "bring",
        }
    }
}

pub(super) async fn outcome(
    services: &Services,
    guide: &Guide,
    item: &IntakeItem,
    answers: &Answers,
    known: Option<Holder>,
) -> Result<Outcome> {
    let held = match known.filter(|_| for_oneself(answers)) {
        Some(holder) => Some(valid(services, holder).await?),
        None => None,
    };
    let situation = answers.get(SITUATION).map(|said| said.trim()).filter(|said| !said.is_empty());
    let materials = item
        .needed(situation, answers)
        .map(|material| Needed { material: material.clone(), come: come(material, held.as_ref()) });
    let fees =
        guide.fee.items.iter().filter(|one| needed(one.applies_if.as_ref(), &item.form, situation, answers));
    Ok(Outcome {
        situation: guide.situation.clone(),
        materials: materials.collect(),
        by_agent: by_agent(answers),
        steps: guide.steps.clone(),
        office: guide.office.clone().or_else(|| guide.offices.first().cloned()),
        kind: item.kind,
        limits: item.limits,
        fees: if guide.fee.charged { fees.cloned().collect() } else { Vec::new() },
        fee_text: if guide.fee.charged && guide.fee.items.is_empty() {
            guide.fee.text.clone()
        } else {
            String::new()
        },
        channels: channels(guide),
        visits: guide.card.visits,
    })
}

/// The types of which somebody has a valid certificate.
async fn valid(services: &Services, holder: Holder) -> Result<HashSet<String>> {
    let today = services.clock.today();
    let held = certificates::held(&services.db.read, &services.keys, holder).await?;
    Ok(held.into_iter().filter(|one| one.standing.fit(today).is_ok()).map(|one| one.code).collect())
}

fn come(material: &Material, held: Option<&HashSet<String>>) -> Come {
    match (&material.certificate_code, &material.data_share, held) {
        (Some(code), _, Some(held)) if held.contains(code) => Come::Held,
        (_, Some(_), _) | (Some(_), None, None) => Come::Fetched,
        (Some(_), None, Some(_)) => Come::NotHeld,
        (None, None, _) => Come::Bring,
    }
}

/// The certificates wanted are those of who asks.
fn for_oneself(answers: &Answers) -> bool {
    answers.get(FOR_WHOM).is_none_or(|whom| whom == "self") && !by_agent(answers)
}

/// 其他人（需授权), or somebody else is sent.
fn by_agent(answers: &Answers) -> bool {
    answers.get(BY_AGENT).is_some_and(|said| said == "yes")
        || answers.get(FOR_WHOM).is_some_and(|whom| whom == "other")
}

fn channels(guide: &Guide) -> Vec<Channel> {
    let flags = &guide.card.flags;
    let open = [
        (Channel::Window, true),
        (Channel::Online, flags.online),
        (Channel::Mobile, flags.mobile),
        (Channel::Kiosk, flags.kiosk),
    ];
    open.into_iter().filter(|(_, open)| *open).map(|(channel, _)| channel).collect()
}
