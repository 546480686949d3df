//! Actions with something sensible in them.

use crate::people::{assignee, colleague, reviewer};
use crate::story::Story;
use chrono::{Days, NaiveDate};
use domain::case::{
    Action, ActionKind, Delivery, Enclosed, Mark, Outcome, Procedure, Refusal, RuleResult, Submission, Target,
};
use domain::item::Channel;
use domain::permission::{Actor, Role};

pub fn words() -> String {
    "理由".to_owned()
}

pub fn submission(receipt_day: NaiveDate) -> Submission {
    let channel = Channel::Online;
    Submission { channel, receipt_day, at_counter: false, person_wanted: false, committed: false }
}

pub fn online(receipt_day: NaiveDate) -> Action {
    Action::Submit(submission(receipt_day))
}

pub fn grant() -> Action {
    Action::Decide { outcome: Outcome::Granted, reason: "符合条件".into() }
}

pub fn refuse() -> Action {
    Action::Decide { outcome: Outcome::Refused, reason: "不符合条件".into() }
}

pub fn ask(list: &[Mark]) -> Action {
    Action::AskCorrection { list: list.to_vec() }
}

pub fn about(key: &str) -> Mark {
    Mark { words: format!("请改正{key}"), target: Some(Target::Answer(key.into())) }
}

pub fn mend(keys: &[&str]) -> Action {
    let changed = keys.iter().map(|&key| Target::Answer(key.into())).collect();
    Action::AnswerCorrection { note: "已补正".into(), enclosed: Enclosed::default(), changed }
}

pub fn opinion(step: &str) -> Action {
    Action::GiveOpinion { step: step.into(), agrees: true, opinion: "同意".into(), second: "王某".into() }
}

pub fn suspend(expected: &str) -> Action {
    let expected = expected.parse().unwrap();
    Action::Suspend { procedure: Procedure::Inspection, reason: words(), expected }
}

pub fn rule(met: Option<bool>) -> RuleResult {
    RuleResult { zh: "年满80周岁".into(), en: "Aged 80 or over".into(), met }
}

/// What somebody of good sense would carry out by this name; `variant` chooses among the ways, and
/// 0 forgets the words.
pub fn sensible(kind: ActionKind, story: &Story, actor: &Actor, variant: u8) -> Action {
    let text = || if variant == 0 { String::new() } else { words() };
    let outcome = if variant.is_multiple_of(3) { Outcome::Refused } else { Outcome::Granted };
    match kind {
        ActionKind::Submit => submit(story, actor, variant),
        ActionKind::PreReview => Action::PreReview,
        ActionKind::Receive => Action::Receive,
        ActionKind::Take => Action::Take,
        ActionKind::Release => Action::Release,
        ActionKind::Assign => Action::Assign { to: another(story) },
        ActionKind::HandOver => Action::HandOver { to: another(story), reason: words() },
        ActionKind::AskCorrection => {
            let keys = ["甲", "乙", "丙"];
            ask(&[about(keys[usize::from(variant % 3)]), about(keys[usize::from(variant / 3 % 3)])])
        }
        ActionKind::AnswerCorrection => {
            let changed = story.case.work.asked.iter().take(usize::from(variant % 3)).cloned().collect();
            Action::AnswerCorrection { note: text(), enclosed: Enclosed { files: 1, papers: false }, changed }
        }
        ActionKind::Accept => Action::Accept,
        ActionKind::AcceptDeferred => {
            Action::AcceptDeferred { materials: story.file.missing.clone(), signed: variant != 0 }
        }
        ActionKind::Supplement => Action::Supplement { files: usize::from(variant != 0), papers: false },
        ActionKind::DeemAccept => Action::DeemAccept,
        ActionKind::Abandon => Action::Abandon,
        ActionKind::NotAccept => {
            Action::NotAccept { reason: text(), competent_body: String::new(), remedies: text() }
        }
        ActionKind::Suspend => {
            let expected = story.today + Days::new(u64::from(variant % 8));
            Action::Suspend { procedure: Procedure::ALL[usize::from(variant % 8)], reason: text(), expected }
        }
        ActionKind::Resume => Action::Resume { reason: text() },
        ActionKind::AskExtension => {
            Action::AskExtension { workdays: u16::from(variant % 12), reason: text() }
        }
        ActionKind::ApproveExtension => Action::ApproveExtension { opinion: text() },
        ActionKind::RefuseExtension => Action::RefuseExtension { opinion: text() },
        ActionKind::TakeStep | ActionKind::GiveOpinion | ActionKind::ReturnStep => {
            of_step(kind, story, actor, variant)
        }
        ActionKind::Decide => Action::Decide { outcome, reason: text() },
        ActionKind::DecideNow => Action::DecideNow { outcome, reason: text() },
        ActionKind::DecideByRule => {
            let met = if variant.is_multiple_of(4) { None } else { Some(true) };
            Action::DecideByRule { rules: vec![rule(Some(true)), rule(met)] }
        }
        ActionKind::AskPerson => Action::AskPerson { reason: text() },
        ActionKind::MakeCertificate => Action::MakeCertificate { number: text() },
        ActionKind::Deliver => {
            Action::Deliver { delivery: Delivery::ALL[usize::from(variant % 3)], proof: text() }
        }
        ActionKind::Close => Action::Close,
        ActionKind::VerifyCommitment => {
            Action::VerifyCommitment { kept: variant.is_multiple_of(2), opinion: text() }
        }
        ActionKind::Withdraw => Action::Withdraw { reason: text() },
        ActionKind::WithdrawConsent => Action::WithdrawConsent { materials: vec![text()] },
        ActionKind::Terminate => Action::Terminate { reason: text() },
        ActionKind::Void => Action::Void { reason: text() },
        ActionKind::MoveDates => Action::MoveDates,
    }
}

fn submit(story: &Story, actor: &Actor, variant: u8) -> Action {
    let at_counter = actor.is(Role::Clerk);
    let (person_wanted, committed) = (variant.is_multiple_of(7), variant.is_multiple_of(2));
    Action::Submit(Submission { at_counter, person_wanted, committed, ..submission(story.receipt_day()) })
}

/// Somebody of the department who does not have it in hand.
fn another(story: &Story) -> domain::case::Assignee {
    let all = [colleague(), reviewer()].into_iter().map(|one| assignee(&one));
    all.into_iter().find(|to| story.case.assignee.as_ref() != Some(to)).unwrap()
}

/// The first step that this person could see to, or any other.
fn of_step(kind: ActionKind, story: &Story, actor: &Actor, variant: u8) -> Action {
    let action = |step: String| match kind {
        ActionKind::TakeStep => Action::TakeStep { step },
        ActionKind::ReturnStep => Action::ReturnStep { step, reason: words() },
        _ => {
            let agrees = variant.is_multiple_of(2);
            Action::GiveOpinion { step, agrees, opinion: words(), second: words() }
        }
    };
    let mut keys: Vec<String> = story.case.process.steps.iter().map(|step| step.key.clone()).collect();
    let turns = usize::from(variant) % keys.len().max(1);
    keys.rotate_left(turns);
    let fits = |key: &&String| {
        let tried = story.attempt(actor, action((*key).clone()));
        !matches!(tried, Err(Refusal::NoStep | Refusal::HeldBy(_)))
    };
    let key = keys.iter().find(fits).or(keys.first());
    action(key.cloned().unwrap_or_default())
}
