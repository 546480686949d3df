//! From a form to an action. What is missing or cannot be read is told by field.

use super::posted::Posted;
use app::lang::Lang;
use domain::case::{Action, ActionKind, Assignee, Delivery, Mark, Outcome, Procedure, Target};
use domain::field_error::{FieldCode, FieldError};
use uuid::Uuid;

/// The action with all it carries; `None` for what a reviewer has no form for.
pub(super) fn action(lang: Lang, kind: ActionKind, posted: &Posted) -> Result<Option<Action>, FieldError> {
    let reason = || posted.text("reason");
    Ok(Some(match kind {
        ActionKind::Take => Action::Take,
        ActionKind::PreReview => Action::PreReview,
        ActionKind::Release => Action::Release,
        ActionKind::Receive => Action::Receive,
        ActionKind::Accept => Action::Accept,
        ActionKind::Close => Action::Close,
        ActionKind::AcceptDeferred => Action::AcceptDeferred {
            materials: posted.all("material").filter_map(|id| id.parse().ok()).collect(),
            signed: posted.ticked("signed"),
        },
        ActionKind::AskCorrection => Action::AskCorrection { list: marks(lang, posted) },
        ActionKind::NotAccept => Action::NotAccept {
            reason: reason(),
            competent_body: posted.text("competent_body"),
            remedies: posted.text("remedies"),
        },
        ActionKind::TakeStep => Action::TakeStep { step: posted.text("step") },
        ActionKind::GiveOpinion => Action::GiveOpinion {
            step: posted.text("step"),
            agrees: yes_or_no(posted, "agrees")?,
            opinion: reason(),
            second: posted.text("second"),
        },
        ActionKind::ReturnStep => Action::ReturnStep { step: posted.text("step"), reason: reason() },
        ActionKind::Decide => Action::Decide { outcome: outcome(posted)?, reason: opinion(posted) },
        ActionKind::DecideNow => Action::DecideNow { outcome: outcome(posted)?, reason: opinion(posted) },
        ActionKind::Suspend => Action::Suspend {
            procedure: one_of(posted, "procedure", Procedure::parse)?,
            reason: reason(),
            expected: day(posted, "expected")?,
        },
        ActionKind::Resume => Action::Resume { reason: reason() },
        ActionKind::AskExtension => {
            Action::AskExtension { workdays: number(posted, "workdays")?, reason: reason() }
        }
        ActionKind::ApproveExtension => Action::ApproveExtension { opinion: reason() },
        ActionKind::RefuseExtension => Action::RefuseExtension { opinion: reason() },
        ActionKind::MakeCertificate => Action::MakeCertificate { number: posted.text("number") },
        ActionKind::Deliver => Action::Deliver {
            delivery: one_of(posted, "delivery", Delivery::parse)?,
            proof: posted.text("proof"),
        },
        ActionKind::VerifyCommitment => verdict(posted)?,
        ActionKind::Assign => Action::Assign { to: assignee(posted)? },
        ActionKind::HandOver => Action::HandOver { to: assignee(posted)?, reason: reason() },
        ActionKind::Terminate => Action::Terminate { reason: confirmed(posted)? },
        ActionKind::Void => Action::Void { reason: confirmed(posted)? },
        ActionKind::Submit
        | ActionKind::AnswerCorrection
        | ActionKind::Supplement
        | ActionKind::AskPerson
        | ActionKind::Withdraw
        | ActionKind::WithdrawConsent
        | ActionKind::DeemAccept
        | ActionKind::Abandon
        | ActionKind::DecideByRule
        | ActionKind::MoveDates => return Ok(None),
    }))
}

/// A broken promise revokes what was granted: it has to be confirmed.
fn verdict(posted: &Posted) -> Result<Action, FieldError> {
    let kept = yes_or_no(posted, "kept")?;
    let opinion = if kept { posted.text("reason") } else { confirmed(posted)? };
    Ok(Action::VerifyCommitment { kept, opinion })
}

/// The reason of what cannot be undone, once it is confirmed.
fn confirmed(posted: &Posted) -> Result<String, FieldError> {
    if posted.ticked("confirm") { Ok(posted.text("reason")) } else { Err(missing("confirm")) }
}

/// What was ticked, each with its words, and then the free lines. A box without words still says what it
/// is about.
fn marks(lang: Lang, posted: &Posted) -> Vec<Mark> {
    let ticked = posted.all("mark").map(|target| {
        let words = posted.text(&format!("words:{target}"));
        let usual = lang.t("请更正这一项", "Please put this right").to_owned();
        Mark { words: if words.is_empty() { usual } else { words }, target: about(target) }
    });
    let lines = posted.value("list").lines().map(str::trim).filter(|line| !line.is_empty());
    ticked.chain(lines.map(Mark::words)).collect()
}

/// `answer:bank_account`, `material:` and a key; anything else is words alone.
fn about(target: &str) -> Option<Target> {
    let (kind, key) = target.split_once(':')?;
    match kind {
        "answer" => Some(Target::Answer(key.to_owned())),
        "material" => key.parse::<Uuid>().ok().map(Target::Material),
        _ => None,
    }
}

/// The opinion; of a refusal, with how to object (行政许可法 art. 38). Remedies alone are no reason.
fn opinion(posted: &Posted) -> String {
    let (reason, remedies) = (posted.text("reason"), posted.text("remedies"));
    if reason.is_empty() || remedies.is_empty() { reason } else { format!("{reason}\n{remedies}") }
}

fn outcome(posted: &Posted) -> Result<Outcome, FieldError> {
    one_of(posted, "outcome", Outcome::parse)
}

fn missing(name: &str) -> FieldError {
    FieldError::new(name, FieldCode::Missing)
}

fn one_of<T>(posted: &Posted, name: &str, parse: fn(&str) -> Option<T>) -> Result<T, FieldError> {
    let value = posted.value(name);
    let wrong = if value.is_empty() { FieldCode::Missing } else { FieldCode::Choice };
    parse(value).ok_or_else(|| FieldError::new(name, wrong))
}

fn yes_or_no(posted: &Posted, name: &str) -> Result<bool, FieldError> {
    one_of(posted, name, |text| match text {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    })
}

fn day(posted: &Posted, name: &str) -> Result<chrono::NaiveDate, FieldError> {
    let text = posted.text(name);
    if text.is_empty() {
        return Err(missing(name));
    }
    text.parse().map_err(|_| FieldError::new(name, FieldCode::Date))
}

fn number(posted: &Posted, name: &str) -> Result<u16, FieldError> {
    let text = posted.text(name);
    if text.is_empty() {
        return Err(missing(name));
    }
    text.parse().map_err(|_| FieldError::new(name, FieldCode::Number))
}

/// Only the account; whose it is, is looked up.
fn assignee(posted: &Posted) -> Result<Assignee, FieldError> {
    let account = one_of(posted, "to", |text| text.parse::<Uuid>().ok())?;
    Ok(Assignee { account, name: String::new() })
}

#[cfg(test)]
mod tests;
