//! What stands in the key file.

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, Zeroizing};

use super::super::ring::{Key, Ring};
use crate::crypto::CipherSuite;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    /// The files of the first release had none: their index key was for this too.
    #[serde(default)]
    chain: Option<Entry>,
    index: Entries,
    encryption: Vec<Entry>,
}

/// The files of the first release held one key for the index.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Entries {
    One(Entry),
    Many(Vec<Entry>),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    version: u32,
    suite: CipherSuite,
    key: String,
}

impl Drop for Entry {
    fn drop(&mut self) {
        self.key.zeroize();
    }
}

/// The keys of a file, or what is wrong with it, without quoting it.
pub(super) fn read(text: &str) -> Result<Ring, String> {
    let file: KeyFile = serde_json::from_str(text).map_err(|error| {
        // The message of serde_json may quote the file; the place is enough.
        format!("line {}, column {}", error.line(), error.column())
    })?;
    let (index, encryption) = (keys(file.index.as_slice())?, keys(&file.encryption)?);
    let chain = match (&file.chain, file.index.as_slice()) {
        (Some(chain), _) => chain.key()?,
        (None, [only]) => only.key()?,
        (None, _) => return Err("it holds no key for the chain".to_owned()),
    };
    Ok(Ring { chain, index, encryption })
}

/// The text of the file.
pub(super) fn write(ring: &Ring) -> Zeroizing<String> {
    let entries = |keys: &[Key]| keys.iter().map(Entry::of).collect();
    let file = KeyFile {
        chain: Some(Entry::of(&ring.chain)),
        index: Entries::Many(entries(&ring.index)),
        encryption: entries(&ring.encryption),
    };
    Zeroizing::new(serde_json::to_string_pretty(&file).unwrap_or_default())
}

fn keys(entries: &[Entry]) -> Result<Vec<Key>, String> {
    let mut keys = entries.iter().map(Entry::key).collect::<Result<Vec<_>, _>>()?;
    keys.sort_by_key(|key| key.version);
    if keys.is_empty() {
        return Err("it lacks a key for encryption or for the index".to_owned());
    }
    if keys.iter().zip(keys.iter().skip(1)).any(|(a, b)| a.version == b.version) {
        return Err("a version is there twice".to_owned());
    }
    Ok(keys)
}

impl Entries {
    fn as_slice(&self) -> &[Entry] {
        match self {
            Self::One(entry) => std::slice::from_ref(entry),
            Self::Many(entries) => entries,
        }
    }
}

impl Entry {
    fn of(key: &Key) -> Self {
        Self { version: key.version, suite: key.suite, key: hex::encode(&key.bytes) }
    }

    fn key(&self) -> Result<Key, String> {
        let bytes = hex::decode(&self.key).map(Zeroizing::new);
        let bytes = bytes.map_err(|_| format!("key {} is not hexadecimal", self.version))?;
        let length = self.suite.key_length();
        if bytes.len() == length {
            Ok(Key { version: self.version, suite: self.suite, bytes })
        } else {
            Err(format!("key {} must have {length} bytes", self.version))
        }
    }
}
