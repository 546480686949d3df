//! A year of a busy city: people do what they may, forget, and err; the clock does the rest.

use super::acts::{Ground, choose, deed};
use super::book::{Book, alarms, deeds};
use super::city::{City, ITEMS};
use super::days::Days;
use super::watch::Phase;
use crate::accounts::Account;
use crate::cases::{self, CaseView};
use crate::demo::chance::Chance;
use crate::drafts::{Manner, MaterialAnswer};
use crate::intake::{self, Application, Counter};
use crate::{Kind, Services, absences, both_databases, places, supervision};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::alarm::AlarmKind;
use domain::calendar::CITY_OFFSET;
use domain::case::{Filed, Refusal, table};
use domain::intake::Answers;
use domain::item::Channel;
use domain::permission::Actor;
use std::collections::BTreeSet;
use uuid::Uuid;

const CALENDAR: &str = include_str!("../../../../data/calendar.json");
/// Tries of people on a working day.
const TRIES: u32 = 9;

/// What happens at one minute of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Calendar,
    Round,
    Arrival,
    Try,
}

struct Year {
    city: City,
    /// A second server with its own memory.
    second: Services,
    book: Book,
    chance: Chance,
    sent: usize,
    refused: usize,
    /// The days before the calendar was changed, until a round has followed.
    changed: Option<Days>,
}

fn instant(day: NaiveDate, minute: u32) -> DateTime<Utc> {
    let time = NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap();
    day.and_time(time).and_local_timezone(CITY_OFFSET).unwrap().to_utc()
}

/// The calendar as it is announced anew: two days off, one to work for them, one no longer worked.
fn corrected(calendar: &str, days: &[(&str, &str)], gone: &str) -> String {
    let mut file: serde_json::Value = serde_json::from_str(calendar).unwrap();
    let all = file["days"].as_array_mut().unwrap();
    all.retain(|day| day["date"] != gone);
    for (date, kind) in days {
        all.push(serde_json::json!({ "date": date, "kind": kind, "name": "临时调整" }));
    }
    file.to_string()
}

impl Year {
    async fn new(portal: &crate::Portal) -> Self {
        let city = City::new(portal).await;
        let second = Services::load(portal.clone()).await.unwrap();
        let (book, chance) = (Book::new(Days::read(CALENDAR)), Chance::new(0x0ca5e));
        Self { city, second, book, chance, sent: 0, refused: 0, changed: None }
    }

    /// What happens on a day, in order.
    fn plan(&mut self, day: NaiveDate) -> Vec<(u32, What)> {
        let worked = self.book.days.worked(day);
        let mut plan = Vec::new();
        let asleep = ["2026-03-09", "2026-03-10", "2026-03-11", "2026-08-20", "2026-08-21", "2026-08-22"];
        let asleep = asleep.contains(&day.to_string().as_str());
        let rounds = if asleep { 0 } else { self.chance.between(0, 4) };
        for _ in 0..rounds {
            plan.push((self.chance.below(719) * 2, What::Round));
        }
        if ["2026-04-21", "2026-09-14"].contains(&day.to_string().as_str()) {
            plan.extend([(1, What::Calendar), (2, What::Round)]);
        }
        if self.chance.percent(if worked { 75 } else { 30 }) {
            plan.push((self.chance.below(700) * 2 + 21, What::Arrival));
        }
        for _ in 0..if worked { TRIES } else { 1 } {
            plan.push((self.chance.between(260, 540) * 2 + 1, What::Try));
        }
        plan.sort();
        plan.dedup_by_key(|(minute, _)| *minute);
        plan
    }

    async fn day(&mut self, day: NaiveDate) {
        for (minute, what) in self.plan(day) {
            let now = instant(day, minute);
            match what {
                What::Calendar => self.calendar(day, now).await,
                What::Round => self.round(now, minute / 60).await,
                What::Arrival => self.arrival(now, minute).await,
                What::Try => self.attempt(now).await,
            }
        }
    }

    async fn calendar(&mut self, day: NaiveDate, now: DateTime<Utc>) {
        let first = corrected(CALENDAR, &[("2026-04-23", "holiday"), ("2026-04-26", "workday")], "");
        let second = [("2026-09-16", "holiday"), ("2026-09-17", "holiday"), ("2026-09-19", "workday")];
        let later = corrected(&first, &second, "2026-10-10");
        let json = if day.to_string().as_str() < "2026-06-01" { first } else { later };
        places::import_calendar(&self.city.services.at(now), &self.city.admin, &json).await.unwrap();
        self.changed = Some(std::mem::replace(&mut self.book.days, Days::read(&json)));
    }

