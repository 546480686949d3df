//! What happens in the demonstration: every case with its days, laid out before any is written.

use chrono::{DateTime, Utc};
use domain::case::{Action, Enclosed, Mark, Outcome};
use domain::deadline::{Limit, Unit};
use domain::item::{CaseKind, Channel, Subject};
use domain::permission::{Actor, Role};

use super::chance::Chance;
use super::days::Days;
use super::staff::{Cast, Clerk, Resident};
use crate::catalogue::ItemCard;
use crate::intake::Counter;

/// Cases that just happen, beside those that show a light.
const CASES: usize = 380;
/// Cases with the clock running, a few for each light.
const LIGHTS: usize = 32;
/// Cases that have just come and wait for somebody.
const FRESH: usize = 16;

/// One case from beginning to end, or to today.
#[derive(Clone, Debug)]
pub(super) struct Planned {
    pub item: ItemCard,
    pub resident: usize,
    pub channel: Channel,
    pub submitter: Actor,
    pub counter: Option<Counter>,
    pub at: DateTime<Utc>,
    pub steps: Vec<Step>,
}

/// One thing done to a case.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub actor: Actor,
    pub at: DateTime<Utc>,
    pub action: Action,
}

/// What plans are made of.
pub(super) struct World<'a> {
    pub days: &'a Days,
    pub cast: &'a Cast,
    pub items: Vec<ItemCard>,
}

/// Every case, in the order of submission.
pub(super) fn plan(world: &World<'_>) -> Vec<Planned> {
    let mut chance = Chance::new(0x1f5);
    let usual = (0..CASES).filter_map(|_| usual(world, &mut Chance::new(chance.below(u32::MAX).into())));
    let mut plans: Vec<Planned> = usual.collect();
    let lights = (0..LIGHTS).filter_map(|n| light(world, n, &mut chance));
    plans.extend(lights.collect::<Vec<_>>());
    plans.extend((0..FRESH).filter_map(|n| fresh(world, n, &mut chance)).collect::<Vec<_>>());
    plans.sort_by_key(|planned| planned.at);
    plans
}

/// A third of all cases goes to the civil affairs bureau, whose reviewer is the one to look at.
fn item<'a>(world: &'a World<'_>, chance: &mut Chance) -> Option<&'a ItemCard> {
    let civil = chance.percent(33);
    let fits = |item: &&ItemCard| {
        item.subjects.contains(&Subject::Person) && (!civil || item.department_key == "MZ")
    };
    let fitting: Vec<&ItemCard> = world.items.iter().filter(fits).collect();
    chance.pick(&fitting).copied()
}

fn usual(world: &World<'_>, chance: &mut Chance) -> Option<Planned> {
    let item = item(world, chance)?;
    let ago = if chance.percent(35) { chance.below(28) } else { chance.below(365) };
    let mut planned = submission(world, item, ago, chance)?;
    let story =
        Story { world, reviewers: world.cast.reviewers.get(&item.department_key)?, planned: &planned };
    let steps = story.tell(chance);
    planned.steps =
        steps.into_iter().map_while(|step| Some(Step { at: world.days.past(step.at)?, ..step })).collect();
    Some(planned)
}

/// Half for the civil affairs bureau; nobody has looked at it yet.
fn fresh(world: &World<'_>, n: usize, chance: &mut Chance) -> Option<Planned> {
    let fits = |item: &&ItemCard| {
        item.kind == CaseKind::Promise
            && item.subjects.contains(&Subject::Person)
            && (n % 2 == 1 || item.department_key == "MZ")
    };
    let fitting: Vec<&ItemCard> = world.items.iter().filter(fits).collect();
    submission(world, chance.pick(&fitting)?, chance.below(3), chance)
}

fn submission(world: &World<'_>, item: &ItemCard, ago: u32, chance: &mut Chance) -> Option<Planned> {
    let (days, cast) = (world.days, world.cast);
    let day = days.ago(ago);
    let channel = channel(item, chance);
    let at_window = channel == Channel::Window;
    let online = matches!(channel, Channel::Online | Channel::Mobile | Channel::Kiosk);
    let resident = resident(cast, online, chance)?;
    let clerk: &Clerk = chance.pick(&cast.clerks)?;
    let at = if online { days.any_time(day, chance) } else { days.in_office(day, chance) };
    let submitter = if online { cast.residents.get(resident)?.actor.clone()? } else { clerk.actor.clone() };
    Some(Planned {
        item: item.clone(),
        resident,
        channel,
        submitter,
        counter: at_window.then_some(clerk.counter),
        at: days.past(at)?,
        steps: Vec::new(),
    })
}

/// The usual way, where the item can come that way.
fn channel(item: &ItemCard, chance: &mut Chance) -> Channel {
    let flags = item.flags;
    match chance.below(100) {
        0..=19 if flags.online => Channel::Online,
        20..=33 if flags.mobile => Channel::Mobile,
        34..=38 if flags.kiosk => Channel::Kiosk,
        39..=42 => Channel::Phone,
        43..=46 if flags.postal => Channel::Post,
        _ => Channel::Window,
    }
}

