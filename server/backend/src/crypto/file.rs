//! The key file: JSON, readable by its owner alone, made with random keys where there is none.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, Zeroizing};

use super::{CipherSuite, Key, Keys};

/// Why the key file cannot be used. Each sentence names the file.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// It cannot be read or written.
    #[error("the key file {path} cannot be read or made: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// It is not what it should be.
    #[error("the key file {path} is damaged: {reason}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    index: Entry,
    encryption: Vec<Entry>,
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

impl Keys {
    /// Reads the key file; makes it, with random keys, where there is none.
    ///
    /// # Errors
    /// [`KeyFileError`], in a sentence for whoever starts the portal.
    pub fn open_or_create(path: &Path, suite: CipherSuite) -> Result<Self, KeyFileError> {
        let io = |source| KeyFileError::Io { path: path.to_owned(), source };
        match fs::read_to_string(path) {
            Ok(text) => Self::parse(&Zeroizing::new(text))
                .map_err(|reason| KeyFileError::Damaged { path: path.to_owned(), reason }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let keys = Self::random(suite);
                write_new(path, &keys.to_json()).map_err(io)?;
                Ok(keys)
            }
            Err(error) => Err(io(error)),
        }
    }

    /// Adds a new version, which encrypts from now on, and rewrites the file.
    ///
    /// # Errors
    /// [`KeyFileError`]; the old file is then untouched.
    pub fn rotate(&mut self, path: &Path, suite: CipherSuite) -> Result<(), KeyFileError> {
        let newest = self.ring.iter().map(|key| key.version).max().unwrap_or(0);
        self.ring.push(Key::random(newest.saturating_add(1), suite));
        self.replace(path).map_err(|source| {
            // A key that is not in the file must never encrypt anything.
            self.ring.pop();
            KeyFileError::Io { path: path.to_owned(), source }
        })
    }

    fn replace(&self, path: &Path) -> io::Result<()> {
        let beside = path.with_extension("new");
        // Left by a rotation that broke off; never in use.
        fs::remove_file(&beside).ok();
        write_new(&beside, &self.to_json())?;
        fs::rename(&beside, path)
    }

    fn parse(text: &str) -> Result<Self, String> {
        let file: KeyFile = serde_json::from_str(text).map_err(|error| {
            // The message of serde_json may quote the file; the place is enough.
            format!("line {}, column {}", error.line(), error.column())
        })?;
        let mut ring = file.encryption.iter().map(Entry::key).collect::<Result<Vec<_>, _>>()?;
        ring.sort_by_key(|key| key.version);
        if ring.is_empty() {
            return Err("it holds no key for encryption".to_owned());
        }
        if ring.iter().zip(ring.iter().skip(1)).any(|(a, b)| a.version == b.version) {
            return Err("a version is there twice".to_owned());
        }
        Ok(Self { ring, index: file.index.key()? })
    }

    fn to_json(&self) -> Zeroizing<String> {
        let file =
            KeyFile { index: Entry::of(&self.index), encryption: self.ring.iter().map(Entry::of).collect() };
        Zeroizing::new(serde_json::to_string_pretty(&file).unwrap_or_default())
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

/// Never overwrites: keys lost are data lost.
fn write_new(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder)?;
    }
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
