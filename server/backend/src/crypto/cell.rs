//! Where a ciphertext belongs: a field, and the row it was sealed for.

use uuid::Uuid;

/// The field a ciphertext belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field(&'static str);

impl Field {
    /// `person.id_cipher`, and the name under which numbers are indexed.
    pub const PERSON_NUMBER: Self = Self("person.number");
    /// `person.phone_cipher`.
    pub const PERSON_PHONE: Self = Self("person.phone");
    /// `person.address_cipher`.
    pub const PERSON_ADDRESS: Self = Self("person.address");
    /// `draft.answers_cipher`.
    pub const DRAFT_ANSWERS: Self = Self("draft.answers");
    /// `case_file.form_cipher`.
    pub const CASE_FORM: Self = Self("case.form");
    /// The applicant's words in `case_event.payload`.
    pub const CASE_WORDS: Self = Self("case.words");
    /// Orders of supervision, replies, reasons and notes (`watch_…`).
    pub const WATCH_WORDS: Self = Self("watch.words");
    /// `case_file.query_code_cipher` and `query_code_hash`.
    pub const QUERY_CODE: Self = Self("case.query_code");

    /// `certificate.number_cipher`.
    pub const CERTIFICATE_NUMBER: Self = Self("certificate.number");
    /// `certificate.data_cipher`.
    pub const CERTIFICATE_DATA: Self = Self("certificate.data");
    /// `extract.facts_cipher`.
    pub const EXTRACT_FACTS: Self = Self("extract.facts");
    /// `presentation.token_hash`.
    pub const PRESENTATION: Self = Self("presentation.token");

    /// The name that is authenticated.
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// This field of one row: what is sealed for it opens nowhere else.
    pub fn of(self, row: Uuid) -> Cell {
        Cell { field: self, row: Some(row) }
    }
}

/// A field of a row, or of any row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    pub(super) field: Field,
    row: Option<Uuid>,
}

impl From<Field> for Cell {
    fn from(field: Field) -> Self {
        Self { field, row: None }
    }
}

impl Cell {
    /// What is authenticated with a ciphertext.
    pub(super) fn place(self) -> Vec<u8> {
        let mut place = self.field.0.as_bytes().to_vec();
        if let Some(row) = self.row {
            place.push(0);
            place.extend_from_slice(row.as_bytes());
        }
        place
    }

    /// What begins the ciphertext: `v` of a field alone, `r` of a row.
    pub(super) fn mark(self) -> char {
        if self.row.is_some() { 'r' } else { 'v' }
    }
}