/// Anyone at a counter; online those with an account, but for the one who is to be played.
fn resident(cast: &Cast, online: bool, chance: &mut Chance) -> Option<usize> {
    let fits = |resident: &Resident| !online || resident.actor.is_some();
    let others = cast.residents.iter().enumerate().skip(1);
    let fitting: Vec<usize> = others.filter(|(_, resident)| fits(resident)).map(|(at, _)| at).collect();
    chance.pick(&fitting).copied()
}

/// What happens to a case after it came in.
struct Story<'a> {
    world: &'a World<'a>,
    reviewers: &'a [Actor],
    planned: &'a Planned,
}

impl Story<'_> {
    fn tell(&self, chance: &mut Chance) -> Vec<Step> {
        let Some(reviewer) = chance.pick(self.reviewers).cloned() else { return Vec::new() };
        let mut steps = Steps { days: self.world.days, at: self.planned.at, steps: Vec::new() };
        if self.planned.item.kind == CaseKind::Instant {
            self.instant(&mut steps, &reviewer, chance);
        } else {
            self.promise(&mut steps, &reviewer, chance);
        }
        steps.steps
    }

    /// 即办: decided while the applicant waits, or first thing next day.
    fn instant(&self, steps: &mut Steps<'_>, reviewer: &Actor, chance: &mut Chance) {
        let outcome = if chance.percent(97) { Outcome::Granted } else { Outcome::Refused };
        steps.add(reviewer, 0, Action::DecideNow { outcome, reason: opinion(outcome, chance) }, chance);
    }

    fn promise(&self, steps: &mut Steps<'_>, reviewer: &Actor, chance: &mut Chance) {
        let corrected = chance.percent(12);
        if corrected {
            let list = corrections(chance).into_iter().map(Mark::words).collect();
            steps.add(reviewer, chance.below(3), Action::AskCorrection { list }, chance);
            // Some never answer.
            if chance.percent(25) {
                return;
            }
            let applicant = self.applicant();
            let answer = answered(&applicant, chance);
            steps.add(&applicant, chance.between(1, 8), answer, chance);
        }
        match chance.below(100) {
            0..=4 => return steps.add(reviewer, chance.below(4), not_accepted(&self.planned.item), chance),
            5..=8 => return steps.add(&self.applicant(), chance.between(1, 4), withdrawn(), chance),
            _ => {}
        }
        self.accept(steps, reviewer, corrected, chance);
        self.decide(steps, reviewer, chance);
    }

    fn accept(&self, steps: &mut Steps<'_>, reviewer: &Actor, corrected: bool, chance: &mut Chance) {
        let wait = chance.below(3);
        if self.planned.counter.is_none() && !corrected && chance.percent(40) {
            steps.add(reviewer, 0, Action::Receive, chance);
        }
        if chance.percent(50) {
            steps.add(reviewer, wait, Action::Take, chance);
            steps.add(reviewer, 0, Action::Accept, chance);
        } else {
            steps.add(reviewer, wait, Action::Accept, chance);
            steps.add(reviewer, chance.below(3), Action::Take, chance);
        }
    }

    fn decide(&self, steps: &mut Steps<'_>, reviewer: &Actor, chance: &mut Chance) {
        let promised = workdays(self.planned.item.limits.promised).unwrap_or(5).max(1);
        let most = promised.saturating_sub(3).max(1);
        let days = if chance.percent(6) { promised + chance.between(1, 4) } else { chance.between(1, most) };
        let outcome = if chance.percent(93) { Outcome::Granted } else { Outcome::Refused };
        steps.add(reviewer, days, Action::Decide { outcome, reason: opinion(outcome, chance) }, chance);
        steps.add(reviewer, chance.below(3), Action::Close, chance);
    }

    /// Who acts for the applicant: they themselves, or the counter.
    fn applicant(&self) -> Actor {
        let own =
            self.world.cast.residents.get(self.planned.resident).and_then(|resident| resident.actor.clone());
        own.or_else(|| self.world.cast.clerks.first().map(|clerk| clerk.actor.clone()))
            .unwrap_or_else(Actor::portal)
    }
}

/// Steps one after the other.
struct Steps<'a> {
    days: &'a Days,
    at: DateTime<Utc>,
    steps: Vec<Step>,
}

impl Steps<'_> {
    fn add(&mut self, actor: &Actor, workdays: u32, action: Action, chance: &mut Chance) {
        self.at = self.days.later(self.at, workdays, chance);
        self.steps.push(Step { actor: actor.clone(), at: self.at, action });
    }
}

