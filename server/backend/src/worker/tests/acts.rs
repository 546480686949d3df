//! What people of some sense, and some haste, fill in.

use crate::cases::Deed;
use crate::demo::chance::Chance;
use chrono::{Days, NaiveDate};
use domain::case::{
    Action, ActionKind, Assignee, Case, Delivery, Enclosed, Filed, Mark, Outcome, Procedure, RuleResult,
    Submission, Target,
};
use domain::intake::Answers;
use domain::item::Channel;
use domain::permission::{Actor, Role};

/// What somebody sees who is about to do something.
pub(super) struct Ground<'a> {
    pub case: &'a Case,
    pub file: &'a Filed,
    pub actor: &'a Actor,
    pub today: NaiveDate,
    /// Reviewers of the department that decides.
    pub colleagues: &'a [Assignee],
}

/// What they do by this name; now and then the words are forgotten. None where nobody would.
pub(super) fn deed(kind: ActionKind, ground: &Ground<'_>, chance: &mut Chance) -> Option<Deed> {
    let reason = if chance.percent(4) { String::new() } else { "情况属实".to_owned() };
    let outcome = if chance.percent(20) { Outcome::Refused } else { Outcome::Granted };
    let action = match kind {
        ActionKind::Submit => submit(ground, chance),
        ActionKind::PreReview => Action::PreReview,
        ActionKind::Receive => Action::Receive,
        ActionKind::Take => Action::Take,
        ActionKind::Release => Action::Release,
        ActionKind::Assign => Action::Assign { to: chance.pick(ground.colleagues)?.clone() },
        ActionKind::HandOver => Action::HandOver { to: other(ground, chance)?, reason },
        ActionKind::AskCorrection => Action::AskCorrection { list: marks(chance) },
        ActionKind::AnswerCorrection => return Some(answer(ground, reason, chance)),
        ActionKind::Accept => Action::Accept,
        ActionKind::AcceptDeferred => {
            Action::AcceptDeferred { materials: ground.file.missing.clone(), signed: chance.percent(95) }
        }
        ActionKind::Supplement => Action::Supplement { files: 0, papers: ground.actor.is(Role::Clerk) },
        ActionKind::DeemAccept => Action::DeemAccept,
        ActionKind::Abandon => Action::Abandon,
        ActionKind::NotAccept => {
            Action::NotAccept { reason, competent_body: String::new(), remedies: "可以申请复议".into() }
        }
        ActionKind::Suspend => {
            let expected = ground.today + Days::new(chance.between(1, 25).into());
            Action::Suspend { procedure: *chance.pick(&Procedure::ALL)?, reason, expected }
        }
        ActionKind::Resume => Action::Resume { reason },
        ActionKind::AskExtension => {
            Action::AskExtension { workdays: u16::try_from(chance.between(1, 10)).ok()?, reason }
        }
        ActionKind::ApproveExtension => Action::ApproveExtension { opinion: reason },
        ActionKind::RefuseExtension => Action::RefuseExtension { opinion: reason },
        ActionKind::TakeStep | ActionKind::GiveOpinion => of_step(kind, ground, reason, chance)?,
        ActionKind::ReturnStep => {
            Action::ReturnStep { step: chance.pick(&ground.case.process.steps)?.key.clone(), reason }
        }
        ActionKind::Decide => Action::Decide { outcome, reason },
        ActionKind::DecideNow => Action::DecideNow { outcome, reason },
        ActionKind::DecideByRule => Action::DecideByRule { rules: rules(chance) },
        ActionKind::AskPerson => Action::AskPerson { reason },
        ActionKind::MakeCertificate => Action::MakeCertificate { number: "示2026".into() },
        ActionKind::Deliver => Action::Deliver { delivery: *chance.pick(&Delivery::ALL)?, proof: reason },
        ActionKind::Close => Action::Close,
        ActionKind::VerifyCommitment => {
            Action::VerifyCommitment { kept: chance.percent(70), opinion: reason }
        }
        ActionKind::Withdraw => Action::Withdraw { reason },
        ActionKind::WithdrawConsent => Action::WithdrawConsent { materials: vec![reason] },
        ActionKind::Terminate => Action::Terminate { reason },
        ActionKind::Void => Action::Void { reason },
        ActionKind::MoveDates => Action::MoveDates,
    };
    Some(action.into())
}

