//! Encryption of personal data at rest, and the blind index by which a number is found.
//!
//! A ciphertext names the version of its key: `v2:` and base64 of nonce, ciphertext and tag. The
//! newest version encrypts, every version in the key file decrypts. The name of the field is
//! authenticated with it, so a phone number cannot be passed off as an address; in `r2:` the row is
//! too, so nobody's number can be passed off as somebody else's.
//!
//! The blind index has one key for the life of the database: it is what makes a number unique.
//! The SM primitives are those of RustCrypto, which have not been audited.

mod file;
mod suite;

use std::fmt;

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use uuid::Uuid;
use zeroize::Zeroizing;

pub use file::KeyFileError;
pub use suite::CipherSuite;

use crate::{Error, Result};

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
    field: Field,
    row: Option<Uuid>,
}

impl From<Field> for Cell {
    fn from(field: Field) -> Self {
        Self { field, row: None }
    }
}

impl Cell {
    /// What is authenticated with a ciphertext.
    fn place(self) -> Vec<u8> {
        let mut place = self.field.0.as_bytes().to_vec();
        if let Some(row) = self.row {
            place.push(0);
            place.extend_from_slice(row.as_bytes());
        }
        place
    }

    /// What begins the ciphertext: `v` of a field alone, `r` of a row.
    fn mark(self) -> char {
        if self.row.is_some() { 'r' } else { 'v' }
    }
}

/// The keys of the portal.
pub struct Keys {
    /// Oldest first; never empty.
    ring: Vec<Key>,
    index: Key,
}

pub(crate) struct Key {
    version: u32,
    suite: CipherSuite,
    bytes: Zeroizing<Vec<u8>>,
}

/// Why a ciphertext does not open. Carries nothing of it.
#[derive(Debug, thiserror::Error)]
enum SealError {
    #[error("not a ciphertext of this portal")]
    Form,
    #[error("its key, version {0}, is not in the key file")]
    KeyMissing(u32),
    #[error("it does not open: a wrong key, another field, or altered")]
    Refused,
    #[error("the key file holds no key")]
    NoKey,
}

impl Keys {
    /// Random keys that live as long as the process.
    pub fn random(suite: CipherSuite) -> Self {
        Self { ring: vec![Key::random(1, suite)], index: Key::random(1, suite) }
    }

    /// Encrypts `plain` under the newest key.
    ///
    /// # Errors
    /// [`crate::Kind::Internal`], never for the content.
    pub fn seal(&self, cell: impl Into<Cell>, plain: &str) -> Result<String> {
        let cell = cell.into();
        let key = self.ring.last().ok_or_else(|| Error::internal(SealError::NoKey))?;
        let nonce = rand::random::<[u8; 12]>();
        let sealed = key.suite.seal(&key.bytes, &nonce, &cell.place(), plain.as_bytes());
        let sealed = sealed.ok_or_else(|| Error::internal(SealError::Refused))?;
        let bytes = [nonce.as_slice(), &sealed].concat();
        Ok(format!("{}{}:{}", cell.mark(), key.version, STANDARD_NO_PAD.encode(bytes)))
    }

    /// Decrypts what [`Keys::seal`] made for the same field of the same row, or before ciphertexts
    /// were bound to rows, for the same field.
    ///
    /// # Errors
    /// [`crate::Kind::Internal`] with a cause that says whether the key is missing or wrong.
    pub fn open(&self, cell: impl Into<Cell>, sealed: &str) -> Result<Zeroizing<String>> {
        self.unseal(cell.into(), sealed).map_err(Error::internal)
    }

    fn unseal(&self, cell: Cell, sealed: &str) -> Result<Zeroizing<String>, SealError> {
        let (bound, version, body) = parts(sealed).ok_or(SealError::Form)?;
        let cell = if bound { cell } else { cell.field.into() };
        let key =
            self.ring.iter().find(|key| key.version == version).ok_or(SealError::KeyMissing(version))?;
        let bytes = STANDARD_NO_PAD.decode(body).map_err(|_| SealError::Form)?;
        let (nonce, body) = bytes.split_first_chunk::<12>().ok_or(SealError::Form)?;
        let plain = key.suite.open(&key.bytes, nonce, &cell.place(), body).ok_or(SealError::Refused)?;
        String::from_utf8(plain).map(Zeroizing::new).map_err(|_| SealError::Form)
    }

    /// The keyed hash of a normalised value, hex: equal values of one field have equal hashes, and
    /// without the key nobody can try out the numbers there are.
    pub fn index(&self, field: Field, normalised: &str) -> String {
        let parts = [field.0.as_bytes(), b"\0", normalised.as_bytes()];
        hex::encode(self.index.suite.mac(&self.index.bytes, &parts))
    }

    /// Keyed hash of any bytes, hex, for chains and marks.
    pub(crate) fn mac(&self, purpose: &str, bytes: &[u8]) -> String {
        hex::encode(self.index.suite.mac(&self.index.bytes, &[purpose.as_bytes(), b"\0", bytes]))
    }

    /// By this a database knows its keys again; it tells nothing of them.
    pub(crate) fn mark(&self) -> String {
        self.mac("mark", b"")
    }

    /// Whether `sealed` was made by the newest key, or waits to be sealed anew.
    pub fn is_newest(&self, sealed: &str) -> bool {
        let newest = self.ring.last().map(|key| key.version);
        newest.is_some() && parts(sealed).map(|(_, version, _)| version) == newest
    }
}

/// Whether it is bound to a row, version and body of `v1:…` or `r1:…`.
fn parts(sealed: &str) -> Option<(bool, u32, &str)> {
    let (version, body) = sealed.split_once(':')?;
    let (bound, version) = match version.strip_prefix('r') {
        Some(version) => (true, version),
        None => (false, version.strip_prefix('v')?),
    };
    Some((bound, version.parse().ok()?, body))
}

impl Key {
    fn random(version: u32, suite: CipherSuite) -> Self {
        let mut bytes = rand::random::<[u8; 32]>().to_vec();
        bytes.truncate(suite.key_length());
        Self { version, suite, bytes: Zeroizing::new(bytes) }
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let versions: Vec<_> = self.ring.iter().map(|key| key.version).collect();
        write!(f, "Keys {versions:?}")
    }
}

#[cfg(test)]
mod tests;
