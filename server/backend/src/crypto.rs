//! Encryption of personal data at rest, and the blind index by which a number is found.
//!
//! A ciphertext names the version of its key: `r2:` and base64 of nonce, ciphertext and tag. The name
//! of the field is authenticated with it, so a phone number cannot be passed off as an address, and so
//! is the row, so nobody's number can be passed off as somebody else's. `v2:` was sealed before
//! ciphertexts were bound to rows.
//!
//! An index names its version too, `2:` before the hash; the first had none. New ciphertexts and
//! indexes are made with the versions that the database names (see [`crate::rotation`]); every version
//! of the key file opens and finds. The SM primitives are those of RustCrypto, which have not been
//! audited.

mod cell;
mod file;
mod ring;
mod suite;
mod token;

use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

pub use cell::{Cell, Field};
pub use file::KeyFileError;
pub use suite::CipherSuite;
pub use token::Token;

use ring::Ring;
pub(crate) use ring::Versions;

use crate::{Error, Result};

/// The keys of the portal. They follow the key file while it serves.
pub struct Keys {
    state: RwLock<Arc<State>>,
    /// Keys that live as long as the process have none.
    file: Option<PathBuf>,
}

/// What is known of the keys at one moment.
#[derive(Clone)]
struct State {
    ring: Arc<Ring>,
    /// With these everything is written.
    versions: Versions,
    /// Which edition of the file this is.
    stamp: Option<file::Stamp>,
}

/// Why a ciphertext does not open. Carries nothing of it.
#[derive(Debug, thiserror::Error)]
enum SealError {
    #[error("not a ciphertext of this portal")]
    Form,
    #[error("its key, version {0}, is not in the key file")]
    KeyMissing(u32),
    #[error("it does not open: a wrong key, another field or row, or altered")]
    Refused,
}

impl Keys {
    /// Random keys that live as long as the process.
    pub fn random(suite: CipherSuite) -> Self {
        Self::of(Ring::random(suite), None, None)
    }

    fn of(ring: Ring, file: Option<PathBuf>, stamp: Option<file::Stamp>) -> Self {
        let state = State { versions: ring.newest(), ring: Arc::new(ring), stamp };
        Self { state: RwLock::new(Arc::new(state)), file }
    }