fn submit(ground: &Ground<'_>, chance: &mut Chance) -> Action {
    let at_counter = ground.actor.is(Role::Clerk);
    Action::Submit(Submission {
        channel: if at_counter { Channel::Window } else { Channel::Online },
        receipt_day: ground.today,
        at_counter,
        person_wanted: chance.percent(20),
        committed: ground.case.process.commitment.is_some() && chance.percent(50),
    })
}

fn other(ground: &Ground<'_>, chance: &mut Chance) -> Option<Assignee> {
    let holder = ground.case.assignee.as_ref().map(|holder| holder.account);
    let others: Vec<_> = ground.colleagues.iter().filter(|one| Some(one.account) != holder).collect();
    chance.pick(&others).map(|one| (*one).clone())
}

/// An answer of the form, or something else altogether.
fn marks(chance: &mut Chance) -> Vec<Mark> {
    let about =
        |key: &str| Mark { words: "请写清楚".into(), target: Some(Target::Answer(key.to_owned())) };
    match chance.below(3) {
        0 => vec![Mark::words("缺少签名")],
        1 => vec![about("address")],
        _ => vec![about("address"), about("contact_phone")],
    }
}

/// All that was asked for is mended, or words alone are sent.
fn answer(ground: &Ground<'_>, note: String, chance: &mut Chance) -> Deed {
    let mended = |target: &Target| match target {
        Target::Answer(key) if key == "address" => Some((key.clone(), "幸福路8号".to_owned())),
        Target::Answer(key) => Some((key.clone(), "13900000000".to_owned())),
        Target::Material(_) => None,
    };
    let mends = chance.percent(60);
    let answers: Answers = ground.case.work.asked.iter().filter(|_| mends).filter_map(mended).collect();
    let changed = answers.keys().cloned().map(Target::Answer).collect();
    let enclosed = Enclosed { files: 0, papers: ground.actor.is(Role::Clerk) };
    Deed { answers, ..Deed::from(Action::AnswerCorrection { note, enclosed, changed }) }
}

fn of_step(kind: ActionKind, ground: &Ground<'_>, opinion: String, chance: &mut Chance) -> Option<Action> {
    let tasks: Vec<_> = ground.case.tasks_of(ground.actor).collect();
    let step = chance.pick(&tasks)?.step.clone();
    Some(if kind == ActionKind::TakeStep {
        Action::TakeStep { step }
    } else {
        Action::GiveOpinion { step, agrees: chance.percent(80), opinion, second: "赵同行".into() }
    })
}

fn rules(chance: &mut Chance) -> Vec<RuleResult> {
    let met = if chance.percent(30) { None } else { Some(true) };
    vec![RuleResult { zh: "年满60周岁".into(), en: "Aged 60 or over".into(), met }]
}

/// What ends a story is chosen seldom, what is rare often.
pub(super) fn choose(offered: &[ActionKind], chance: &mut Chance) -> Option<ActionKind> {
    use ActionKind as A;
    let ends = [A::Withdraw, A::Void, A::Terminate, A::NotAccept, A::HandOver, A::Release];
    let forward = [A::Accept, A::AcceptDeferred, A::AskCorrection, A::GiveOpinion, A::Decide, A::DecideNow];
    let (wild, on) = (chance.percent(6), chance.percent(45));
    let wanted = |kind: &A| if on { forward.contains(kind) } else { wild || !ends.contains(kind) };
    let mut kept: Vec<A> = offered.iter().copied().filter(wanted).collect();
    if kept.is_empty() {
        kept = offered.iter().copied().filter(|kind| !ends.contains(kind)).collect();
    }
    chance.pick(&kept).copied()
}
