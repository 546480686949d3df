//! An item as the desk offers it: in the search, and beside the person at the counter.

/// One item that fits.
#[derive(Clone, Debug)]
pub struct ItemLine {
    /// The item's id, such as `RS-001`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Department and promised limit, short.
    pub meta: String,
}
