//! What was written to an applicant: remedies, and papers beyond the guide.

use super::found::today;
use super::{Around, Finding, Listed, Rule};
use crate::case::{Case, Event, Mark, Outcome, Target};

/// So many characters in common name the same paper: 身份证 of 居民身份证.
const RUN: usize = 3;
/// In letters of the alphabet.
const RUN_LATIN: usize = 8;
/// Words that say nothing about which paper is meant.
const GENERAL: [&str; 10] =
    ["申请人", "申请表", "本人", "有效", "复印件", "原件", "材料", "提供", "提交", "补交"];

/// A refusal that says nothing about how to object.
pub(super) fn no_remedy(rule: &Rule, event: &Event, after: &Case, around: &Around<'_>) -> Option<Finding> {
    // What a decision says of remedies stands below its reason.
    let (Event::NotAccepted { remedies: words, .. }
    | Event::Decided { outcome: Outcome::Refused, reason: words, .. }) = event
    else {
        return None;
    };
    (!says(&rule.terms, words)).then(|| today(rule, after, around, String::new()))
}

fn says(terms: &[String], words: &str) -> bool {
    let words = words.to_lowercase();
    terms.iter().any(|term| words.contains(&term.to_lowercase()))
}

/// A request for papers that the guide does not list.
pub(super) fn unlisted(rule: &Rule, event: &Event, after: &Case, around: &Around<'_>) -> Option<Finding> {
    let Event::CorrectionAsked { list, .. } = event else { return None };
    let beyond = |mark: &&Mark| match &mark.target {
        Some(Target::Answer(_)) => false,
        Some(Target::Material(id)) => !around.guide.iter().any(|listed| listed.id == *id),
        None => asks(rule, &mark.words) && !names_one(&mark.words, around.guide),
    };
    let materials: Vec<String> = list.iter().filter(beyond).map(|mark| mark.words.clone()).collect();
    (!materials.is_empty()).then(|| {
        let mut finding = today(rule, after, around, after.corrections.to_string());
        finding.evidence.materials = materials;
        finding
    })
}

/// Whether a paper is asked for, and not only something mended in one.
fn asks(rule: &Rule, words: &str) -> bool {
    says(&rule.asks, words) && says(&rule.terms, words)
}

/// Whether the words name a paper of the guide: enough of a name stands in them.
fn names_one(words: &str, guide: &[Listed]) -> bool {
    let words = plain(words);
    guide.iter().any(|listed| {
        let name = plain(&listed.name);
        let name: Vec<char> = name.chars().collect();
        let run = if name.iter().all(char::is_ascii) { RUN_LATIN } else { RUN };
        let run = run.min(name.len());
        run > 0 && name.windows(run).any(|part| words.contains(&part.iter().collect::<String>()))
    })
}

/// Without what any paper may be called, and without signs.
fn plain(text: &str) -> String {
    let text = GENERAL.iter().fold(text.to_lowercase(), |text, general| text.replace(general, " "));
    text.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect()
}
