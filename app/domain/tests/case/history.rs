//! Random histories: whatever people try, in whatever order, on days that move forward.

use crate::acts::sensible;
use crate::announced::calendar;
use crate::people::{FIRE, HEALTH, everybody};
use crate::story::{Story, step};
use chrono::{Days, NaiveDate};
use domain::calendar::Calendar;
use domain::case::{Action, ActionKind, Case, Event, Filed, Limits, Refusal, evolve};
use domain::deadline::{Limit, Unit};
use domain::item::CaseKind;
use domain::permission::Actor;
use domain::process::{CorrectionClock, Place, Process, StepKind, StepSpec};
use proptest::prelude::*;
use std::sync::{Arc, LazyLock};
use uuid::Uuid;

static ANNOUNCED: LazyLock<Arc<Calendar>> = LazyLock::new(|| Arc::new(calendar()));

/// One try: how to choose, who, what, days later, how it is filled in.
pub type Try = (bool, usize, usize, u64, u8);

#[derive(Clone, Debug)]
pub struct Plan {
    pub begin: Story,
    pub tries: Vec<Try>,
}

/// What came of one try.
#[derive(Clone, Debug)]
pub struct Moment {
    pub before: Story,
    pub actor: Actor,
    pub action: Action,
    pub result: Result<Vec<Event>, Refusal>,
}

impl Moment {
    /// The case after each event, with the event.
    pub fn folded(&self) -> Vec<(Event, Case)> {
        let mut case = self.before.case.clone();
        let events = self.result.clone().unwrap_or_default();
        let fold = |event: Event| {
            case = evolve(case.clone(), &event);
            (event, case.clone())
        };
        events.into_iter().map(fold).collect()
    }

    pub fn after(&self) -> Case {
        self.folded().pop().map_or_else(|| self.before.case.clone(), |(_, case)| case)
    }
}

impl Plan {
    pub fn moments(&self) -> Vec<Moment> {
        let (mut story, people) = (self.begin.clone(), everybody());
        let mut moments = Vec::new();
        for &(offered, who, what, days, variant) in &self.tries {
            story.today = story.today + Days::new(days);
            story.after_hours = variant % 5 == 1;
            let (actor, kind) =
                if offered { choose(&story, &people, what) } else { wild(&people, who, what) };
            let action = sensible(kind, &story, &actor, variant);
            let result = story.attempt(&actor, action.clone());
            let moment = Moment { before: story.clone(), actor, action, result };
            story.case = moment.after();
            moments.push(moment);
        }
        moments
    }

    /// What it all came to.
    pub fn end(&self) -> Story {
        let last = self.moments().pop();
        last.map_or_else(|| self.begin.clone(), |last| Story { case: last.after(), ..last.before })
    }
}

fn wild(people: &[Actor], who: usize, what: usize) -> (Actor, ActionKind) {
    (people[who % people.len()].clone(), ActionKind::ALL[what % ActionKind::ALL.len()])
}

/// Something that is offered to somebody; what ends a story is chosen more seldom.
fn choose(story: &Story, people: &[Actor], what: usize) -> (Actor, ActionKind) {
    let ends = [ActionKind::Withdraw, ActionKind::Void, ActionKind::Terminate, ActionKind::NotAccept];
    let offers = |actor: &Actor| story.offered(actor).into_iter().map(|kind| (actor.clone(), kind)).collect();
    let all: Vec<(Actor, ActionKind)> = people.iter().flat_map::<Vec<_>, _>(offers).collect();
    let dull = |(_, kind): &&(Actor, ActionKind)| what.is_multiple_of(11) || !ends.contains(kind);
    // What few cases can have is chosen more often.
    let rare = [ActionKind::DecideByRule, ActionKind::AskPerson, ActionKind::AcceptDeferred];
    let wanted = all.iter().filter(|(_, kind)| what.is_multiple_of(3) && rare.contains(kind));
    let kept: Vec<_> = match wanted.collect::<Vec<_>>() {
        wanted if wanted.is_empty() => all.iter().filter(dull).collect(),
        wanted => wanted,
    };
    match kept.len() {
        0 => wild(people, what, what),
        many => kept[what % many].clone(),
    }
}

