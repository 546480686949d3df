//! Each event in plain words of both languages: the day, and why.

mod clocks;
mod coming;
mod dates;
mod result;
mod steps;

pub use clocks::procedure_name;
pub use coming::answered;

use super::{Mark, Teller};
use domain::case::Event;

/// What is said of an event.
pub(super) struct Said {
    pub mark: Mark,
    pub title: String,
    pub text: Vec<String>,
    pub list: Vec<String>,
}

impl Said {
    fn done(title: impl Into<String>, text: Vec<String>) -> Self {
        Self { mark: Mark::Done, title: title.into(), text, list: Vec::new() }
    }

    fn alert(title: impl Into<String>, text: Vec<String>) -> Self {
        Self { mark: Mark::Alert, ..Self::done(title, text) }
    }

    fn with(self, list: Vec<String>) -> Self {
        Self { list, ..self }
    }
}

/// The event in words.
pub(super) fn said(teller: &Teller<'_>, event: &Event) -> Said {
    let lang = teller.lang;
    match event {
        Event::Submitted { channel, receipt_due, person_wanted, committed, .. } => {
            // Where no rule decides, a person does so anyway.
            let by_rule = teller.process.is_some_and(|process| process.automatic.is_some());
            coming::submitted(lang, *channel, *receipt_due, by_rule && *person_wanted, *committed)
        }
        Event::PreReviewed => Said::done(
            lang.t("网上预审已通过", "The first look is done"),
            vec![lang.t("材料已看过，等待收件。", "The papers were looked through.").to_owned()],
        ),
        Event::Received => Said::done(lang.t("已收件", "Papers received"), vec![]),
        Event::Taken { .. } => Said::done(lang.t("经办人已取件", "Taken in hand"), vec![]),
        Event::Released => Said::done(lang.t("已转回部门重新分派", "Given back to the department"), vec![]),
        Event::Assigned { to } => coming::assigned(teller, to),
        Event::HandedOver { to, reason } => coming::handed_over(teller, to, reason),
        Event::CorrectionAsked { list, reply_by, repeated, .. } => {
            coming::correction_asked(teller, list, *reply_by, *repeated)
        }
        Event::CorrectionAnswered { note, papers, changed, .. } => {
            coming::correction_answered(teller, note, *papers, changed)
        }
        Event::Accepted { day, promised_due, statutory_due, manner } => {
            clocks::accepted(lang, *day, promised_due.or(*statutory_due), manner)
        }
        Event::Supplemented { .. } => Said::done(
            lang.t("后补材料已收到", "What was to follow has come"),
            vec![lang.t("承诺后补的材料已按时补上。", "Brought in time, as promised.").to_owned()],
        ),
        Event::NotAccepted { reason, competent_body, remedies } => {
            coming::not_accepted(teller, reason, competent_body, remedies)
        }
        Event::StepOpened { task } => steps::opened(teller, task),
        Event::StepTaken { step, by, .. } => steps::taken(teller, step, by),
        Event::OpinionGiven { step, agrees, opinion, second, .. } => {
            steps::opinion(teller, step, *agrees, opinion, second)
        }
        Event::StepReturned { step, reason } => steps::returned(teller, step, reason),
        Event::Suspended { procedure, reason, from, expected } => {
            clocks::suspended(teller, *procedure, reason, *from, *expected)
        }
        Event::Resumed { until, reason, promised_due, statutory_due } => {
            clocks::resumed(teller, *until, reason, promised_due.or(*statutory_due))
        }
        Event::ExtensionAsked { workdays, reason, .. } => clocks::extension_asked(teller, *workdays, reason),
        Event::ExtensionApproved { workdays, reason, opinion, promised_due, statutory_due, .. } => {
            clocks::extended(teller, *workdays, [reason, opinion], promised_due.or(*statutory_due))
        }
        Event::ExtensionRefused { opinion } => {
            Said::done(lang.t("延期申请未获批准", "The extension was refused"), vec![teller.free(opinion)])
        }
        Event::DatesMoved { before, after } => dates::moved(lang, before, after),
        Event::RulesApplied { rules } => result::rules(teller, rules),
        Event::Decided { outcome, reason, handling_days, automatic, .. } => {
            result::decided(teller, *outcome, reason, *handling_days, *automatic)
        }
        Event::PersonAsked { reason, promised_due, statutory_due, .. } => {
            result::person_asked(teller, reason, promised_due.or(*statutory_due))
        }
        Event::CertificateMade { number } => result::certificate(teller, number),
        Event::Delivered { delivery, proof, .. } => result::delivered(teller, *delivery, proof),
        Event::Closed { .. } => Said::done(lang.t("已办结", "Closed"), vec![]),
        Event::CommitmentVerified { kept, opinion, .. } => result::verified(teller, *kept, opinion),
        Event::Withdrawn { reason } => {
            Said::done(lang.t("已撤回申请", "Withdrawn"), vec![teller.free(reason)])
        }
        Event::ConsentWithdrawn { materials, .. } => {
            let names = materials.join(lang.t("、", ", "));
            let gone = lang.t(
                format!("不再调取：{names}。部门会一次告知需要另外提供什么。"),
                format!("No longer fetched: {names}. The department tells once what is needed instead."),
            );
            Said::done(lang.t("申请人撤回了调取同意", "Consent withdrawn"), vec![teller.free(&gone)])
        }
        Event::Abandoned { .. } => result::abandoned(lang),
        Event::Terminated { reason, broken_promise, .. } => {
            result::terminated(teller, reason, *broken_promise)
        }
        Event::Voided { reason, .. } => result::voided(teller, reason),
    }
}