    /// One worker or two at the same time; what they did is what the book says, no more and no less.
    async fn round(&mut self, now: DateTime<Utc>, hour: u32) {
        let today = now.with_timezone(&CITY_OFFSET).date_naive();
        let mut due = self.book.due(today);
        if let Some(before) = self.changed.take() {
            let days = std::mem::replace(&mut self.book.days, before);
            due.extend(self.book.moves(&days));
            self.book.days = days;
        }
        let (one, two) = (self.city.services.at(now), self.second.at(now));
        one.refresh().await.unwrap();
        two.refresh().await.unwrap();
        match self.chance.below(3) {
            0 => assert!(super::super::round(&one).await.is_ok()),
            1 => assert!(super::super::round(&two).await.is_ok()),
            _ => {
                let (first, other) = tokio::join!(super::super::round(&one), super::super::round(&two));
                assert!(first.is_ok() && other.is_ok(), "{first:?} {other:?}");
            }
        }
        let due: Vec<_> = due.into_iter().collect();
        assert_eq!(deeds(&one, now).await, due, "{now}");
        for (id, _, _) in due {
            self.book.catch_up(&one, id).await;
        }
        let heard = (9..17).contains(&hour) && self.book.days.worked(today);
        let to_tell = if heard { self.book.to_tell(today) } else { BTreeSet::new() };
        assert_eq!(alarms(&one, now).await, to_tell.iter().cloned().collect::<Vec<_>>(), "{now}");
        self.book.told.extend(to_tell);
    }

    async fn arrival(&mut self, now: DateTime<Utc>, minute: u32) {
        let services = self.city.services.at(now);
        let today = services.clock.today();
        let item_id = (*self.chance.pick(&ITEMS).unwrap()).to_owned();
        let citizen = self.chance.pick(&self.city.citizens).unwrap().clone();
        let open = self.book.days.worked(today) && (540..1020).contains(&minute);
        let at_counter = open && self.chance.percent(40);
        let item = services.catalogue.intake_item(&item_id, None).await.unwrap();
        let own =
            item.materials.iter().filter(|one| one.certificate_code.is_none() && one.data_share.is_none());
        let manners = [Manner::Missing, Manner::Commitment, Manner::Paper];
        let manner = *self.chance.pick(&manners).unwrap();
        let manner = if manner == Manner::Paper && !at_counter { Manner::Missing } else { manner };
        let materials = own.map(|one| MaterialAnswer::new(one.id, manner, Vec::new())).collect();
        let counter = at_counter.then_some(Counter { hall_id: None, window_id: None });
        let application = Application {
            item_id,
            situation: None,
            person_id: citizen.person_id.unwrap(),
            agent_person_id: None,
            entity_id: None,
            answers: answers(),
            materials,
            channel: if at_counter { Channel::Window } else { Channel::Online },
            counter,
            consented: true,
            person_wanted: self.chance.percent(20),
        };
        self.sent += 1;
        let actor = if at_counter { self.city.clerk.clone() } else { citizen.actor() };
        match intake::submit(&services, &actor, application, &format!("year-{}", self.sent)).await {
            Ok(receipt) => {
                let late = !at_counter && (minute >= 17 * 60 || !self.book.days.worked(today));
                let day = if late { self.book.days.next_worked(today) } else { today };
                assert_eq!(receipt.receipt_day, day, "{now}");
                self.book.enter(&services, &receipt.case_no).await;
            }
            // Who broke a promise makes no more of them.
            Err(error) => assert!(matches!(error.kind(), Kind::Refused(Refusal::Barred)), "{error:?}"),
        }
    }

    /// Somebody opens a case and does something that the page offers.
    async fn attempt(&mut self, now: DateTime<Utc>) {
        let services = self.city.services.at(now);
        let Some(id) = self.which() else { return };
        let number = self.book.cases[&id].number.clone();
        let actor = self.somebody(&services, id).await;
        let Ok(view) = cases::get(&services, &actor, &number).await else { return };
        let Some(kind) = choose(&view.actions, &mut self.chance) else { return };
        let file =
            Filed { missing: view.missing.clone(), deferrable: view.deferrable.clone(), barred: view.barred };
        let (today, colleagues) = (services.clock.today(), self.city.colleagues.as_slice());
        let ground = Ground { case: &view.case, file: &file, actor: &actor, today, colleagues };
        let Some(deed) = deed(kind, &ground, &mut self.chance) else { return };
        let stale = self.chance.percent(3);
        let version = view.case.version - u32::from(stale);
        match cases::act(&services, &actor, &number, version, deed).await {
            Ok(after) => {
                assert!(!stale, "a stale page decided");
                legal(&view, &after, kind);
            }
            Err(error) => self.err(&error, stale, kind),
        }
        self.book.catch_up(&services, id).await;
    }

    /// Mostly what has just come or is asked about, seldom what has been handed over.
    fn which(&mut self) -> Option<Uuid> {
        let wanted: &[Phase] = match self.chance.below(10) {
            0..=3 => &[Phase::Sent],
            4..=8 => &[Phase::Sent, Phase::Asked, Phase::Handled, Phase::Stopped, Phase::Decided],
            _ => &[Phase::Decided, Phase::HandedOver],
        };
        let fits = self.book.cases.iter().filter(|(_, watch)| wanted.contains(&watch.phase));
        let fitting: Vec<Uuid> = fits.map(|(id, _)| *id).collect();
        self.chance.pick(&fitting).copied()
    }

