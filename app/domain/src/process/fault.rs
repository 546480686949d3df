//! What may be wrong with a process: told to its editor before it can come into force.

use super::{Process, StepKind, StepSpec};
use crate::case::Limits;
use crate::deadline::Unit;
use std::collections::{BTreeMap, BTreeSet};

/// Longest name of a step.
const NAME_MAX: usize = 40;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProcessFault {
    /// A step without a name, or with one too long.
    Name(String),
    /// Two steps with one key.
    Twice(String),
    /// Nobody does the step, or one department twice.
    Places(String),
    /// 会商联审 takes at least two departments.
    Alone(String),
    /// Waits for a step that does not stand before it.
    After(String),
    /// A limit of no day.
    Limit(String),
    /// The steps in their order take longer than what is promised.
    TooLong {
        /// Working days of the longest way through.
        steps: u32,
        /// Working days promised.
        promised: u32,
    },
    /// 容缺: what may follow must come within the promise.
    Deferral,
    /// 秒批 is for what is decided on the spot: with steps it could never be.
    Automatic,
    /// The promise is longer than the statute allows.
    Promise,
}

impl Process {
    /// Everything that is wrong with it under the item's limits.
    pub fn faults(&self, limits: Limits) -> Vec<ProcessFault> {
        let mut faults: Vec<_> = self.step_faults().into_iter().map(|(_, fault)| fault).collect();
        faults.extend(self.whole_faults(limits));
        faults
    }

    /// What is wrong with single steps, each with its place in the process.
    pub fn step_faults(&self) -> Vec<(usize, ProcessFault)> {
        let mut faults = Vec::new();
        let mut known = BTreeSet::new();
        for (at, step) in self.steps.iter().enumerate() {
            faults.extend(step_faults(step, &known).into_iter().map(|fault| (at, fault)));
            if !known.insert(step.key.as_str()) {
                faults.push((at, ProcessFault::Twice(step.key.clone())));
            }
        }
        faults
    }

    /// What is wrong with it as a whole under the item's limits.
    pub fn whole_faults(&self, limits: Limits) -> Vec<ProcessFault> {
        let mut faults = Vec::new();
        let promised = limits.promised.or(limits.statutory).filter(|limit| limit.unit == Unit::Workday);
        let steps = self.longest_way();
        if let Some(promised) = promised.map(|limit| u32::from(limit.value)).filter(|&days| steps > days) {
            faults.push(ProcessFault::TooLong { steps, promised });
        }
        // 容缺受理: the supplement must come within the item's promise.
        if let (Some(days), Some(promised)) = (self.deferral, promised)
            && (days == 0 || days > promised.value)
        {
            faults.push(ProcessFault::Deferral);
        }
        if self.automatic.is_some() && !self.steps.is_empty() {
            faults.push(ProcessFault::Automatic);
        }
        if let (Some(promised), Some(statutory)) = (limits.promised, limits.statutory)
            && promised.unit == statutory.unit
            && promised.value > statutory.value
        {
            faults.push(ProcessFault::Promise);
        }
        faults
    }

    /// Working days of the longest way through the steps.
    pub fn longest_way(&self) -> u32 {
        let mut ends: BTreeMap<&str, u32> = BTreeMap::new();
        for step in &self.steps {
            let begins = step.after.iter().filter_map(|key| ends.get(key.as_str())).max().copied();
            let end = begins.unwrap_or_default().saturating_add(u32::from(step.limit.unwrap_or_default()));
            ends.insert(&step.key, end);
        }
        ends.into_values().max().unwrap_or_default()
    }
}

fn step_faults(step: &StepSpec, before: &BTreeSet<&str>) -> Vec<ProcessFault> {
    let mut faults = Vec::new();
    let name = || step.name.clone();
    let length = step.name.trim().chars().count();
    if step.key.is_empty() || length == 0 || length > NAME_MAX {
        faults.push(ProcessFault::Name(name()));
    }
    let places: BTreeSet<_> = step.places.iter().collect();
    if places.is_empty() || places.len() < step.places.len() {
        faults.push(ProcessFault::Places(name()));
    }
    if step.kind == StepKind::Joint && places.len() == 1 {
        faults.push(ProcessFault::Alone(name()));
    }
    if step.after.iter().any(|key| !before.contains(key.as_str())) {
        faults.push(ProcessFault::After(name()));
    }
    if step.limit == Some(0) {
        faults.push(ProcessFault::Limit(name()));
    }
    faults
}
