//! Random histories, thought out by the rules alone, written as every day and read back: rows, events
//! and counters are what the rules said, on either database.
//!
//! A thousand by default; `YIHAO_TEST_HISTORIES=10000` runs ten thousand.

use super::acts::{Ground, choose, deed};
use super::city::{City, ITEMS};
use crate::cases::record::{self, Beside, Head, Moment};
use crate::cases::{case_of, projection};
use crate::catalogue::IntakeItem;
use crate::counters::{Dimensions, Key};
use crate::demo::chance::Chance;
use crate::{Services, both_databases, supervision};
use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::calendar::{CITY_OFFSET, Calendar, SpecialDay, SpecialKind};
use domain::case::{Action, ActionKind, Case, Context, Event, Filed, available, decide, evolve};
use domain::indicator::tally;
use domain::item::Channel;
use domain::permission::Actor;
use entity::{case_event, case_file, counter, counter_delta, implementation};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryOrder as _};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use uuid::Uuid;

/// The city, a county, streets and a village: figures go by any of them.
const DIVISIONS: [&str; 5] = ["229900", "229902", "229902001", "229902001003", "229903002"];
/// Histories in one transaction.
const TOGETHER: usize = 250;

/// What somebody did at a moment.
struct Act {
    actor: Actor,
    today: NaiveDate,
    before: Case,
    events: Vec<Event>,
}

struct History {
    /// At the counter or not, by whom, and where.
    channel: Channel,
    clerk: Option<Uuid>,
    division: &'static str,
    item: IntakeItem,
    acts: Vec<Act>,
    end: Case,
}

impl Act {
    fn at(&self, n: usize) -> DateTime<Utc> {
        let hour = u32::try_from(9 + n % 8).unwrap();
        self.today.and_hms_opt(hour, 0, 0).unwrap().and_local_timezone(CITY_OFFSET).unwrap().to_utc()
    }
}

/// The calendars: the one announced, and what was made of it on a day in autumn.
struct Calendars {
    first: Calendar,
    later: Calendar,
}

impl Calendars {
    fn new() -> Self {
        let (from, to) = (day("2026-01-01"), day("2026-12-31"));
        let name = || "临时调整".to_owned();
        let off = |date: &str| SpecialDay {
            date: day(date),
            kind: SpecialKind::Holiday,
            name: name(),
            name_en: name(),
        };
        let first = ["2026-02-16", "2026-02-17", "2026-05-01", "2026-10-01", "2026-10-02"].map(off);
        let more = ["2026-06-04", "2026-06-05", "2026-06-22", "2026-07-14"].map(off);
        let later = first.iter().chain(&more).cloned();
        Self {
            first: Calendar::new(from, to, first.clone()).unwrap(),
            later: Calendar::new(from, to, later).unwrap(),
        }
    }

