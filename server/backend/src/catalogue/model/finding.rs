//! What the lint says of an item.

use domain::item::lint::Finding;

/// The findings of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemFindings {
    /// `RS-001`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What was found.
    pub findings: Vec<Finding>,
}