    fn state(&self) -> Arc<State> {
        Arc::clone(&self.state.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        change(Arc::make_mut(&mut state));
    }

    /// Encrypts `plain` under the version in use.
    ///
    /// # Errors
    /// [`crate::Kind::Internal`] when that version is not in the key file; never for the content.
    pub fn seal(&self, cell: impl Into<Cell>, plain: &str) -> Result<String> {
        let (cell, version) = (cell.into(), self.versions().encryption);
        let ring = self.knowing(|ring| ring.encryption(version).is_some());
        let key = ring.encryption(version).ok_or_else(|| Error::internal(SealError::KeyMissing(version)))?;
        let nonce = rand::random::<[u8; 12]>();
        let sealed = key.suite.seal(&key.bytes, &nonce, &cell.place(), plain.as_bytes());
        let sealed = sealed.ok_or_else(|| Error::internal(SealError::Refused))?;
        let bytes = [nonce.as_slice(), &sealed].concat();
        Ok(format!("{}{version}:{}", cell.mark(), STANDARD_NO_PAD.encode(bytes)))
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
        let ring = self.knowing(|ring| ring.encryption(version).is_some());
        let key = ring.encryption(version).ok_or(SealError::KeyMissing(version))?;
        let bytes = STANDARD_NO_PAD.decode(body).map_err(|_| SealError::Form)?;
        let (nonce, body) = bytes.split_first_chunk::<12>().ok_or(SealError::Form)?;
        let plain = key.suite.open(&key.bytes, nonce, &cell.place(), body).ok_or(SealError::Refused)?;
        String::from_utf8(plain).map(Zeroizing::new).map_err(|_| SealError::Form)
    }

    /// The keyed hash of a normalised value under the version in use: equal values of one field have
    /// equal hashes, and without the key nobody can try out the numbers there are.
    ///
    /// # Errors
    /// [`crate::Kind::Internal`] when that version is not in the key file.
    pub fn index(&self, field: Field, normalised: &str) -> Result<String> {
        let version = self.versions().index;
        let ring = self.knowing(|ring| ring.index(version).is_some());
        let key = ring.index(version).ok_or_else(|| Error::internal(SealError::KeyMissing(version)))?;
        Ok(key.index(field, normalised))
    }

    /// The keyed hashes under every version there is, newest first: whoever looks something up finds
    /// it under any of them.
    pub fn indexes(&self, field: Field, normalised: &str) -> Vec<String> {
        self.state().ring.indexes().rev().map(|key| key.index(field, normalised)).collect()
    }

    /// Whether `index` is that of the value, under whatever version. Takes the same time for all.
    pub fn is_index_of(&self, index: &str, field: Field, normalised: &str) -> bool {
        let version = index.split_once(':').map_or(Some(1), |(version, _)| version.parse().ok());
        let version = version.unwrap_or_default();
        let ring = self.knowing(|ring| ring.index(version).is_some());
        let Some(key) = ring.index(version).or_else(|| ring.indexes().last()) else { return false };
        key.index(field, normalised).as_bytes().ct_eq(index.as_bytes()).into()
    }

    /// Keyed hash of any bytes, hex, for chains and marks, under the one key that stays.
    pub(crate) fn mac(&self, purpose: &str, bytes: &[u8]) -> String {
        self.state().ring.mac(purpose, bytes)
    }

    /// By this a database knows its keys again; it tells nothing of them.
    pub(crate) fn mark(&self) -> String {
        self.mac("mark", b"")
    }

    /// The versions in use.
    pub(crate) fn versions(&self) -> Versions {
        self.state().versions
    }

    /// The newest versions there are.
    pub(crate) fn newest(&self) -> Versions {
        self.state().ring.newest()
    }

    /// From now on everything is written with these versions. One that is in no file is used all the
    /// same, and then nothing can be written: better than with a key about to be thrown away.
    pub(crate) fn use_versions(&self, versions: Versions) {
        self.knowing(|ring| ring.has(versions));
        self.change(|state| state.versions = versions);
    }

    /// Whether the key file holds these versions.
    pub(crate) fn has(&self, versions: Versions) -> bool {
        self.knowing(|ring| ring.has(versions)).has(versions)
    }

    /// Whether there are keys of versions before these.
    pub(crate) fn has_older(&self, versions: Versions) -> bool {
        self.state().ring.has_older(versions)
    }

    /// Whether `sealed` is bound to its row and of the version in use.
    pub(crate) fn is_current(&self, sealed: &str) -> bool {
        parts(sealed).is_some_and(|(bound, version, _)| bound && version == self.versions().encryption)
    }

    /// How ciphertexts begin that are not as they would be made now.
    pub(crate) fn older_marks(&self) -> Vec<String> {
        let state = self.state();
        let versions: Vec<u32> = state.ring.encryption.iter().map(|key| key.version).collect();
        let unbound = versions.iter().map(|version| format!("v{version}:"));
        let older = versions.iter().filter(|version| **version != state.versions.encryption);
        unbound.chain(older.map(|version| format!("r{version}:"))).collect()
    }

    /// The keys, read anew from the file where they lack something and the file has changed.
    fn knowing(&self, enough: impl Fn(&Ring) -> bool) -> Arc<Ring> {
        let ring = Arc::clone(&self.state().ring);
        if enough(&ring) {
            return ring;
        }
        if let Err(error) = self.reload() {
            tracing::error!(%error, "the key file cannot be read anew");
        }
        Arc::clone(&self.state().ring)
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

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keys {:?}", self.state().ring)
    }
}

#[cfg(test)]
mod tests;
