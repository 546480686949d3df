//! What the portal does by itself with a case that has just come in: 秒批 where every rule is met by data,
//! and 分派 to who has least where the process says so.

use super::matter::Matter;
use super::opening::Opened;
use crate::access::{self, Access, Act};
use crate::cases::record::{self, Beside, Head, Moment};
use crate::cases::{barred, deferrable, least_loaded};
use crate::catalogue::Handbook;
use crate::certificates::granted::{Form, Grant};
use crate::drafts::Manner;
use crate::known::{self, Known, Source};
use crate::{Result, Services};
use chrono::NaiveDate;
use domain::case::{Action, Case, Context, Filed, RuleResult, Status, decide};
use domain::intake::Answers;
use domain::permission::Actor;
use domain::process::Assignment;
use domain::rule::{Facts, Rule, Truth, words};
use sea_orm::ConnectionTrait;
use std::collections::BTreeSet;
use uuid::Uuid;

/// The form's question that says for whom it is.
const FOR_WHOM: &str = "for_whom";

/// What is known of an application that is coming in.
pub(super) async fn filed<C: ConnectionTrait>(tx: &C, matter: &Matter<'_>) -> Result<Filed> {
    let Matter { item, person, .. } = matter;
    Ok(Filed {
        missing: matter.missing().map(|one| one.id).collect(),
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
    let Some(action) = next(tx, services, matter, answers, (opened.id, &case), moment).await? else {
        return Ok(case);
    };
    let (actor, today, calendar) = (moment.actor, moment.today, moment.calendar);
    let context = Context { actor, today, receipt_day: today, calendar, file };
    let events = decide(&case, action, &context)?;
    let dimensions = opened.dimensions.clone();
    let grant = Some(grant(services, matter, answers));
    let head = Head { case_id: opened.id, case_no: opened.case_no.as_str(), dimensions, grant };
    record::append(tx, &head, &case, &events, Beside::default(), &moment).await
}

/// What granting it at once issues.
fn grant<'a>(services: &'a Services, matter: &'a Matter<'_>, answers: &'a Answers) -> Grant<'a> {
    let Matter { application, item, .. } = matter;
    let first = item.situations.first().map(|first| first.code.as_str());
    Grant {
        keys: &services.keys,
        code: item.result_certificate.as_deref(),
        situation: application.situation.as_deref().or(first),
        entity: application.entity_id,
        form: Form::Open(answers),
    }
}

async fn next<C: ConnectionTrait>(
    tx: &C,
    services: &Services,
    matter: &Matter<'_>,
    answers: &Answers,
    (id, case): (Uuid, &Case),
    moment: Moment<'_>,
) -> Result<Option<Action>> {
    let by_rule = case.process.automatic.as_ref().filter(|_| !case.work.person_wanted);
    if let Some(rule) = by_rule {
        let known = known(tx, services, matter, answers, moment.today).await?;
        note(tx, matter, rule, &known, &moment, id).await?;
        return Ok(Some(Action::DecideByRule { rules: results(services, rule, &known.facts()).await? }));
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

/// What the portal knows of who applies, and what they said: of all else it says so, and a person
/// decides.
async fn known<C: ConnectionTrait>(
    tx: &C,
    services: &Services,
    matter: &Matter<'_>,
    answers: &Answers,
    today: NaiveDate,
) -> Result<Known> {
    let application = matter.application;
    // What is known is known of the applicant: for somebody else a person has to look.
    let for_self =
        application.agent_person_id.is_none() && answers.get(FOR_WHOM).is_none_or(|whom| whom == "self");
    let mut known = if for_self {
        known::of(tx, services, matter.holder(), today).await?
    } else {
        known::of_city(tx, services, today).await?
    };
    for (key, value) in answers {
        known.say(format!("form.{key}"), value.as_str(), today);
    }
    Ok(known)
}

/// The owner reads what was looked at: each registry and each certificate that the rule rests on.
async fn note<C: ConnectionTrait>(
    tx: &C,
    matter: &Matter<'_>,
    rule: &Rule,
    known: &Known,
    moment: &Moment<'_>,
    case: Uuid,
) -> Result<()> {
    let sources: BTreeSet<(&str, bool)> = rule
        .fields()
        .into_iter()
        .filter_map(|field| match &known.get(field)?.source {
            Source::Registry(name) => Some((name.as_str(), true)),
            Source::Certificate(code) => Some((code.as_str(), false)),
            Source::Identity | Source::Case(_) | Source::Said | Source::Parameter => None,
        })
        .collect();
    let line = |(what, shared): (&str, bool)| Access {
        case: Some(case),
        item: Some(matter.item.id.clone()),
        ..Access::new(
            matter.holder(),
            if shared { Act::DataUsed } else { Act::CertificateUsed },
            what,
            "自动审批核对条件",
        )
    };
    access::record(tx, moment.at, moment.actor, sources.into_iter().map(line).collect()).await
}
