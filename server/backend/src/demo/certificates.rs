//! 电子证照 of the demonstration: what people of their age hold, and a few that went wrong.
//!
//! Written in batches before the cases of the year, so that what those grant follows upon it. What
//! happened to a few of them afterwards goes through the operations of every day.

mod bodies;
mod marriages;
mod own;
mod people;

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate, TimeDelta};
use domain::certificate::{Operation, id_card_years};
use domain::permission::Actor;
use entity::{certificate, certificate_event, department};
use sea_orm::EntityTrait as _;
use uuid::Uuid;

use super::chance::Chance;
use super::days::{Days, at};
use super::staff::Cast;
use crate::certificates::kind::{self, CertificateKind, Numbering};
use crate::certificates::{self, NewCertificate, NewVersion, Occasion, event, issue};
use crate::holder::Holder;
use crate::{Error, Result, Services};

/// Minutes of the day at which they are issued.
const TEN: u32 = 600;
/// Rows in one statement.
const BATCH: usize = 200;

/// What was done to one afterwards.
pub(super) enum Later {
    /// By the head of the department, so many days ago.
    Done(Operation, i64, &'static str),
    /// A new version, so many days ago.
    Renewed(i64),
}

/// One certificate.
pub(super) struct Planned {
    pub code: &'static str,
    pub holder: Holder,
    /// 证照编号, where it is that of its holder.
    pub number: Option<String>,
    /// Days ago on which it was issued.
    pub ago: i64,
    /// Days from now on which its term ends, where not as its type says.
    pub left: Option<i64>,
    /// The holder's age when it was issued, for the term of an ID card.
    pub age: u32,
    pub data: Vec<(&'static str, String)>,
    pub later: Option<Later>,
}

/// Writes all of them; how many.
pub(super) async fn write(services: &Services, days: &Days, cast: &Cast) -> Result<usize> {
    let mut chance = Chance::new(0x0c37);
    let mut planned = own::plan(cast);
    planned.extend(marriages::plan(cast, days.today));
    planned.extend(people::plan(cast, days.today, &mut chance));
    planned.extend(bodies::plan(services).await?);
    let book = Book::read(services).await?;
    let (mut rows, mut events, mut later) = (Vec::new(), Vec::new(), Vec::new());
    for one in planned {
        let Some((row, event)) = book.row(services, days, &one, &mut chance)? else { continue };
        if let (Some(what), Some(id)) = (one.later, row.id.clone().take()) {
            later.push((id, one.code, what));
        }
        rows.push(row);
        events.push(event);
    }
    let (written, tx) = (rows.len(), services.db.begin_alone().await?);
    for part in rows.chunks(BATCH) {
        certificate::Entity::insert_many(part.to_vec()).exec_without_returning(&tx).await?;
    }
    for part in events.chunks(BATCH) {
        certificate_event::Entity::insert_many(part.to_vec()).exec_without_returning(&tx).await?;
    }
    for (id, code, what) in later {
        book.afterwards(&tx, services, days, cast, (id, code, what)).await?;
    }
    tx.commit().await?;
    Ok(written)
}

/// Types and bodies.
struct Book {
    kinds: BTreeMap<String, CertificateKind>,
    bodies: BTreeMap<String, department::Model>,
}

impl Book {
    async fn read(services: &Services) -> Result<Self> {
        let kinds = certificates::kinds(&services.db.read).await?;
        let bodies = department::Entity::find().all(&services.db.read).await?;
        Ok(Self {
            kinds: kinds.into_iter().map(|kind| (kind.code.clone(), kind)).collect(),
            bodies: bodies.into_iter().map(|body| (body.key.clone(), body)).collect(),
        })
    }

    fn row(
        &self,
        services: &Services,
        days: &Days,
        one: &Planned,
        chance: &mut Chance,
    ) -> Result<Option<(certificate::ActiveModel, certificate_event::ActiveModel)>> {
        let Some(kind) = self.kinds.get(one.code) else { return Ok(None) };
        let body = kind.department_key.as_ref().and_then(|key| self.bodies.get(key));
        let Some(body) = body else { return Ok(None) };
        let day = before(days.today, one.ago);
        let serial =
            format!("{}{:06}{:06}", day.format("%Y%m%d"), chance.below(999_999), chance.below(999_999));
        let actor = Actor::portal();
        let occasion =
            Occasion { actor: &actor, at: at(day, TEN), today: day, reason: String::new(), case: None };
        let own = |(key, value): &(&str, String)| ((*key).to_owned(), value.clone());
        let new = NewCertificate {
            number: one.number.clone(),
            valid_until: term(kind, one, day, days.today),
            data: one.data.iter().map(own).collect(),
            ..NewCertificate::from(kind, one.holder, day)
        };
        let row = issue::numbered(&services.keys, &occasion, (kind, body), serial, new)?;
        let id = row.id.clone().take().ok_or_else(|| Error::internal("no id"))?;
        Ok(Some((row, event::row(&occasion, Operation::Issue, id))))
    }

    async fn afterwards(
        &self,
        tx: &impl sea_orm::ConnectionTrait,
        services: &Services,
        days: &Days,
        cast: &Cast,
        (id, code, later): (Uuid, &str, Later),
    ) -> Result<()> {
        let Some(kind) = self.kinds.get(code) else { return Ok(()) };
        let head = kind.department_key.as_ref().and_then(|key| cast.heads.get(key));
        let Some(head) = head else { return Ok(()) };
        let (ago, reason) = match &later {
            Later::Done(_, ago, reason) => (*ago, *reason),
            Later::Renewed(ago) => (*ago, "换领新证"),
        };
        let day = before(days.today, ago);
        let occasion =
            Occasion { actor: head, at: at(day, TEN), today: day, reason: reason.to_owned(), case: None };
        match later {
            Later::Done(operation, ..) => {
                certificates::operate(tx, &occasion, operation, id).await?;
            }
            Later::Renewed(_) => {
                let term = (day, certificates::last_day(kind, day));
                let new = NewVersion { term: Some(term), ..NewVersion::default() };
                let (keys, data) = (&services.keys, new.data);
                certificates::renew(tx, keys, &occasion, id, term, data).await?;
            }
        }
        Ok(())
    }
}

/// The last day: as planned, or as the type and, of an ID card, the age say.
fn term(kind: &CertificateKind, one: &Planned, from: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    if let Some(left) = one.left {
        return Some(today + TimeDelta::days(left));
    }
    if kind.code != "EC_IDCARD" {
        return certificates::last_day(kind, from);
    }
    let months = Months::new(id_card_years(one.age)?.saturating_mul(12));
    from.checked_add_months(months).and_then(|day| day.pred_opt())
}

fn before(today: NaiveDate, days: i64) -> NaiveDate {
    today - TimeDelta::days(days)
}

/// Whether certificates of a type have the number of their holder.
pub(super) fn holders_number(code: &str) -> bool {
    kind::known(code).is_some_and(|known| known.number == Numbering::Holder)
}