/// A case whose clock runs: yellow, red, black and green in turn.
fn light(world: &World<'_>, n: usize, chance: &mut Chance) -> Option<Planned> {
    let item = lit_item(world, n, chance)?;
    let promised = workdays(item.limits.promised)?;
    let statutory = workdays(item.limits.statutory);
    let elapsed = match n % 4 {
        0 => promised.saturating_sub(1),
        1 => promised + chance.between(1, 2),
        2 => statutory? + chance.between(1, 3),
        _ => promised / 3,
    };
    let accepted = world.days.in_office(world.days.workdays_ago(elapsed), chance);
    let mut planned = submission(world, &item, 0, chance)?;
    planned.at = accepted - chrono::TimeDelta::minutes(i64::from(chance.between(5, 25)));
    let reviewers = world.cast.reviewers.get(&item.department_key)?;
    let reviewer = chance.pick(reviewers)?.clone();
    let mut steps = vec![Step { actor: reviewer.clone(), at: accepted, action: Action::Accept }];
    if chance.percent(60) {
        let at = accepted + chrono::TimeDelta::minutes(3);
        steps.push(Step { actor: reviewer, at, action: Action::Take });
    }
    planned.at = world.days.past(planned.at)?;
    planned.steps =
        steps.into_iter().map_while(|step| Some(Step { at: world.days.past(step.at)?, ..step })).collect();
    Some(planned)
}

/// Half of them for the civil affairs bureau; for black the statute must be near.
fn lit_item(world: &World<'_>, n: usize, chance: &mut Chance) -> Option<ItemCard> {
    let black = n % 4 == 2;
    let fits = |item: &&ItemCard| {
        let statutory = workdays(item.limits.statutory);
        item.kind == CaseKind::Promise
            && item.subjects.contains(&Subject::Person)
            && (n % 8 >= 4 || item.department_key == "MZ" || black)
            && workdays(item.limits.promised).is_some_and(|days| days >= 5)
            && (!black || statutory.is_some_and(|days| days <= 60))
            && (n % 4 != 1
                || statutory.is_none_or(|days| workdays(item.limits.promised).is_some_and(|p| days > p + 2)))
    };
    let fitting: Vec<&ItemCard> = world.items.iter().filter(fits).collect();
    chance.pick(&fitting).map(|&item| item.clone())
}

/// The limit where it is one of working days.
fn workdays(limit: Option<Limit>) -> Option<u32> {
    limit.filter(|limit| limit.unit == Unit::Workday && limit.value > 0).map(|limit| limit.value.into())
}

fn opinion(outcome: Outcome, chance: &mut Chance) -> String {
    let words: &[&str] = match outcome {
        Outcome::Granted => {
            &["材料齐全，符合条件，准予办理。", "经审查符合规定，同意。", "核验无误，予以办结。"]
        }
        Outcome::Refused => &[
            "经核实，家庭月人均收入高于规定标准，不符合条件。如不服，可在六十日内申请行政复议，或在六个月内提起行政诉讼。",
            "所提供的证明与登记信息不一致，不予许可。如不服，可在六十日内申请行政复议，或在六个月内提起行政诉讼。",
        ],
    };
    chance.pick(words).map(|text| (*text).to_owned()).unwrap_or_default()
}

fn corrections(chance: &mut Chance) -> Vec<String> {
    let all = [
        "身份证复印件不清晰，请重新拍照上传",
        "申请表缺少签名",
        "收入证明缺少单位盖章",
        "银行卡照片与账号不一致",
    ];
    let n = usize::try_from(chance.between(1, 3)).unwrap_or(1);
    let from = usize::try_from(chance.below(2)).unwrap_or_default();
    all.iter().skip(from).take(n).map(|text| (*text).to_owned()).collect()
}

/// Papers at the counter, now and then with a word; from home in words, as nobody here has files.
fn answered(applicant: &Actor, chance: &mut Chance) -> Action {
    let words = [
        "申请表已补签名，身份证照片是新拍的，四角都能看清。",
        "都按清单重新准备了，原件下周带到窗口给您核对。",
        "收入证明：单位公章在外地，盖好章的原件已用快递寄出，大约三天到。",
        "银行卡是新换的，账号以这次填的为准，旧卡已经注销。",
    ];
    let papers = applicant.is(Role::Clerk);
    let silent = papers && chance.percent(60);
    let note = chance.pick(&words).filter(|_| !silent).map(|text| (*text).to_owned());
    let enclosed = Enclosed { files: 0, papers };
    Action::AnswerCorrection { note: note.unwrap_or_default(), enclosed, changed: Vec::new() }
}

fn not_accepted(item: &ItemCard) -> Action {
    Action::NotAccept {
        reason: format!("“{}”不属于本机关职权范围，或申请人不符合申请条件。", item.name),
        competent_body: "户籍所在地的同级主管部门".to_owned(),
        remedies: "如不服，可在收到之日起六十日内申请行政复议，或在六个月内提起行政诉讼。".to_owned(),
    }
}

fn withdrawn() -> Action {
    Action::Withdraw { reason: "个人原因，暂不办理。".to_owned() }
}
