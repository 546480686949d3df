//! What is wrong with one field of a form, as a code; the sentence is the page's business.

use crate::certificate::Unfit;
use crate::number::{NumberCode, NumberError};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One field that cannot be taken as it was filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// Name of the field as the form posts it, e.g. `id_number`.
    pub field: String,
    /// What is wrong with it.
    #[serde(flatten)]
    pub code: FieldCode,
}

impl FieldError {
    /// Says that `field` is wrong in the way of `code`.
    pub fn new(field: impl Into<String>, code: impl Into<FieldCode>) -> Self {
        Self { field: field.into(), code: code.into() }
    }
}

/// The ways in which a field can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum FieldCode {
    /// Nothing was filled in.
    Missing,
    /// More characters than the field holds.
    TooLong {
        /// Most characters taken.
        max: usize,
    },
    /// Fewer characters than are needed.
    TooShort {
        /// Fewest characters taken.
        min: usize,
    },
    /// A number with the wrong count of characters.
    Length,
    /// A character that cannot stand there.
    Character {
        /// Its place, counted from 1 without spaces and hyphens.
        at: Option<usize>,
    },
    /// Not a day of the calendar, or one before any living person's birth.
    Date,
    /// A day still to come.
    Future,
    /// A day already past where one to come is wanted.
    Past,
    /// A province that does not exist, or a division not served.
    Division,
    /// The check character does not fit the rest.
    Checksum,
    /// Not one of the answers offered.
    Choice,
    /// Not a number.
    Number,
    /// A number outside its bounds.
    Range {
        /// Smallest taken.
        min: i64,
        /// Largest taken.
        max: i64,
    },
    /// Not a telephone number of the mainland.
    Phone,
    /// Not an address of electronic mail.
    Email,
    /// A password too weak to keep.
    Password {
        /// Fewest characters taken.
        min: usize,
    },
    /// Not the password of who is signed in.
    WrongPassword,
    /// A valid certificate says otherwise, and holds.
    Stated,
    /// Differs from the field it must repeat.
    Mismatch,
    /// Already in use by another.
    Taken,
    /// Nothing known by this name or number.
    Unknown,
    /// Neither words nor a file where one of them is wanted.
    NoAnswer,
    /// An identifier whose parts are not all there, or not of their length.
    Parts,
    /// A day later than may be named.
    TooLate {
        /// Last day taken.
        last: NaiveDate,
    },
    /// No certificate of the type that is asked for is held.
    NoCertificate,
    /// A certificate, or a material kept, that cannot be relied on.
    Unfit {
        /// Why not.
        why: Unfit,
    },
    /// The person is dead: nothing new begins in their name.
    Died {
        /// The day of death.
        on: NaiveDate,
    },
    /// Who stands there may not act for this person or organisation in this.
    NoAuthority,
    /// A number below nothing where things are counted.
    Negative,
    /// A whole of nothing: no share of it can be worked out.
    DividesByZero,
    /// A part larger than its whole.
    AboveWhole,
    /// Neither a number nor words where one of them is wanted.
    NoFigure,
}

impl FieldCode {
    /// The code as the API gives it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooLong { .. } => "too_long",
            Self::TooShort { .. } => "too_short",
            Self::Length => "length",
            Self::Character { .. } => "character",
            Self::Date => "date",
            Self::Future => "future",
            Self::Past => "past",
            Self::Division => "division",
            Self::Checksum => "checksum",
            Self::Choice => "choice",
            Self::Number => "number",
            Self::Range { .. } => "range",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Password { .. } => "password",
            Self::WrongPassword => "wrong_password",
            Self::Stated => "stated",
            Self::Mismatch => "mismatch",
            Self::Taken => "taken",
            Self::Unknown => "unknown",
            Self::NoAnswer => "no_answer",
            Self::Parts => "length",
            Self::TooLate { .. } => "too_late",
            Self::Died { .. } => "died",
            Self::NoAuthority => "no_authority",
            Self::Negative => "negative",
            Self::DividesByZero => "divides_by_zero",
            Self::AboveWhole => "above_whole",
            Self::NoFigure => "no_figure",
            Self::NoCertificate => "no_certificate",
            Self::Unfit { why: Unfit::Superseded } => "certificate_superseded",
            Self::Unfit { why: Unfit::Status(_) } => "certificate_not_valid",
            Self::Unfit { why: Unfit::NotYetValid } => "certificate_not_yet_valid",
            Self::Unfit { why: Unfit::Expired } => "certificate_expired",
            Self::Unfit { why: Unfit::OtherHolder } => "certificate_of_another",
        }
    }
}

impl From<NumberError> for FieldCode {
    fn from(error: NumberError) -> Self {
        match error.code {
            NumberCode::Length => Self::Length,
            NumberCode::Character => Self::Character { at: error.at },
            NumberCode::Date => Self::Date,
            NumberCode::Future => Self::Future,
            NumberCode::Division => Self::Division,
            NumberCode::Checksum => Self::Checksum,
        }
    }
}
