//! The bookkeeping: every case as it is seen from outside, and what should happen to it next.

use super::days::Days;
use super::moved::dates;
use super::told::{Look, Told};
use super::watch::{Phase, Watch};
use crate::Services;
use chrono::{DateTime, NaiveDate, Utc};
use domain::alarm::{AlarmKind, Rank};
use domain::case::{Event, Work};
use entity::{alarm, case_event, case_file};
use sea_orm::{EntityTrait as _, QueryFilter as _, QueryOrder as _};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What the clock did: case, event, the day from which it is true.
pub(super) type Deed = (Uuid, String, Option<NaiveDate>);

pub(super) struct Book {
    pub days: Days,
    pub cases: BTreeMap<Uuid, Watch>,
    pub told: BTreeSet<(Uuid, Told)>,
    pub done: BTreeMap<String, usize>,
}

impl Book {
    pub fn new(days: Days) -> Self {
        Self { days, cases: BTreeMap::new(), told: BTreeSet::new(), done: BTreeMap::new() }
    }

    /// A case that has just come in.
    pub async fn enter(&mut self, services: &Services, number: &str) {
        let found = case_file::Entity::find().filter(case_file::COLUMN.case_no.eq(number));
        let row = found.one(&services.db.read).await.unwrap().unwrap();
        let process = services.catalogue.process(&row.item_id, row.item_version).await.unwrap();
        let limits = serde_json::from_value(row.limits).unwrap();
        self.cases.insert(row.id, Watch::new(row.case_no, row.person_id, row.department_id, limits, process));
        self.catch_up(services, row.id).await;
    }

    /// Reads what happened to a case since it was last looked at.
    pub async fn catch_up(&mut self, services: &Services, id: Uuid) {
        let watch = self.cases.get_mut(&id).unwrap();
        let fresh = case_event::Entity::find()
            .filter(case_event::COLUMN.case_id.eq(id))
            .filter(case_event::COLUMN.seq.gt(watch.seen))
            .order_by_asc(case_event::Column::Seq);
        for row in fresh.all(&services.db.read).await.unwrap() {
            *self.done.entry(row.kind.clone()).or_default() += 1;
            let event: Event = serde_json::from_value(row.payload).unwrap();
            watch.read(&event);
        }
    }

    /// What the clock does today.
    pub fn due(&self, today: NaiveDate) -> BTreeSet<Deed> {
        let duty = |(id, watch): (&Uuid, &Watch)| {
            let (name, day) = watch.duty(&self.days, today)?;
            Some((*id, name.to_owned(), Some(day)))
        };
        self.cases.iter().filter_map(duty).collect()
    }

    /// Whose dates move when the days become these.
    pub fn moves(&self, days: &Days) -> BTreeSet<Deed> {
        let moves = |(_, watch): &(&Uuid, &Watch)| dates(watch, &self.days) != dates(watch, days);
        self.cases.iter().filter(moves).map(|(id, _)| (*id, "dates_moved".to_owned(), None)).collect()
    }

    /// What is to be told by now and was not yet.
    pub fn to_tell(&self, today: NaiveDate) -> BTreeSet<(Uuid, Told)> {
        let look = |(id, watch): (&Uuid, &Watch)| {
            let told = Look { days: &self.days, today, watch }.told();
            told.into_iter().map(|told| (*id, told)).collect::<Vec<_>>()
        };
        self.cases.iter().flat_map(look).filter(|told| !self.told.contains(told)).collect()
    }

    /// Every date in the rows is the one counted here.
    pub async fn compare(&self, services: &Services) {
        for row in case_file::Entity::find().all(&services.db.read).await.unwrap() {
            let watch = &self.cases[&row.id];
            let work: Work = serde_json::from_value(row.work.clone()).unwrap();
            let supplement = work.deferral.as_ref().filter(|one| one.supplied.is_none()).map(|one| one.due);
            let shown = match watch.phase {
                Phase::Sent if watch.answered.is_some() => vec![row.receipt_due],
                Phase::Sent => vec![row.receipt_due, row.promised_due, row.statutory_due],
                Phase::Asked => vec![work.reply_by],
                Phase::Handled => {
                    let open = work.tasks.iter().filter(|task| task.agrees.is_none()).map(|task| task.due);
                    [vec![row.promised_due, row.statutory_due, supplement], open.collect()].concat()
                }
                Phase::Stopped => vec![supplement],
                Phase::Decided | Phase::HandedOver | Phase::Over => Vec::new(),
            };
            assert_eq!(shown, dates(watch, &self.days), "{} {:?}", row.case_no, watch);
        }
    }
}

/// What the clock did at an instant; twice would be found twice.
pub(super) async fn deeds(services: &Services, at: DateTime<Utc>) -> Vec<Deed> {
    let rows = case_event::Entity::find().filter(case_event::COLUMN.at.eq(at));
    let rows = rows.filter(case_event::COLUMN.actor_role.eq("portal")).all(&services.db.read).await.unwrap();
    let deed = |row: case_event::Model| {
        let day = match serde_json::from_value::<Event>(row.payload).unwrap() {
            Event::Accepted { day, .. } | Event::Abandoned { day } | Event::Terminated { day, .. } => {
                Some(day)
            }
            // What comes with a deemed acceptance is looked at in the case.
            Event::Received | Event::StepOpened { .. } => return None,
            _ => None,
        };
        Some((row.case_id, row.kind, day))
    };
    let mut deeds: Vec<Deed> = rows.into_iter().filter_map(deed).collect();
    deeds.sort();
    deeds
}

/// What was told at an instant.
pub(super) async fn alarms(services: &Services, at: DateTime<Utc>) -> Vec<(Uuid, Told)> {
    let rows = alarm::Entity::find().filter(alarm::COLUMN.raised_at.eq(at));
    let one = |row: alarm::Model| {
        let (kind, rank) = (AlarmKind::parse(&row.kind).unwrap(), Rank::parse(&row.rank).unwrap());
        (row.case_id, (kind, rank, row.basis, row.step, row.department_id))
    };
    let rows = rows.all(&services.db.read).await.unwrap();
    let mut told: Vec<_> = rows.into_iter().map(one).collect();
    told.sort();
    told
}
