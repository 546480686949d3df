//! From events to entries: for whom they are told, and what was known before each of them.

use super::Entry;
use super::words::{Said, said};
use crate::lang::Lang;
use chrono::{DateTime, NaiveDate, Utc};
use domain::case::{Dates, Event};
use domain::process::Process;

/// Who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everything that happened, the house's own moves too.
    Staff,
    /// What concerns the applicant, with all that was written for them.
    Applicant,
    /// Whoever holds the query code: nothing personal, nothing that was written by hand.
    Stranger,
}

/// Tells events in their order, and remembers what they changed.
#[derive(Clone, Debug)]
pub struct Teller<'a> {
    /// The language.
    pub lang: Lang,
    /// Who reads.
    pub audience: Audience,
    /// Gives the steps their names.
    pub process: Option<&'a Process>,
    /// The promised day, or else the statutory one, before the event.
    pub(super) due: Option<NaiveDate>,
    /// The day on which the clock was stopped.
    pub(super) stopped: Option<NaiveDate>,
}

impl<'a> Teller<'a> {
    /// At the beginning of a case.
    pub fn new(lang: Lang, audience: Audience, process: Option<&'a Process>) -> Self {
        Self { lang, audience, process, due: None, stopped: None }
    }

    /// The next event; nothing where this reader is not told of it.
    pub fn tell(&mut self, event: &Event, at: DateTime<Utc>, who: &str) -> Option<Entry> {
        let Said { mark, title, text, list } = said(self, event);
        self.remember(event);
        let told = self.audience == Audience::Staff || is_told(event);
        told.then(|| Entry { mark, title, at: Some(at), who: who.to_owned(), text, list })
    }

    /// Something that somebody wrote freely; nothing for strangers.
    pub(super) fn free(&self, text: &str) -> String {
        if self.audience == Audience::Stranger { String::new() } else { text.trim().to_owned() }
    }

    /// A step by its name.
    pub(super) fn step(&self, key: &str) -> String {
        let step = self.process.and_then(|process| process.step(key));
        step.map_or_else(String::new, |step| self.lang.pick(&step.name, &step.name_en).to_owned())
    }

    fn remember(&mut self, event: &Event) {
        match event {
            Event::Submitted { promised_due, statutory_due, .. }
            | Event::Accepted { promised_due, statutory_due, .. }
            | Event::Resumed { promised_due, statutory_due, .. }
            | Event::PersonAsked { promised_due, statutory_due, .. } => {
                self.due = promised_due.or(*statutory_due);
            }
            // While the clock stands still an extension has no date yet.
            Event::ExtensionApproved { promised_due, statutory_due, .. } => {
                self.due = promised_due.or(*statutory_due).or(self.due);
            }
            Event::DatesMoved { after, .. } => {
                self.due = after.promised_due.or(after.statutory_due).or(self.due);
            }
            Event::Suspended { from, .. } => self.stopped = Some(*from),
            Event::PreReviewed
            | Event::Received
            | Event::Taken { .. }
            | Event::Released
            | Event::Assigned { .. }
            | Event::HandedOver { .. }
            | Event::CorrectionAsked { .. }
            | Event::CorrectionAnswered { .. }
            | Event::Supplemented { .. }
            | Event::NotAccepted { .. }
            | Event::StepOpened { .. }
            | Event::StepTaken { .. }
            | Event::OpinionGiven { .. }
            | Event::StepReturned { .. }
            | Event::ExtensionAsked { .. }
            | Event::ExtensionRefused { .. }
            | Event::RulesApplied { .. }
            | Event::Decided { .. }
            | Event::CertificateMade { .. }
            | Event::Delivered { .. }
            | Event::Closed { .. }
            | Event::CommitmentVerified { .. }
            | Event::Withdrawn { .. }
            | Event::ConsentWithdrawn { .. }
            | Event::Abandoned { .. }
            | Event::Terminated { .. }
            | Event::Voided { .. } => {}
        }
    }
}

/// An event in words, for staff who know the case; without `reasons` for a stranger, without
/// anything that somebody wrote freely.
pub fn entry(lang: Lang, event: &Event, at: DateTime<Utc>, who: &str, reasons: bool) -> Entry {
    let audience = if reasons { Audience::Staff } else { Audience::Stranger };
    let Said { mark, title, text, list } = said(&Teller::new(lang, audience, None), event);
    Entry { mark, title, at: Some(at), who: who.to_owned(), text, list }
}

/// The house's own moves are nobody's business outside: what is internal, and who has it in hand.
fn is_told(event: &Event) -> bool {
    match event {
        Event::Taken { .. } | Event::Released | Event::Assigned { .. } => false,
        Event::DatesMoved { before, after } => concerns_applicant(before, after),
        other => !other.is_internal(),
    }
}

/// Whether more than a department's own dates moved.
fn concerns_applicant(before: &Dates, after: &Dates) -> bool {
    let own = |dates: &Dates| Dates { tasks: Vec::new(), ..dates.clone() };
    own(before) != own(after)
}
