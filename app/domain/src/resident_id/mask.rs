//! What may be seen of a number.

use super::ResidentId;
use core::fmt;

/// Keeps `keep` characters at each end.
pub(super) fn mask(number: &str, keep: usize) -> String {
    let hidden = keep..number.len().saturating_sub(keep);
    number.chars().enumerate().map(|(at, c)| if hidden.contains(&at) { '*' } else { c }).collect()
}

impl fmt::Debug for ResidentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ResidentId({})", self.masked_public())
    }
}
