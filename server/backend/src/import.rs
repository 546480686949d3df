//! Files brought in whole: what is wrong with them, place by place.
//!
//! A file with any fault changes nothing. The person who made it gets every fault at once.

use std::fmt;

use domain::permission::{Actor, Role};

use crate::{Error, Result};

/// Faults told at most; more would only hide the first.
const MOST: usize = 100;

/// Why a file was not taken in.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file is wrong. Nothing was loaded.
    #[error("{}", sentences(.0))]
    Faults(Vec<Fault>),
    /// The file is right, and the database refused.
    #[error(transparent)]
    Storage(#[from] Error),
}

impl From<sea_orm::DbErr> for ImportError {
    #[track_caller]
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Storage(error.into())
    }
}

impl From<ImportError> for Error {
    #[track_caller]
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::Storage(error) => error,
            ImportError::Faults(_) => Self::internal(error),
        }
    }
}

fn sentences(faults: &[Fault]) -> String {
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

/// One fault and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where: `items[3].base_code`, `line 12`.
    pub at: String,
    /// What.
    pub problem: Problem,
}

/// What can be wrong with a place of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The file is not of its format: what the reader says.
    Format(String),
    /// Nothing there.
    Missing,
    /// There twice; the first place.
    Twice(String),
    /// Not one of the known values.
    Unknown(String),
    /// A code whose form or check digit is wrong.
    Code(String),
    /// A day outside the span.
    Outside {
        /// First day.
        from: String,
        /// Last day.
        to: String,
    },
    /// Ends before it begins.
    Span,
    /// A make-up day that is worked anyway.
    NotAWeekend,
    /// Contradicts what is said elsewhere in the file.
    Contradicts(String),
    /// A scheme of assessment that cannot be worked with.
    Scheme(domain::assessment::SchemeProblem),
}

impl Fault {
    pub(crate) fn new(at: impl Into<String>, problem: Problem) -> Self {
        Self { at: at.into(), problem }
    }

    /// The sentence in Chinese.
    pub fn chinese(&self) -> String {
        let at = &self.at;
        match &self.problem {
            Problem::Format(why) => format!("{at}：格式不对（{why}）"),
            Problem::Missing => format!("{at}：没有填写"),
            Problem::Twice(first) => format!("{at}：与 {first} 重复"),
            Problem::Unknown(value) => format!("{at}：“{value}”不在允许的取值之内"),
            Problem::Code(value) => format!("{at}：“{value}”不是有效的代码，请核对位数和校验码"),
            Problem::Outside { from, to } => format!("{at}：日期不在 {from} 至 {to} 之间"),
            Problem::Span => format!("{at}：截止日期早于起始日期，或相隔超过二百年"),
            Problem::NotAWeekend => format!("{at}：这一天不是周六、周日，不能作为调休上班日"),
            Problem::Contradicts(what) => format!("{at}：与 {what} 不一致"),
            Problem::Scheme(problem) => format!("{at}：{}", problem.chinese()),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = &self.at;
        match &self.problem {
            Problem::Format(why) => write!(f, "{at}: not in the expected format ({why})"),
            Problem::Missing => write!(f, "{at}: nothing given"),
            Problem::Twice(first) => write!(f, "{at}: given already at {first}"),
            Problem::Unknown(value) => write!(f, "{at}: `{value}` is not a known value"),
            Problem::Code(value) => {
                write!(f, "{at}: `{value}` is not a valid code; check its length and check digit")
            }
            Problem::Outside { from, to } => write!(f, "{at}: the day lies outside {from} to {to}"),
            Problem::Span => write!(f, "{at}: ends before it begins, or more than two hundred years later"),
            Problem::NotAWeekend => {
                write!(f, "{at}: no Saturday or Sunday, so it cannot be a make-up working day")
            }
            Problem::Contradicts(what) => write!(f, "{at}: differs from {what}"),
            Problem::Scheme(problem) => write!(f, "{at}: {problem}"),
        }
    }
}

/// Faults gathered while a file is read.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<Fault>);

impl Faults {
    pub(crate) fn add(&mut self, at: impl Into<String>, problem: Problem) {
        if self.0.len() < MOST {
            self.0.push(Fault::new(at, problem));
        }
    }

    /// Goes on only when there are none.
    pub(crate) fn none(self) -> Result<(), ImportError> {
        if self.0.is_empty() { Ok(()) } else { Err(ImportError::Faults(self.0)) }
    }
}

/// Reads JSON, or tells where it breaks.
pub(crate) fn read_json<T: serde::de::DeserializeOwned>(name: &str, json: &str) -> Result<T, ImportError> {
    serde_json::from_str(json)
        .map_err(|error| ImportError::Faults(vec![Fault::new(name, Problem::Format(error.to_string()))]))
}

/// Only an administrator, or the portal itself at the command line, may change what is served.
pub(crate) fn may_administer(actor: &Actor) -> Result<()> {
    match actor.role {
        None | Some(Role::Admin) => Ok(()),
        Some(Role::Citizen | Role::Clerk | Role::Reviewer | Role::Supervisor | Role::Auditor) => {
            Err(Error::denied())
        }
    }
}
