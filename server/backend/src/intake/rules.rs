//! What the portal does by itself with a case that has just come in: 秒批 where every rule is met by data,
//! and 分派 to who has least where the process says so.

use super::matter::Matter;
use super::opening::Opened;
use super::preview::missing;
use crate::cases::record::{self, Beside, Head, Moment};
use crate::cases::{barred, deferrable, least_loaded};
use crate::catalogue::Handbook;
use crate::drafts::Manner;
use crate::{Result, Services};
use domain::case::{Action, Case, Context, Filed, RuleResult, Status, decide};
use domain::division::DivisionCode;
use domain::intake::Answers;
use domain::permission::Actor;
use domain::process::Assignment;
use domain::rule::{Facts, Rule, Truth, words};
use entity::person;
use sea_orm::ConnectionTrait;

/// The form's question that says for whom it is.
const FOR_WHOM: &str = "for_whom";

/// What is known of an application that is coming in.
pub(super) async fn filed<C: ConnectionTrait>(tx: &C, matter: &Matter<'_>) -> Result<Filed> {
    let Matter { application, item, person } = matter;
    Ok(Filed {
        missing: missing(item, application).map(|one| one.id).collect(),
        deferrable: deferrable(item),
        // Asked only where it matters: a promise stands in for a proof.
        barred: committed(matter) && barred(tx, person.id).await?,
    })
}

/// 告知承诺: whether the item takes a promise for a proof, and one was given.
pub(super) fn committed(matter: &Matter<'_>) -> bool {
    let promised = matter.application.materials.iter().any(|one| one.manner == Manner::Commitment);
    matter.item.process.commitment.is_some() && promised
}

/// Does what the portal does by itself; the case as it is then.
pub(super) async fn settle<C: ConnectionTrait>(
    tx: &C,
    services: &Services,
    matter: &Matter<'_>,
    answers: &Answers,
    file: &Filed,
    opened: &Opened,
    moment: Moment<'_>,
) -> Result<Case> {
    let portal = Actor::portal();
    let moment = Moment { actor: &portal, ..moment };
    let case = opened.case.clone();
    let Some(action) = next(tx, services, matter, answers, &case, moment).await? else { return Ok(case) };
    let (actor, today, calendar) = (moment.actor, moment.today, moment.calendar);
    let context = Context { actor, today, receipt_day: today, calendar, file };
    let events = decide(&case, action, &context)?;
    let dimensions = opened.dimensions.clone();
    let head = Head { case_id: opened.id, case_no: opened.case_no.as_str(), dimensions };
    record::append(tx, &head, &case, &events, Beside::default(), &moment).await
}

async fn next<C: ConnectionTrait>(
    tx: &C,
    services: &Services,
    matter: &Matter<'_>,
    answers: &Answers,
    case: &Case,
    moment: Moment<'_>,
) -> Result<Option<Action>> {
    let by_rule = case.process.automatic.as_ref().filter(|_| !case.work.person_wanted);
    if let Some(rule) = by_rule {
        let facts = facts(services, matter, answers, moment);
        return Ok(Some(Action::DecideByRule { rules: results(services, rule, &facts).await? }));
    }
    let waits = matches!(case.status, Status::Submitted | Status::Received);
    if case.process.assignment == Assignment::LeastLoad && waits {
        let to = least_loaded(tx, case.department, moment.today).await?;
        return Ok(to.map(|to| Action::Assign { to }));
    }
    Ok(None)
}

/// Each condition of a rule in words, and what came of it.
pub(crate) async fn results(services: &Services, rule: &Rule, facts: &Facts) -> Result<Vec<RuleResult>> {
    let named = |book: &Handbook, code: &str| book.certificate(code).cloned();
    let one = |book: &Handbook, part: &Rule| {
        let (zh, en) = words(part, &|code| named(book, code));
        let met = match part.truth(facts) {
            Truth::Met => Some(true),
            Truth::NotMet => Some(false),
            Truth::Unknown => None,
        };
        RuleResult { zh, en, met }
    };
    services
        .catalogue
        .look_up(|book| Some(rule.parts().into_iter().map(|part| one(book, part)).collect()))
        .await
}

/// What the portal knows of the applicant: of all else it says so, and a person decides.
fn facts(services: &Services, matter: &Matter<'_>, answers: &Answers, moment: Moment<'_>) -> Facts {
    let Matter { application, person, .. } = matter;
    // What is known is known of the applicant: for somebody else a person has to look.
    let for_self =
        application.agent_person_id.is_none() && answers.get(FOR_WHOM).is_none_or(|whom| whom == "self");
    let mut facts = if for_self { known_of(services, person, moment.today) } else { Facts::none() };
    // They are signed in themselves, or stand at the counter with their document.
    if for_self {
        facts = facts.with("applicant.is_self_or_authorised", true).with("person.real_name", true);
    }
    for (key, value) in answers {
        facts = facts.with(format!("form.{key}"), value.as_str());
    }
    facts
}

fn known_of(services: &Services, person: &person::Model, today: chrono::NaiveDate) -> Facts {
    let mut facts = Facts::none();
    if let Some(age) = person.birth_date.and_then(|birth| today.years_since(birth)) {
        facts = facts.with("person.age", i64::from(age));
    }
    if let Some(city) = services.reference.city() {
        facts = facts.with("LOCAL", city_of(city));
    }
    let household = person.hukou_division.as_deref().and_then(|code| DivisionCode::parse(code).ok());
    match household {
        Some(code) => facts.with("person.hukou_city", city_of(code)),
        None => facts,
    }
}

/// The city of a division: its first four digits.
fn city_of(code: DivisionCode) -> String {
    code.to_string().chars().take(4).collect()
}
