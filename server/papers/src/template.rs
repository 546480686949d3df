//! The templates, compiled in.

/// A kind of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// A report: sentences, tables and bars under headings.
    Report,
}

impl Template {
    pub(crate) fn source(self) -> &'static str {
        match self {
            Self::Report => include_str!("../templates/report.typ"),
        }
    }
}