    fn on(&self, today: NaiveDate) -> &Calendar {
        if today < day("2026-05-20") { &self.first } else { &self.later }
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Everybody who may lay hands on the case.
fn people(city: &City) -> Vec<Actor> {
    let citizen = city.citizens[0].actor();
    [vec![citizen, city.clerk.clone(), Actor::portal()], city.reviewers.clone()].concat()
}

/// One history, the same from the same seed.
fn history(city: &City, items: &[IntakeItem], calendars: &Calendars, seed: u64) -> History {
    let mut chance = Chance::new(seed);
    let item = chance.pick(items).unwrap().clone();
    let (person, department) = (city.citizens[0].person_id.unwrap(), city.reviewers[0].department.unwrap());
    let mut case = Case::draft(person, None, department, item.kind, item.limits, Arc::clone(&item.process));
    let (people, file) = (people(city), file(&item, &mut chance));
    let mut today = day("2026-02-02") + Days::new(chance.below(150).into());
    let (mut acts, mut last) = (Vec::new(), today);
    for _ in 0..chance.between(4, 40) {
        today = today + Days::new(if chance.percent(45) { 0 } else { chance.below(6).into() });
        let calendar = calendars.on(today);
        let moved = !std::ptr::eq(calendar, calendars.on(last));
        last = today;
        let Some((actor, action)) =
            next(city, &people, (&case, &file), (today, calendar), moved, &mut chance)
        else {
            continue;
        };
        let context = Context { actor: &actor, today, receipt_day: today, calendar, file: &file };
        let Ok(events) = decide(&case, action, &context) else { continue };
        let before = case.clone();
        case = events.iter().fold(case, evolve);
        acts.push(Act { actor, today, before, events });
    }
    let channel = *chance.pick(&Channel::ALL).unwrap();
    let clerk = city.clerk.account.filter(|_| channel == Channel::Window);
    let division = chance.pick(&DIVISIONS).unwrap();
    History { channel, clerk, division, item, acts, end: case }
}

fn file(item: &IntakeItem, chance: &mut Chance) -> Filed {
    let deferrable = crate::cases::deferrable(item);
    let missing = if chance.percent(50) { deferrable.clone() } else { Vec::new() };
    Filed { missing, deferrable, barred: chance.percent(5) }
}

/// Something that is offered to somebody; the clocks stop and go more often than in life.
fn next(
    city: &City,
    people: &[Actor],
    (case, file): (&Case, &Filed),
    (today, calendar): (NaiveDate, &Calendar),
    moved: bool,
    chance: &mut Chance,
) -> Option<(Actor, Action)> {
    if moved {
        return Some((Actor::portal(), Action::MoveDates));
    }
    let mut offers = Vec::new();
    for actor in people {
        let context = Context { actor, today, receipt_day: today, calendar, file };
        offers.extend(available(case, &context).into_iter().map(|kind| (actor, kind)));
    }
    let mut kinds: Vec<ActionKind> = offers.iter().map(|(_, kind)| *kind).collect();
    kinds.dedup();
    let stops = [ActionKind::Suspend, ActionKind::Resume];
    let stop = kinds.iter().copied().find(|kind| stops.contains(kind)).filter(|_| chance.percent(35));
    let kind = stop.or_else(|| choose(&kinds, chance))?;
    let may: Vec<&Actor> = offers.iter().filter(|(_, one)| *one == kind).map(|(actor, _)| *actor).collect();
    let actor = (*chance.pick(&may)?).clone();
    let ground = Ground { case, file, actor: &actor, today, colleagues: &city.colleagues };
    let action = deed(kind, &ground, chance)?.action;
    Some((actor, action))
}

/// The row as it is before anything happened.
async fn begin<C: ConnectionTrait>(
    tx: &C,
    history: &History,
    code: &str,
    n: usize,
    calendar: &Calendar,
) -> Uuid {
    let Some(first) = history.acts.first() else { return Uuid::nil() };
    let (id, at, draft) = (Uuid::now_v7(), first.at(0), &first.before);
    let text = || Set("-".to_owned());
    let row = case_file::ActiveModel {
        id: Set(id),
        case_no: Set(format!("{n:015}")),
        query_code_cipher: text(),
        query_code_hash: text(),
        item_id: Set(history.item.id.clone()),
        implementation_code: Set(code.to_owned()),
        department_id: Set(draft.department),
        division_code: Set(history.division.to_owned()),
        route_reason: text(),
        person_id: Set(draft.applicant),
        agent_person_id: Set(None),
        kind: Set(draft.kind.as_str().to_owned()),
        limits: Set(serde_json::to_value(draft.limits).unwrap()),
        channel: Set(history.channel.as_str().to_owned()),
        hall_id: Set(None),
        window_id: Set(None),
        clerk_id: Set(history.clerk),
        form_cipher: text(),
        submitted_at: Set(at),
        created_at: Set(at),
        updated_at: Set(at),
        closed_at: Set(None),
        item_version: Set(history.item.process_version),
        ..projection(draft, calendar).unwrap()
    };
    case_file::Entity::insert(row).exec_without_returning(tx).await.unwrap();
    id
}

fn heads(history: &History) -> Dimensions {
    Dimensions {
        department_id: history.end.department,
        item_id: history.item.id.clone(),
        division_code: history.division.to_owned(),
        window_id: None,
        clerk_id: history.clerk,
        channel: history.channel,
        received: history.acts.first().map_or(NaiveDate::MIN, |act| act.today),
    }
}

/// Writes them; the keys of their rows.
async fn write(services: &Services, histories: &[History], calendars: &Calendars) -> Vec<Uuid> {
    let found = implementation::Entity::find().all(&services.db.read).await.unwrap();
    let codes: HashMap<String, String> = found.into_iter().map(|row| (row.item_id, row.code)).collect();
    let mut ids = Vec::new();
    for (part, many) in histories.chunks(TOGETHER).enumerate() {
        let tx = services.db.begin().await.unwrap();
        for (at, history) in many.iter().enumerate() {
            let n = part * TOGETHER + at;
            let id = begin(&tx, history, &codes[&history.item.id], n, &calendars.first).await;
            for (n, act) in history.acts.iter().enumerate() {
                let (calendar, case_no) = (calendars.on(act.today), format!("{n:015}"));
                let watch = services.watch.rules();
                let moment =
                    Moment { actor: &act.actor, at: act.at(n), today: act.today, calendar, watch: &watch };
                let head = Head { case_id: id, case_no: &case_no, dimensions: heads(history), grant: None };
                let after = record::append(&tx, &head, &act.before, &act.events, Beside::default(), &moment);
                let pure = history.acts.get(n + 1).map_or(&history.end, |next| &next.before);
                assert_eq!(after.await.unwrap(), *pure);
            }
            ids.push(id);
        }
        tx.commit().await.unwrap();
    }
    ids
}

/// Row and events of each are what was thought out; names of holders stand with their accounts.
async fn compare(services: &Services, histories: &[History], ids: &[Uuid]) {
    let rows = case_file::Entity::find().all(&services.db.read).await.unwrap();
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let found = case_event::Entity::find().order_by_asc(case_event::Column::Seq);
    let mut events: HashMap<Uuid, Vec<Event>> = HashMap::new();
    for row in found.all(&services.db.read).await.unwrap() {
        events.entry(row.case_id).or_default().push(serde_json::from_value(row.payload).unwrap());
    }
    for (history, id) in histories.iter().zip(ids) {
        let pure: Vec<Event> = history.acts.iter().flat_map(|act| act.events.clone()).collect();
        let Some(first) = history.acts.first() else { continue };
        assert_eq!(events.remove(id).unwrap_or_default(), pure);
        let folded = pure.iter().fold(first.before.clone(), evolve);
        assert_eq!(folded, history.end);
        let name = history.end.assignee.as_ref().map(|holder| holder.name.as_str());
        let row = rows.remove(id).unwrap();
        assert_eq!(case_of(&row, Arc::clone(&history.item.process), name).unwrap(), history.end);
    }
}

/// Every counter is the sum of what the rules say.
async fn count(services: &Services, histories: &[History]) {
    let mut sums: BTreeMap<Key, i64> = BTreeMap::new();
    for history in histories {
        let heads = heads(history);
        for (n, act) in history.acts.iter().enumerate() {
            let when = heads.when(act.at(n));
            let mut case = act.before.clone();
            for event in &act.events {
                let after = evolve(case.clone(), event);
                for delta in tally(&case, event, &after, &when) {
                    *sums.entry(Key::of(&heads, &delta).unwrap()).or_default() += delta.n;
                }
                case = after;
            }
        }
    }
    let mut stored: BTreeMap<Key, i64> = BTreeMap::new();
    let folded =
        counter::Entity::find().all(&services.db.read).await.unwrap().into_iter().map(Key::of_counter);
    let waiting = counter_delta::Entity::find().all(&services.db.read).await.unwrap();
    for (key, n) in folded.chain(waiting.into_iter().map(Key::of_delta)) {
        *stored.entry(key).or_default() += i64::from(n);
    }
    sums.retain(|_, n| *n != 0);
    stored.retain(|_, n| *n != 0);
    assert_eq!(stored, sums);
}

both_databases! {
    async fn histories_are_stored_as_they_were_thought_out(portal: TestPortal) {
        let city = City::new(&portal).await;
        let wanted = std::env::var("YIHAO_TEST_HISTORIES").ok().and_then(|n| n.parse().ok());
        let wanted: u64 = wanted.unwrap_or(1_000);
        portal.db.wait_for_disk(false).await.unwrap();
        let (services, calendars) = (&city.services, Calendars::new());
        let mut items = Vec::new();
        for id in ITEMS {
            items.push(services.catalogue.intake_item(id, None).await.unwrap());
        }
        let histories: Vec<History> =
            (0..wanted).map(|seed| history(&city, &items, &calendars, seed)).collect();
        let ids = write(services, &histories, &calendars).await;
        compare(services, &histories, &ids).await;
        count(services, &histories).await;
        crate::counters::fold(services).await.unwrap();
        count(services, &histories).await;
        let verdict = supervision::verify(services, |_, _| {}).await.unwrap();
        assert!(verdict.is_good(), "{:?}", verdict.differences);
        // And in plain SQL, on a day after all of it.
        let end = services.at("2027-03-01T04:00:00Z".parse().unwrap());
        for (from, to) in [("2026-01-01", "2027-03-01"), ("2026-03-09", "2026-05-20"), ("2026-07-14", "2026-07-14")] {
            supervision::tests::plain::check(&end, day(from), day(to)).await;
        }
        let done = histories.iter().flat_map(|one| &one.acts).flat_map(|act| &act.events);
        let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
        done.for_each(|event| *kinds.entry(event.kind()).or_default() += 1);
        eprintln!("{wanted} histories: {kinds:?}");
        assert!(kinds["suspended"] > histories.len() / 20 && kinds.contains_key("dates_moved"));
    }
}
