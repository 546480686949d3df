//! One item for one holder.

use std::sync::Arc;

use domain::eligibility::{Question, Verdict, judge, questions};
use domain::rule::{Facts, Rule, Truth, words};
use sea_orm::ConnectionTrait;

use super::source;
use crate::catalogue::Handbook;
use crate::known::{self, Known};
use crate::{Holder, Result, Services};

/// A condition in words, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
    /// Whether it is met.
    pub truth: Truth,
    /// What the facts it rests on come from, in Chinese and in English; not where they are the
    /// city's own figures.
    pub sources: Vec<(String, String)>,
}

/// An item's rule with everything to show and to judge it.
#[derive(Clone, Debug)]
pub struct Eligibility {
    /// The rule; none where none is written, and a person has to look.
    pub rule: Option<Arc<Rule>>,
    /// What is known of the holder, or of the city alone where nobody is named.
    pub known: Known,
    /// Each condition.
    pub reasons: Vec<Reason>,
    /// What could be asked, each fact of the rule once.
    pub questions: Vec<Question>,
}

impl Eligibility {
    /// The verdict; unknown where there is no rule.
    pub fn truth(&self) -> Truth {
        self.rule.as_ref().map_or(Truth::Unknown, |rule| rule.truth(&self.known.facts()))
    }

    /// The facts of which some would decide it.
    pub fn would_decide(&self) -> Vec<String> {
        let Some(rule) = &self.rule else { return Vec::new() };
        match judge(rule, &self.known.facts()) {
            Verdict::Unknown { would_decide } => would_decide.into_iter().map(str::to_owned).collect(),
            Verdict::Yes | Verdict::No { .. } => Vec::new(),
        }
    }
}

/// Judges an item for a holder; with nobody named, on what is known of the city.
///
/// # Errors
/// [`crate::Kind::NotFound`] when there is no such item or holder; storage errors.
pub async fn for_item<C: ConnectionTrait>(
    db: &C,
    services: &Services,
    holder: Option<Holder>,
    item: &str,
) -> Result<Eligibility> {
    services.catalogue.offer(item, None).await?;
    let today = services.clock.today();
    let known = match holder {
        Some(holder) => known::of(db, services, holder, today).await?,
        None => known::of_city(db, services, today).await?,
    };
    of_known(services, item, known).await
}

/// Judges an item on facts that were gathered already.
///
/// # Errors
/// Storage errors.
pub async fn of_known(services: &Services, item: &str, known: Known) -> Result<Eligibility> {
    let facts = known.facts();
    let told = |book: &Handbook| {
        let conditions = book.conditions(item);
        let rule = conditions.map(|one| Arc::clone(&one.rule));
        let reasons = rule.as_ref().map(|rule| reasons(book, rule, &known, &facts)).unwrap_or_default();
        let named = |code: &str| book.certificate(code).cloned();
        let questions = rule.as_ref().map(|rule| questions(rule, &named)).unwrap_or_default();
        Some((rule, reasons, questions))
    };
    let (rule, reasons, questions) = services.catalogue.look_up(told).await?;
    Ok(Eligibility { rule, known, reasons, questions })
}

/// Each condition in words, what came of it, and on whose word.
pub(super) fn reasons(book: &Handbook, rule: &Rule, known: &Known, facts: &Facts) -> Vec<Reason> {
    let one = |part: &Rule| {
        let (zh, en) = words(part, &|code| book.certificate(code).cloned());
        let mut sources: Vec<(String, String)> = Vec::new();
        for words in part.fields().into_iter().filter_map(|field| source::words(book, known.get(field)?)) {
            if !sources.contains(&words) {
                sources.push(words);
            }
        }
        Reason { zh, en, truth: part.truth(facts), sources }
    };
    rule.parts().into_iter().map(one).collect()
}