    /// A page never offers what the rules do not admit; only what is filled in may be wrong.
    fn err(&mut self, error: &crate::Error, stale: bool, kind: domain::case::ActionKind) {
        self.refused += 1;
        let fine = match error.kind() {
            Kind::Stale { .. } => stale,
            Kind::Invalid(_) => true,
            Kind::Refused(refusal) => !matches!(
                refusal,
                Refusal::NotYours(_) | Refusal::WrongStatus { .. } | Refusal::StepsOpen(_) | Refusal::NoDate
            ),
            _ => false,
        };
        assert!(fine, "{kind:?}: {error:?} {:?}", error.causes());
    }

    async fn somebody(&mut self, services: &Services, id: Uuid) -> Actor {
        let watch = &self.book.cases[&id];
        let asked: Vec<Uuid> =
            watch.parts.iter().filter(|part| part.open).map(|part| part.department).collect();
        let wanted = if self.chance.percent(45) { asked } else { vec![watch.department] };
        let fits = |actor: &&Actor| actor.department.is_some_and(|own| wanted.contains(&own));
        let reviewers: Vec<&Actor> = self.city.reviewers.iter().filter(fits).collect();
        let reviewer = self.chance.pick(&reviewers).map(|one| (*one).clone());
        match (self.chance.below(10), reviewer) {
            (0, _) => self.city.clerk.clone(),
            (1, _) => {
                let own = self.city.citizens.iter().find(|one| one.person_id == Some(watch.applicant));
                own.map(Account::actor).unwrap()
            }
            (2, _) if watch.phase == Phase::Asked => self.city.clerk.clone(),
            (_, Some(reviewer)) => {
                let stands_in_for =
                    absences::stood_in_for(services, reviewer.account.unwrap()).await.unwrap();
                Actor { stands_in_for, ..reviewer }
            }
            (_, None) => self.city.clerk.clone(),
        }
    }

    async fn holidays(&mut self, day: NaiveDate) {
        let services = self.city.services.at(instant(day, 480));
        let away = self.chance.pick(&self.city.colleagues).unwrap().account;
        let others: Vec<_> = self.city.colleagues.iter().filter(|one| one.account != away).collect();
        let deputy = self.chance.pick(&others).unwrap().account;
        let until = day + chrono::Days::new(self.chance.between(1, 9).into());
        let new = absences::NewAbsence { account: away, deputy, since: day, until, reason: String::new() };
        absences::add(&services, &self.city.admin, new).await.unwrap();
    }

    /// Everything there is happened, and all of it adds up.
    async fn end(&self) {
        let services = &self.city.services;
        self.book.compare(services).await;
        let verdict = supervision::verify(services, |_, _| {}).await.unwrap();
        assert!(verdict.is_good(), "{:?}", verdict.differences);
        let kinds: BTreeSet<AlarmKind> = self.book.told.iter().map(|(_, told)| told.0).collect();
        let Book { cases, told, done, .. } = &self.book;
        eprintln!("{} cases, {} alarms, {} refusals, {done:?}", cases.len(), told.len(), self.refused);
        assert_eq!(kinds.len(), AlarmKind::ALL.len(), "never told: {kinds:?}");
        for event in ["abandoned", "terminated", "dates_moved", "rules_applied", "step_returned", "resumed"] {
            assert!(done.contains_key(event), "never: {event}");
        }
        assert!(cases.values().any(|watch| watch.deemed.is_some()), "nothing was deemed accepted");
    }
}

fn answers() -> Answers {
    let answers =
        [("residence_division", "229902001"), ("address", "幸福路1号"), ("contact_phone", "13800000000")];
    answers.map(|(key, value)| (key.to_owned(), value.to_owned())).into()
}

/// Where it began and where it led stand in the table.
fn legal(before: &CaseView, after: &CaseView, kind: domain::case::ActionKind) {
    let (row, from, to) = (table::row(kind), before.case.status, after.case.status);
    assert!(row.from.contains(&from), "{kind:?} from {from:?}");
    assert!(row.to.contains(&to) || row.to.is_empty() && from == to, "{kind:?}: {from:?} → {to:?}");
}

both_databases! {
    async fn a_year_passes_as_the_book_says(portal: TestPortal) {
        portal.db.wait_for_disk(false).await.unwrap();
        let mut year = Year::new(&portal).await;
        let first = NaiveDate::from_ymd_opt(2026, 1, 4).unwrap();
        for day in first.iter_days().take_while(|day| day.to_string().as_str() < "2026-12-24") {
            if year.chance.percent(5) {
                year.holidays(day).await;
            }
            year.day(day).await;
            if day.to_string().ends_with("-20") {
                year.book.compare(&year.city.services).await;
            }
        }
        year.end().await;
    }
}
