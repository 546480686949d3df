//! The keys themselves, by version.

use std::fmt;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{CipherSuite, Field};

/// A version of encryption and one of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Versions {
    pub encryption: u32,
    pub index: u32,
}

/// All keys of a key file.
pub(super) struct Ring {
    /// Seals the audit trail and marks the database; it stays.
    pub chain: Key,
    /// Oldest first; never empty.
    pub index: Vec<Key>,
    /// Oldest first; never empty.
    pub encryption: Vec<Key>,
}

pub(super) struct Key {
    pub version: u32,
    pub suite: CipherSuite,
    pub bytes: Zeroizing<Vec<u8>>,
}

impl Ring {
    pub fn random(suite: CipherSuite) -> Self {
        let key = || Key::random(1, suite);
        Self { chain: key(), index: vec![key()], encryption: vec![key()] }
    }

    /// Adds the next version of both.
    pub fn grow(&mut self, suite: CipherSuite) {
        let Versions { encryption, index } = self.newest();
        self.encryption.push(Key::random(encryption.saturating_add(1), suite));
        self.index.push(Key::random(index.saturating_add(1), suite));
    }

    /// Drops all but these versions; how many keys went.
    pub fn keep(&mut self, versions: Versions) -> usize {
        let before = self.encryption.len() + self.index.len();
        self.encryption.retain(|key| key.version >= versions.encryption);
        self.index.retain(|key| key.version >= versions.index);
        before - self.encryption.len() - self.index.len()
    }

    pub fn newest(&self) -> Versions {
        let newest = |keys: &[Key]| keys.last().map_or(0, |key| key.version);
        Versions { encryption: newest(&self.encryption), index: newest(&self.index) }
    }

    pub fn has(&self, versions: Versions) -> bool {
        self.encryption(versions.encryption).is_some() && self.index(versions.index).is_some()
    }

    pub fn has_older(&self, versions: Versions) -> bool {
        self.encryption.iter().any(|key| key.version < versions.encryption)
            || self.index.iter().any(|key| key.version < versions.index)
    }

    pub fn encryption(&self, version: u32) -> Option<&Key> {
        self.encryption.iter().find(|key| key.version == version)
    }

    pub fn index(&self, version: u32) -> Option<&Key> {
        self.index.iter().find(|key| key.version == version)
    }

    pub fn indexes(&self) -> impl DoubleEndedIterator<Item = &Key> {
        self.index.iter()
    }

    pub fn mac(&self, purpose: &str, bytes: &[u8]) -> String {
        hex::encode(self.chain.suite.mac(&self.chain.bytes, &[purpose.as_bytes(), b"\0", bytes]))
    }
}

impl Key {
    pub fn random(version: u32, suite: CipherSuite) -> Self {
        let mut bytes = rand::random::<[u8; 32]>().to_vec();
        bytes.truncate(suite.key_length());
        Self { version, suite, bytes: Zeroizing::new(bytes) }
    }

    pub fn index(&self, field: Field, normalised: &str) -> String {
        let parts = [field.as_str().as_bytes(), b"\0", normalised.as_bytes()];
        let hash = hex::encode(self.suite.mac(&self.bytes, &parts));
        if self.version == 1 { hash } else { format!("{}:{hash}", self.version) }
    }
}

impl fmt::Debug for Ring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let versions = |keys: &[Key]| keys.iter().map(|key| key.version).collect::<Vec<_>>();
        write!(f, "{:?} index {:?}", versions(&self.encryption), versions(&self.index))
    }
}
