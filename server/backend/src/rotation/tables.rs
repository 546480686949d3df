//! Where ciphertexts and indexes stand.

use crate::crypto::Field;

/// A table with ciphertexts.
#[derive(Debug)]
pub(super) struct Table {
    pub name: &'static str,
    /// The column with the key that its ciphertexts are bound to.
    pub bound_to: &'static str,
    /// Its columns of ciphertexts, and of what.
    pub cells: &'static [(&'static str, Field)],
    pub indexed: Option<Indexed>,
}

/// A column of the index.
#[derive(Debug)]
pub(super) struct Indexed {
    pub column: &'static str,
    /// What is indexed, one of the cells.
    pub field: Field,
    /// A column that stands before it, with a colon.
    pub after: Option<&'static str>,
    /// A column that tells the version.
    pub version: Option<&'static str>,
}

/// Every one but `case_event.payload`, see [`super::words`].
pub(super) const TABLES: &[Table] = &[
    Table {
        name: "person",
        bound_to: "id",
        cells: &[
            ("id_cipher", Field::PERSON_NUMBER),
            ("phone_cipher", Field::PERSON_PHONE),
            ("address_cipher", Field::PERSON_ADDRESS),
        ],
        indexed: Some(Indexed {
            column: "id_index",
            field: Field::PERSON_NUMBER,
            after: None,
            version: Some("index_version"),
        }),
    },
    Table {
        name: "case_file",
        bound_to: "id",
        cells: &[("form_cipher", Field::CASE_FORM), ("query_code_cipher", Field::QUERY_CODE)],
        indexed: Some(Indexed {
            column: "query_code_hash",
            field: Field::QUERY_CODE,
            after: Some("case_no"),
            version: None,
        }),
    },
    Table {
        name: "case_event",
        bound_to: "case_id",
        cells: &[("opinion", Field::CASE_WORDS)],
        indexed: None,
    },
    Table {
        name: "case_change",
        bound_to: "id",
        cells: &[("before_cipher", Field::CASE_WORDS), ("after_cipher", Field::CASE_WORDS)],
        indexed: None,
    },
    Table {
        name: "watch_alert",
        bound_to: "id",
        cells: &[("reason_cipher", Field::WATCH_WORDS)],
        indexed: None,
    },
    Table {
        name: "watch_order",
        bound_to: "id",
        cells: &[("words_cipher", Field::WATCH_WORDS)],
        indexed: None,
    },
    Table {
        name: "watch_order_event",
        bound_to: "order_id",
        cells: &[("words_cipher", Field::WATCH_WORDS)],
        indexed: None,
    },
    Table {
        name: "watch_note",
        bound_to: "id",
        cells: &[("words_cipher", Field::WATCH_WORDS)],
        indexed: None,
    },
    Table {
        name: "draft",
        bound_to: "id",
        cells: &[("answers_cipher", Field::DRAFT_ANSWERS)],
        indexed: None,
    },
    Table {
        name: "certificate",
        bound_to: "id",
        cells: &[("number_cipher", Field::CERTIFICATE_NUMBER), ("data_cipher", Field::CERTIFICATE_DATA)],
        indexed: None,
    },
    Table {
        name: "extract",
        bound_to: "id",
        cells: &[("facts_cipher", Field::EXTRACT_FACTS)],
        indexed: None,
    },
];
