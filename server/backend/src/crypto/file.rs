//! The key file: JSON, readable by its owner alone, made with random keys where there is none.

mod format;

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use zeroize::Zeroizing;

use super::{CipherSuite, Keys, Ring, Versions};

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

/// By this an edition of the file is told from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    changed: SystemTime,
    length: u64,
}

impl Keys {
    /// Reads the key file; makes it, with random keys, where there is none.
    ///
    /// # Errors
    /// [`KeyFileError`], in a sentence for whoever starts the portal.
    pub fn open_or_create(path: &Path, suite: CipherSuite) -> Result<Self, KeyFileError> {
        match read(path) {
            Err(KeyFileError::Io { source, .. }) if source.kind() == io::ErrorKind::NotFound => {
                write_new(path, &format::write(&Ring::random(suite))).map_err(failed(path))?;
            }
            Err(error) => return Err(error),
            Ok(_) => {}
        }
        Self::of_file(path)
    }

    /// Reads a key file that is there.
    ///
    /// # Errors
    /// [`KeyFileError`], also where there is none.
    pub(crate) fn of_file(path: &Path) -> Result<Self, KeyFileError> {
        let (ring, stamp) = read(path)?;
        Ok(Self::of(ring, Some(path.to_owned()), Some(stamp)))
    }

    /// Reads the file anew, if it is another than last time.
    pub(super) fn reload(&self) -> Result<(), KeyFileError> {
        let Some(path) = &self.file else { return Ok(()) };
        if self.state().stamp == Some(stamp(path).map_err(failed(path))?) {
            return Ok(());
        }
        let (ring, stamp) = read(path)?;
        self.change(|state| (state.ring, state.stamp) = (Arc::new(ring), Some(stamp)));
        Ok(())
    }

    /// Adds the next version of both keys to the file. Nothing is written with them until the
    /// database says so, see [`crate::rotation::activate`].
    ///
    /// # Errors
    /// [`KeyFileError`]; the old file is then untouched.
    pub fn add_version(&self, suite: CipherSuite) -> Result<(), KeyFileError> {
        self.rewrite(|ring| ring.grow(suite))
    }

    /// Drops every version before these from the file; how many keys went.
    pub(crate) fn drop_before(&self, versions: Versions) -> Result<usize, KeyFileError> {
        self.rewrite(|ring| ring.keep(versions))
    }

    /// One at a time, and beside the old file first: it is whole at every moment.
    fn rewrite<T>(&self, change: impl FnOnce(&mut Ring) -> T) -> Result<T, KeyFileError> {
        let Some(path) = &self.file else {
            let source = io::Error::other("these keys live in memory");
            return Err(KeyFileError::Io { path: PathBuf::new(), source });
        };
        let _lock = lock(path).map_err(failed(path))?;
        let (mut ring, _) = read(path)?;
        let outcome = change(&mut ring);
        replace(path, &format::write(&ring)).map_err(failed(path))?;
        self.reload()?;
        Ok(outcome)
    }
}

fn failed(path: &Path) -> impl Fn(io::Error) -> KeyFileError {
    |source| KeyFileError::Io { path: path.to_owned(), source }
}

fn read(path: &Path) -> Result<(Ring, Stamp), KeyFileError> {
    // The stamp first: a file exchanged in between is then read once more.
    let stamp = stamp(path).map_err(failed(path))?;
    let text = Zeroizing::new(fs::read_to_string(path).map_err(failed(path))?);
    let ring =
        format::read(&text).map_err(|reason| KeyFileError::Damaged { path: path.to_owned(), reason })?;
    Ok((ring, stamp))
}

fn stamp(path: &Path) -> io::Result<Stamp> {
    let file = fs::metadata(path)?;
    Ok(Stamp { changed: file.modified()?, length: file.len() })
}

/// Held until it is dropped: two rotations at once would each make a key of the same version.
fn lock(path: &Path) -> io::Result<File> {
    let lock = File::create(path.with_extension("lock"))?;
    lock.lock()?;
    Ok(lock)
}

fn replace(path: &Path, text: &str) -> io::Result<()> {
    let beside = path.with_extension("new");
    // Left by a rotation that broke off; never in use.
    fs::remove_file(&beside).ok();
    write_new(&beside, text)?;
    fs::rename(&beside, path)?;
    match folder(path) {
        Some(folder) => File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}

/// Never overwrites: keys lost are data lost.
fn write_new(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = folder(path) {
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

fn folder(path: &Path) -> Option<&Path> {
    path.parent().filter(|folder| !folder.as_os_str().is_empty())
}
