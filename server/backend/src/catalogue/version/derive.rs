//! The process of an item of the catalogue's file that names none: what its flags and limits say.

use domain::case::Limits;
use domain::deadline::Unit;
use domain::process::Process;
use domain::rule::Rule;

use super::super::file::{FileItem, Flags};
use crate::Result;

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

/// 容缺: the supplement must come within the promise.
fn deferral(limits: Limits) -> Option<u16> {
    let promised = limits.promised.or(limits.statutory)?;
    let most = if promised.unit == Unit::Workday { promised.value } else { DEFERRAL };
    Some(most.min(DEFERRAL)).filter(|&days| days > 0)
}