fn on(department: Uuid) -> Place {
    Place::Department(department)
}

/// Ways in which departments may be asked.
fn steps() -> impl Strategy<Value = Vec<StepSpec>> {
    use StepKind::{Joint, Review, Site};
    let first = || step("甲", Review, &[on(FIRE)], &[], Some(2));
    prop_oneof![
        2 => Just(Vec::new()),
        1 => Just(vec![first(), step("乙", Review, &[on(HEALTH)], &["甲"], None)]),
        1 => Just(vec![first(), step("乙", Review, &[Place::Competent], &[], Some(4))]),
        1 => Just(vec![
            step("会", Joint, &[on(FIRE), on(HEALTH)], &[], Some(3)),
            step("勘", Site, &[on(FIRE)], &["会"], Some(1)),
            step("丁", Review, &[Place::Competent], &["会"], None),
        ]),
    ]
}

prop_compose! {
    fn processes()(
        steps in steps(),
        extension in prop_oneof![Just(0u16), Just(10), Just(15)],
        pause in any::<bool>(),
        reply in 1u16..16,
        deferral in prop::option::of(1u16..8),
        commitment in prop::option::of(1u16..30),
        certificate in any::<bool>(),
        automatic in any::<bool>(),
    ) -> Process {
        let correction = if pause { CorrectionClock::Pause } else { CorrectionClock::Restart };
        let automatic = crate::by_rule::automatic().automatic.filter(|_| automatic && steps.is_empty());
        let process = Process::default();
        Process { steps, extension, correction, reply, deferral, commitment, certificate, automatic, ..process }
    }
}

fn limits() -> impl Strategy<Value = Limits> {
    let workdays = (1u16..12, 0u16..12).prop_map(|(promised, more)| {
        (Some(Limit::workdays(promised)), Some(Limit::workdays(promised + more)))
    });
    let days = (0u16..12, 0u16..30).prop_map(|(promised, more)| {
        let day = |value| Some(Limit { value, unit: Unit::Day });
        (day(promised), day(promised + more))
    });
    let both = prop_oneof![3 => workdays, 1 => days];
    (both, 0u8..6).prop_map(|((promised, statutory), gone)| Limits {
        promised: promised.filter(|_| gone != 0),
        statutory: statutory.filter(|_| gone != 1),
    })
}

fn files() -> impl Strategy<Value = Filed> {
    let ids = [Uuid::from_u128(0xa1), Uuid::from_u128(0xa2)];
    (prop_oneof![2 => Just(0usize), 1 => 1usize..3], 0usize..4, prop::bool::weighted(0.2)).prop_map(
        move |(missing, deferrable, barred)| {
            let (missing, deferrable) = (ids[..missing].to_vec(), ids[..deferrable.min(2)].to_vec());
            Filed { missing, deferrable, barred }
        },
    )
}

prop_compose! {
    fn stories()(
        instant in prop::bool::weighted(0.2),
        limits in limits(),
        process in processes(),
        file in files(),
        first in 0u64..300,
    ) -> Story {
        let kind = if instant { CaseKind::Instant } else { CaseKind::Promise };
        let today = NaiveDate::from_ymd_opt(2026, 1, 2).unwrap() + Days::new(first);
        Story { today, calendar: Arc::clone(&ANNOUNCED), ..Story::of(kind, limits, process).filed(file) }
    }
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let days = prop_oneof![4 => Just(0u64), 4 => 1u64..4, 1 => 4u64..20];
    let one = (prop::bool::weighted(0.75), 0usize..60, 0usize..2310, days, 0u8..24);
    prop::collection::vec(one, 1..45)
}

/// A case from its draft on, and all that is tried with it.
pub fn plans() -> impl Strategy<Value = Plan> {
    (stories(), tries()).prop_map(|(begin, tries)| Plan { begin, tries })
}
