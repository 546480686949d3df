//! What can go wrong: a public kind, a private cause, and the place in the code.

use std::{error::Error as StdError, fmt, panic::Location};

use domain::{case::Refusal, field_error::FieldError};

mod storage;

/// The result of a use case.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The kind of an error: all that a caller may know.
#[derive(Debug, thiserror::Error)]
pub enum Kind {
    /// There is no such thing, or the caller may not know that there is.
    #[error("not found")]
    NotFound,
    /// The caller may not do this. Say nothing more.
    #[error("denied")]
    Denied,
    /// Someone else was faster.
    #[error("changed by someone else in the meantime")]
    Stale {
        /// Who holds it now, where that may be told.
        held_by: Option<String>,
    },
    /// The rules of the case refuse.
    #[error("refused by the rules of the case")]
    Refused(Refusal),
    /// What was typed is wrong; each field says why.
    #[error("{} field(s) wrong", .0.len())]
    Invalid(Vec<FieldError>),
    /// It exists already: a key used again with another body, or a name taken.
    #[error("in conflict with what is there")]
    Conflict,
    /// Larger than allowed.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// Bytes allowed.
        limit: u64,
    },
    /// A file of a type that is not taken.
    #[error("file type not accepted")]
    WrongType,
    /// The disk is full.
    #[error("no space left")]
    Full,
    /// The database or the store cannot be reached, or is too busy.
    #[error("storage unavailable")]
    Unavailable,
    /// A fault of ours.
    #[error("internal error")]
    Internal,
}

/// An error of the backend. Shows its kind; the cause is for the log alone.
pub struct Error(Box<Inner>);

struct Inner {
    kind: Kind,
    source: Option<Box<dyn StdError + Send + Sync>>,
    at: &'static Location<'static>,
}

impl Error {
    /// An error without a cause.
    #[track_caller]
    pub fn new(kind: Kind) -> Self {
        Self(Box::new(Inner { kind, source: None, at: Location::caller() }))
    }

    /// An error with its cause, which only the log will see.
    #[track_caller]
    pub fn because(kind: Kind, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self(Box::new(Inner { kind, source: Some(source.into()), at: Location::caller() }))
    }

    /// There is no such thing.
    #[track_caller]
    pub fn not_found() -> Self {
        Self::new(Kind::NotFound)
    }

    /// The caller may not do this.
    #[track_caller]
    pub fn denied() -> Self {
        Self::new(Kind::Denied)
    }

    /// Someone else was faster.
    #[track_caller]
    pub fn stale(held_by: Option<String>) -> Self {
        Self::new(Kind::Stale { held_by })
    }

    /// What was typed is wrong.
    #[track_caller]
    pub fn invalid(errors: Vec<FieldError>) -> Self {
        Self::new(Kind::Invalid(errors))
    }

    /// It exists already.
    #[track_caller]
    pub fn conflict() -> Self {
        Self::new(Kind::Conflict)
    }

    /// A fault of ours, with its cause.
    #[track_caller]
    pub fn internal(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::because(Kind::Internal, source)
    }

    /// The public kind.
    pub fn kind(&self) -> &Kind {
        &self.0.kind
    }

    /// Gives the kind away, to be shown.
    pub fn into_kind(self) -> Kind {
        self.0.kind
    }

    /// Where in the code it arose.
    pub fn at(&self) -> &'static Location<'static> {
        self.0.at
    }

    /// The causes in words, outermost first, for the log. Never shown to anyone.
    pub fn causes(&self) -> Vec<String> {
        let mut causes = Vec::new();
        let mut next = self.0.source.as_deref().map(|source| -> &dyn StdError { source });
        while let Some(cause) = next {
            causes.push(cause.to_string());
            next = cause.source();
        }
        causes
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.kind.fmt(f)
    }
}

impl fmt::Debug for Error {
    /// Leaves out the cause: a database may quote values in it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} at {}", self.0.kind, self.0.at)
    }
}

impl StdError for Error {}

impl From<Refusal> for Error {
    /// What is wrong at one field is told at that field, wherever it was found.
    #[track_caller]
    fn from(refusal: Refusal) -> Self {
        if let Refusal::Field(error) = refusal {
            return Self::invalid(vec![error]);
        }
        Self::new(Kind::Refused(refusal))
    }
}
