//! What differs between two ways of handling an item, for people to read.

use super::{Assignment, CorrectionClock, Process, StepSpec};
use crate::case::Limits;
use crate::deadline::Limit;
use crate::item::CaseKind;

/// A way of handling an item: its kind, its limits and its process.
#[derive(Clone, Copy, Debug)]
pub struct Handling<'a> {
    /// 即办件 or 承诺件.
    pub kind: CaseKind,
    /// The limits.
    pub limits: Limits,
    /// The process.
    pub process: &'a Process,
}

/// One difference; what was stands before what is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named after the field of the process that differs")]
pub enum Difference {
    Kind(CaseKind, CaseKind),
    Statutory(Option<Limit>, Option<Limit>),
    Promised(Option<Limit>, Option<Limit>),
    Assignment(Assignment),
    Extension(u16, u16),
    Correction(CorrectionClock),
    Reply(u16, u16),
    Deferral(Option<u16>, Option<u16>),
    Commitment(Option<u16>, Option<u16>),
    Certificate(bool),
    /// 秒批 is now on, off (`Some`), or decides by another rule.
    Automatic(Option<bool>),
    StepAdded(String),
    StepRemoved(String),
    /// The same step under another name: before, now.
    StepRenamed(String, String),
    StepKind(String),
    StepPlaces(String),
    StepAfter(String),
    StepLimit(String, Option<u16>, Option<u16>),
    /// The same steps in another order.
    Order,
}

impl Handling<'_> {
    /// Everything that is otherwise in `now`.
    pub fn differences(self, now: Handling<'_>) -> Vec<Difference> {
        let mut found = Vec::new();
        let (then, is) = (self.process, now.process);
        let mut unless = |same: bool, difference: Difference| {
            if !same {
                found.push(difference);
            }
        };
        unless(self.kind == now.kind, Difference::Kind(self.kind, now.kind));
        let (before, after) = (self.limits, now.limits);
        unless(before.statutory == after.statutory, Difference::Statutory(before.statutory, after.statutory));
        unless(before.promised == after.promised, Difference::Promised(before.promised, after.promised));
        unless(then.assignment == is.assignment, Difference::Assignment(is.assignment));
        unless(then.correction == is.correction, Difference::Correction(is.correction));
        unless(then.reply == is.reply, Difference::Reply(then.reply, is.reply));
        unless(then.extension == is.extension, Difference::Extension(then.extension, is.extension));
        unless(then.deferral == is.deferral, Difference::Deferral(then.deferral, is.deferral));
        unless(then.commitment == is.commitment, Difference::Commitment(then.commitment, is.commitment));
        unless(then.certificate == is.certificate, Difference::Certificate(is.certificate));
        let switched = then.automatic.is_some() != is.automatic.is_some();
        let automatic = switched.then_some(is.automatic.is_some());
        unless(then.automatic == is.automatic, Difference::Automatic(automatic));
        found.extend(steps(then, is));
        found
    }
}

fn steps(then: &Process, now: &Process) -> Vec<Difference> {
    let mut found = Vec::new();
    for step in &now.steps {
        match then.step(&step.key) {
            Some(before) => found.extend(step_differences(before, step)),
            None => found.push(Difference::StepAdded(step.name.clone())),
        }
    }
    let gone = then.steps.iter().filter(|step| now.step(&step.key).is_none());
    found.extend(gone.map(|step| Difference::StepRemoved(step.name.clone())));
    if kept(then, now) != kept(now, then) {
        found.push(Difference::Order);
    }
    found
}

/// The keys of the steps that the other one has too, in order.
fn kept<'a>(one: &'a Process, other: &Process) -> Vec<&'a str> {
    one.steps.iter().map(|step| step.key.as_str()).filter(|key| other.step(key).is_some()).collect()
}

fn step_differences(before: &StepSpec, now: &StepSpec) -> Vec<Difference> {
    let name = || now.name.clone();
    [
        (before.name != now.name).then(|| Difference::StepRenamed(before.name.clone(), name())),
        (before.kind != now.kind).then(|| Difference::StepKind(name())),
        (before.places != now.places).then(|| Difference::StepPlaces(name())),
        (before.after != now.after).then(|| Difference::StepAfter(name())),
        (before.limit != now.limit).then(|| Difference::StepLimit(name(), before.limit, now.limit)),
    ]
    .into_iter()
    .flatten()
    .collect()
}
