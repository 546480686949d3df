//! 办前引导: the questions that compute what exactly somebody has to bring, where to go and what it
//! costs, before anything is filled in. One list of questions for each item, asked in its order; a
//! question whose condition does not hold is passed over, so every way through ends.

mod plan;

pub use plan::{Guidance, Next, Plan};

use crate::intake::{Answers, Condition, FormSpec};

/// 情形, as conditions name it.
pub const SITUATION: &str = "situation";
/// 本人办还是代办, as conditions name it.
pub const BY_AGENT: &str = "by_agent";
/// 现住地, which decides where one goes.
pub const RESIDENCE: &str = "residence_division";
/// 为谁办理.
pub const FOR_WHOM: &str = "for_whom";

/// Whether what stands under a condition is needed by somebody who answers so: always where there is
/// no condition, and not yet where the question of the condition is still open or not asked at all.
///
/// `form` are the questions of the item, `situation` the 情形 chosen (its two digits).
pub fn needed(
    condition: Option<&Condition>,
    form: &FormSpec,
    situation: Option<&str>,
    answers: &Answers,
) -> bool {
    let Some(Condition { field, is }) = condition else { return true };
    let holds = |said: &str| is.iter().any(|one| one == said.trim());
    if field == SITUATION {
        return situation.is_some_and(holds);
    }
    let asked = form.field(field).is_none() || form.asked(answers).any(|one| one.key == *field);
    asked && answers.get(field).is_some_and(|said| holds(said))
}

#[cfg(test)]
mod tests;
