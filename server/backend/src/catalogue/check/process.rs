//! The process of an item of the file: departments that there are, steps in an order, limits that fit.

use std::collections::HashSet;

use domain::case::Limits;
use domain::process::ProcessFault;
use uuid::Uuid;

use super::super::file::{FileItem, FileProcess};
use super::super::version;
use super::Checked;
use crate::import::{Faults, Problem};

/// Adds what is wrong with it.
pub(super) fn check(
    at: &str,
    item: &FileItem,
    checked: &Checked,
    departments: &HashSet<&str>,
    faults: &mut Faults,
) {
    let Some(process) = &item.process else { return };
    let at = format!("{at}.process");
    unknown(&at, process, departments, faults);
    let limits = Limits { statutory: checked.legal, promised: checked.promise };
    // Which department it is makes no difference here, only whether it is the same.
    let given = version::given(item, limits, |key| Some(stand_in(key)));
    let Ok(Some(process)) = given else {
        faults.add(format!("{at}.automatic"), Problem::Contradicts("eligibility_rule".to_owned()));
        return;
    };
    for (step, fault) in process.step_faults() {
        let (part, problem) = told(&fault);
        faults.add(format!("{at}.steps[{step}].{part}"), problem);
    }
    for fault in process.whole_faults(limits) {
        let (part, problem) = told(&fault);
        faults.add(format!("{at}.{part}"), problem);
    }
}

fn unknown(at: &str, process: &FileProcess, departments: &HashSet<&str>, faults: &mut Faults) {
    for (n, step) in process.steps.iter().enumerate() {
        let is_known = |key: &&String| *key == "competent" || departments.contains(key.as_str());
        for key in step.departments.iter().filter(|key| !is_known(key)) {
            faults.add(format!("{at}.steps[{n}].departments"), Problem::Unknown(key.clone()));
        }
    }
}

fn stand_in(key: &str) -> Uuid {
    let number = key.bytes().fold(0u128, |number, byte| number.wrapping_mul(257) + u128::from(byte));
    Uuid::from_u128(number)
}

fn told(fault: &ProcessFault) -> (&'static str, Problem) {
    match fault {
        ProcessFault::Name(_) => ("name", Problem::Missing),
        ProcessFault::Twice(key) => ("key", Problem::Twice(key.clone())),
        ProcessFault::Places(_) | ProcessFault::Alone(_) => ("departments", Problem::Missing),
        ProcessFault::After(_) => ("after", Problem::Contradicts("the steps before".to_owned())),
        ProcessFault::Limit(_) => ("limit", Problem::Unknown("0".to_owned())),
        ProcessFault::TooLong { .. } => ("steps", Problem::Contradicts("promise_limit".to_owned())),
        ProcessFault::Deferral => ("deferral", Problem::Contradicts("promise_limit".to_owned())),
        ProcessFault::Automatic => ("steps", Problem::Contradicts("channels.instant_approval".to_owned())),
        ProcessFault::Promise => ("promise_limit", Problem::Contradicts("legal_limit".to_owned())),
    }
}
