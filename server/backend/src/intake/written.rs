//! One transaction: claim the key, write the case, settle the key; acknowledge after the commit.

use super::matter::Matter;
use super::opening::{self, Opened, Opening};
use super::receipt::{self, Kept, Receipt};
use super::route::Routed;
use super::{receipt_day, rules};
use crate::cases::record::Moment;
use crate::idempotency::{self as key, Claim};
use crate::{Error, Result, Services, drafts};
use chrono::{DateTime, Utc};
use domain::case::{Action, Case, Context, Filed, Submission, decide};
use domain::intake::Answers;
use domain::permission::Actor;
use rand::RngExt as _;
use sea_orm::ConnectionTrait;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::sleep;
use uuid::Uuid;

/// So often the same is tried while PostgreSQL makes it give way to others.
const TRIES: u32 = 4;
/// Before it is tried again, at most so many milliseconds: two that met are not to meet again.
const APART: u64 = 20;

/// All that is known before anything is written.
pub(super) struct Ready<'a> {
    pub services: &'a Services,
    pub actor: &'a Actor,
    pub matter: &'a Matter<'a>,
    pub account: Uuid,
    pub key: &'a str,
    /// What is removed once it has become a case.
    pub draft: Option<Uuid>,
    pub answers: Answers,
    pub route: Routed,
    /// Tells the request from every other.
    pub fingerprint: String,
}

impl Ready<'_> {
    /// Writes it, anew from the beginning where it had to give way: nothing of it is left then, and
    /// the key is claimed again.
    pub async fn write(&self) -> Result<Receipt> {
        let mut tries = 1;
        loop {
            match self.attempt().await {
                Err(error) if error.gave_way() && tries < TRIES => tries += 1,
                done => return done,
            }
            let apart = rand::rng().random_range(1..=APART);
            sleep(Duration::from_millis(apart)).await;
        }
    }

    async fn attempt(&self) -> Result<Receipt> {
        let Self { services, actor, matter, key, account, .. } = *self;
        let tx = services.db.begin().await?;
        let at = services.clock.now();
        if let Claim::Used { case_id, kept } = key::claim(&tx, key, account, &self.fingerprint, at).await? {
            let case_id = case_id.ok_or_else(Error::conflict)?;
            // The first may not be durable yet; this waits for it. What follows reads on a connection
            // of its own.
            tx.commit().await?;
            return receipt::again(services, case_id, kept).await;
        }
        let calendar = services.reference.calendar();
        let (today, watch) = (services.clock.today(), services.watch.rules());
        let moment = Moment { actor, at, today, calendar: &calendar, watch: &watch };
        let file = rules::filed(&tx, matter).await?;
        let mut opened = self.open(&tx, &file, moment).await?;
        opened.case = rules::settle(&tx, services, matter, &self.answers, &file, &opened, moment).await?;
        let receipt = receipt_of(opened.case_no.to_string(), &opened, self.route.clone(), at);
        key::settle(&tx, key, account, Some(opened.id), kept(&receipt)?).await?;
        if let Some(draft) = self.draft {
            drafts::remove(&tx, draft).await?;
        }
        tx.commit().await?;
        Ok(receipt)
    }

    async fn open<C: ConnectionTrait>(&self, tx: &C, file: &Filed, moment: Moment<'_>) -> Result<Opened> {
        let Self { services, matter, answers, route, .. } = self;
        let Matter { application, item, .. } = matter;
        let at_counter = application.counter.is_some();
        let receipt_day = receipt_day(services, at_counter);
        let (actor, today, calendar) = (moment.actor, moment.today, moment.calendar);
        let context = Context { actor, today, receipt_day, calendar, file };
        let draft = Case::draft(
            application.person_id,
            application.agent_person_id,
            route.department_id,
            item.kind,
            item.limits,
            Arc::clone(&item.process),
        );
        let submission = Submission {
            channel: application.channel,
            receipt_day,
            at_counter,
            person_wanted: application.person_wanted,
            committed: rules::committed(matter),
        };
        let events = decide(&draft, Action::Submit(submission), &context)?;
        opening::open(tx, services, Opening { matter, answers, route, draft, events, moment }).await
    }
}

fn receipt_of(case_no: String, opened: &Opened, route: Routed, received_at: DateTime<Utc>) -> Receipt {
    Receipt {
        case_no,
        query_code: opened.query_code.clone(),
        status: opened.case.status,
        received_at,
        receipt_day: opened.case.receipt_day.unwrap_or_else(|| received_at.date_naive()),
        promised_due: opened.case.promised_due,
        statutory_due: opened.case.statutory_due,
        route,
    }
}

fn kept(receipt: &Receipt) -> Result<serde_json::Value> {
    let Receipt { status, received_at, receipt_day, promised_due, statutory_due, .. } = receipt;
    Ok(serde_json::to_value(Kept {
        status: *status,
        received_at: *received_at,
        receipt_day: *receipt_day,
        promised_due: *promised_due,
        statutory_due: *statutory_due,
    })?)
}
