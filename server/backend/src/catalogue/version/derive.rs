//! The process of an item of the catalogue's file: what it says itself, and for the rest what its
//! flags and limits say.

use domain::case::Limits;
use domain::deadline::Unit;
use domain::process::{Place, Process, StepSpec};
use domain::rule::Rule;
use uuid::Uuid;

use super::super::file::{FileItem, FileProcess, FileStep, Flags};
use crate::Result;

/// The department that decides, whichever it is.
const COMPETENT: &str = "competent";
/// Working days to bring what was missing, where the promise leaves so many (local practice).
const DEFERRAL: u16 = 5;
/// Working days within which a promise is verified (国办发〔2020〕42号 leaves them to the department).
const VERIFY: u16 = 30;

/// What the flags of an item say of its process.
pub(in crate::catalogue) fn derived(given: &FileItem, limits: Limits) -> Result<Process> {
    let Flags { deferrable, commitment, instant_approval, .. } = given.channels;
    let rule = Some(&given.guide.eligibility_rule).filter(|rule| instant_approval && !rule.is_null());
    let automatic: Option<Rule> = rule.map(|rule| serde_json::from_value(rule.clone())).transpose()?;
    Ok(Process {
        deferral: deferrable.then(|| deferral(limits)).flatten(),
        commitment: commitment.then_some(VERIFY),
        certificate: !given.guide.result_certificate.is_empty(),
        automatic,
        ..Process::default()
    })
}

/// What an item says of its process itself; none where it says nothing. `department` knows the
/// departments by key; one that it does not know is left out.
pub(in crate::catalogue) fn given(
    item: &FileItem,
    limits: Limits,
    department: impl Fn(&str) -> Option<Uuid>,
) -> Result<Option<Process>> {
    let Some(process) = &item.process else { return Ok(None) };
    let FileProcess { steps, assignment, correction, extension, reply, deferral, commitment, certificate } =
        process;
    let usual = derived(item, limits)?;
    Ok(Some(Process {
        steps: steps.iter().map(|one| step(one, &department)).collect(),
        assignment: assignment.unwrap_or(usual.assignment),
        correction: correction.unwrap_or(usual.correction),
        extension: extension.unwrap_or(usual.extension),
        reply: reply.unwrap_or(usual.reply),
        deferral: deferral.or(usual.deferral),
        commitment: commitment.or(usual.commitment),
        certificate: certificate.unwrap_or(usual.certificate),
        automatic: usual.automatic,
    }))
}

fn step(given: &FileStep, department: impl Fn(&str) -> Option<Uuid>) -> StepSpec {
    let place = |key: &String| match key.as_str() {
        COMPETENT => Some(Place::Competent),
        key => department(key).map(Place::Department),
    };
    StepSpec {
        key: given.key.clone(),
        name: given.name.clone(),
        name_en: given.name_en.clone(),
        kind: given.kind,
        places: given.departments.iter().filter_map(place).collect(),
        after: given.after.clone(),
        limit: given.limit,
    }
}

/// 容缺: the supplement must come within the promise.
fn deferral(limits: Limits) -> Option<u16> {
    let promised = limits.promised.or(limits.statutory)?;
    let most = if promised.unit == Unit::Workday { promised.value } else { DEFERRAL };
    Some(most.min(DEFERRAL)).filter(|&days| days > 0)
}
