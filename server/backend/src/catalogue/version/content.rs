//! What a version says, and what is wrong with it where.

use domain::case::Limits;
use domain::field_error::{FieldCode, FieldError};
use domain::item::CaseKind;
use domain::process::{Process, ProcessFault};

/// What a draft says beside its questions, which it has from the item.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// 即办件 or 承诺件.
    pub kind: CaseKind,
    /// The limits.
    pub limits: Limits,
    /// The process.
    pub process: Process,
    /// Why it is made.
    pub note: String,
}

/// Everything that keeps a process from coming into force, each at its field of the form.
pub fn faults(process: &Process, limits: Limits) -> Vec<(String, ProcessFault)> {
    let of_steps = process.step_faults().into_iter().map(|(at, fault)| {
        let part = part(&fault);
        (format!("step-{at}-{part}"), fault)
    });
    let of_all = process.whole_faults(limits).into_iter().map(|fault| (part(&fault).to_owned(), fault));
    of_steps.chain(of_all).collect()
}

/// The field that is wrong.
fn part(fault: &ProcessFault) -> &'static str {
    match fault {
        ProcessFault::Name(_) | ProcessFault::Twice(_) => "name",
        ProcessFault::Places(_) | ProcessFault::Alone(_) => "place",
        ProcessFault::After(_) => "after",
        ProcessFault::Limit(_) => "limit",
        ProcessFault::TooLong { .. } | ProcessFault::Promise => "promise_value",
        ProcessFault::Deferral => "deferral",
        ProcessFault::Automatic => "automatic",
    }
}

/// The same as errors of fields, for whoever knows no faults.
pub(super) fn as_errors(faults: Vec<(String, ProcessFault)>) -> Vec<FieldError> {
    faults.into_iter().map(|(field, fault)| FieldError::new(field, code(&fault))).collect()
}

fn code(fault: &ProcessFault) -> FieldCode {
    match fault {
        ProcessFault::Name(name) if name.trim().is_empty() => FieldCode::Missing,
        ProcessFault::Name(_) => FieldCode::TooLong { max: 40 },
        ProcessFault::Twice(_) => FieldCode::Taken,
        ProcessFault::Places(_)
        | ProcessFault::Alone(_)
        | ProcessFault::After(_)
        | ProcessFault::Automatic => FieldCode::Choice,
        ProcessFault::Limit(_) | ProcessFault::Deferral | ProcessFault::Promise => {
            FieldCode::Range { min: 1, max: 999 }
        }
        ProcessFault::TooLong { steps, .. } => FieldCode::Range { min: i64::from(*steps), max: 999 },
    }
}
