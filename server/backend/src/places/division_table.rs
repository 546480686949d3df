//! A table of divisions, checked: its lines, and what taking it in brought.

use domain::division::DivisionCode;

/// What an import brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DivisionSummary {
    /// Divisions not known before.
    pub added: usize,
    /// Divisions whose name, parent or years changed.
    pub changed: usize,
    /// Divisions in the file.
    pub total: usize,
}

/// One line of the table, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub code: DivisionCode,
    pub name: String,
    pub name_en: Option<String>,
    pub parent: Option<DivisionCode>,
    pub level: i16,
    pub from_year: Option<i16>,
    pub to_year: Option<i16>,
}
