//! Why a request was turned away before, or outside of, any handler; said as a page to people and as
//! a problem to programs. What will limit single accounts says so through here too.

use crate::api_v1;
use crate::state::AppState;
use crate::web::error::kept;
use app::pages::public::trouble::Trouble;
use axum::response::Response;
use http::{HeaderMap, HeaderValue, StatusCode, header};

/// What a request went beyond.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Limited {
    /// It cannot be read at all.
    Malformed,
    /// It came from another site, or pretends to.
    Foreign,
    /// There is no such address.
    NotFound,
    /// The address does not know the method.
    Method,
    /// The sender took too long.
    Slow,
    /// The form, or the JSON, is larger than so many bytes.
    Form(usize),
    /// The request with its files is larger than so many bytes.
    Files(u64),
    /// The address is longer than so many bytes.
    Address(usize),
    /// The header fields together are longer than so many bytes.
    Head(usize),
    /// The body is of a type that the address does not take.
    Type,
    /// The fields of the form are not those of the page.
    Fields,
    /// Too many requests from one account or address.
    TooMany {
        /// Wait so long.
        seconds: u64,
    },
    /// Too many others are before it. Nothing was done.
    Busy {
        /// Come back after so long.
        seconds: u64,
        /// Whether something was sent that has to be sent again.
        sent: bool,
    },
    /// The portal took too long. What was sent may have been done or not.
    Late {
        /// Whether something was sent.
        sent: bool,
    },
    /// A fault of ours, under its number.
    Fault(String),
}

/// Seconds after which a busy portal should be asked again.
pub const COME_BACK: u64 = 10;

impl Limited {
    /// As a page.
    pub fn trouble(&self) -> Trouble {
        match self {
            Self::Malformed => Trouble::Malformed,
            Self::Foreign => Trouble::Forbidden,
            Self::NotFound => Trouble::NotFound,
            Self::Method => Trouble::Method,
            Self::Slow => Trouble::Slow,
            Self::Form(bytes) => Trouble::FormTooLarge { kilobytes: bytes / 1024 },
            Self::Files(bytes) => Trouble::FilesTooLarge { megabytes: bytes / (1024 * 1024) },
            Self::Address(_) => Trouble::AddressTooLong,
            Self::Head(_) => Trouble::HeadTooLarge,
            Self::Type => Trouble::NotAForm,
            Self::Fields => Trouble::Unreadable,
            Self::TooMany { seconds } => Trouble::TooMany { seconds: *seconds },
            Self::Busy { seconds, sent: false } => Trouble::Unavailable { seconds: *seconds },
            Self::Busy { seconds, sent: true } => Trouble::NotTaken { seconds: *seconds },
            Self::Late { sent } => Trouble::Late { sent: *sent },
            Self::Fault(incident) => Trouble::Internal { incident: incident.clone() },
        }
    }

    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.trouble().status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// Seconds to wait, where waiting helps.
    pub fn wait(&self) -> Option<u64> {
        match self {
            Self::TooMany { seconds } | Self::Busy { seconds, .. } => Some(*seconds),
            Self::Late { .. } => Some(COME_BACK),
            Self::Malformed | Self::Foreign | Self::NotFound | Self::Method | Self::Slow => None,
            Self::Form(_) | Self::Files(_) | Self::Address(_) | Self::Head(_) | Self::Type => None,
            Self::Fields | Self::Fault(_) => None,
        }
    }

    /// The answer: a problem below `/api/v1`, a page elsewhere.
    pub fn answer(&self, path: &str, headers: &HeaderMap, state: &AppState) -> Response {
        let mut response = if is_program(path) {
            api_v1::limited(headers, self)
        } else {
            kept::page(headers, state, &self.trouble())
        };
        if let Some(seconds) = self.wait() {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        // Not a byte more is read of what was refused for its size or its pace.
        if matches!(self, Self::Slow | Self::Files(_) | Self::Head(_) | Self::Malformed) {
            response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
        }
        response
    }
}

/// Whether programs call this address.
pub fn is_program(path: &str) -> bool {
    path.strip_prefix("/api/v1").is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
