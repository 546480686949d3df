//! Lists: `{ "items": […], "next_cursor": …, "total": … }`.

use super::problem::ApiError;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::field_error::{FieldCode, FieldError};
use serde::Serialize;
use utoipa::ToSchema;

/// Lines of a page when nothing is asked for, and at most.
const USUAL: u64 = 20;
const MOST: u64 = 100;

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Page<T> {
    pub items: Vec<T>,
    /// Give it back as `cursor` to go on; null at the end.
    pub next_cursor: Option<String>,
    /// How many there are in all.
    pub total: u64,
}

/// Which part of a list is wanted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    /// Which page, from 0.
    pub page: u64,
    pub limit: u64,
}

impl Span {
    /// From the query's texts; the cursor holds page and limit.
    pub(super) fn read(cursor: Option<&str>, limit: Option<&str>) -> Result<Self, ApiError> {
        if let Some(cursor) = cursor.filter(|cursor| !cursor.is_empty()) {
            return opened(cursor).ok_or_else(|| ApiError::invalid("cursor", FieldCode::Unknown));
        }
        let limit = match limit.filter(|limit| !limit.is_empty()) {
            None => USUAL,
            Some(text) => {
                let wrong = || ApiError::invalid("limit", FieldCode::Range { min: 1, max: 100 });
                text.parse().ok().filter(|limit| (1..=MOST).contains(limit)).ok_or_else(wrong)?
            }
        };
        Ok(Self { page: 0, limit })
    }

    pub(super) fn offset(self) -> u64 {
        self.page.saturating_mul(self.limit)
    }

    pub(super) fn page<T>(self, items: Vec<T>, total: u64) -> Page<T> {
        let more = self.offset().saturating_add(self.limit) < total;
        let next_cursor = more.then(|| URL_SAFE_NO_PAD.encode(format!("{}.{}", self.page + 1, self.limit)));
        Page { items, next_cursor, total }
    }
}

fn opened(cursor: &str) -> Option<Span> {
    let text = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
    let (page, limit) = text.split_once('.')?;
    let (page, limit) = (page.parse().ok()?, limit.parse().ok()?);
    (page < 1_000_000 && (1..=MOST).contains(&limit)).then_some(Span { page, limit })
}

/// Several errors as one.
pub(super) fn refuse(errors: Vec<FieldError>) -> Result<(), ApiError> {
    if errors.is_empty() { Ok(()) } else { Err(backend::Error::invalid(errors).into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_leads_on_to_the_end() {
        let first = Span::read(None, Some("2")).unwrap().page(vec![1, 2], 3);
        let second = Span::read(first.next_cursor.as_deref(), None).unwrap();
        assert_eq!((second.page, second.limit), (1, 2));
        assert!(second.page(vec![3], 3).next_cursor.is_none());
    }

    #[test]
    fn what_is_no_cursor_and_no_limit_is_refused() {
        assert!(Span::read(Some("x y"), None).is_err());
        assert!(Span::read(None, Some("0")).is_err());
        assert!(Span::read(None, Some("1000")).is_err());
    }
}
