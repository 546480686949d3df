//! Has anything changed since the last build? Told by content, not by the clock: a fresh
//! checkout has new times and old contents.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use sha2::{Digest as _, Sha256};

/// One number over the contents of files and folders, and over `also`.
pub fn fingerprint(paths: &[PathBuf], also: &str) -> Result<String> {
    let mut files = Vec::new();
    for path in paths {
        collect(path, &mut files)?;
    }
    files.sort();
    let mut digest = Sha256::new();
    digest.update(also);
    for file in files {
        digest.update(file.as_os_str().as_encoded_bytes());
        digest.update(fs::read(&file)?);
    }
    Ok(hex::encode(digest.finalize()))
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            collect(&entry?.path(), files)?;
        }
    } else if path.is_file() {
        files.push(path.to_owned());
    }
    Ok(())
}

/// Whether the last build, remembered in `stamp`, was made of the same things.
pub fn is_fresh(stamp: &Path, fingerprint: &str) -> bool {
    fs::read_to_string(stamp).is_ok_and(|last| last == fingerprint)
}

/// Remembers a build that succeeded.
pub fn remember(stamp: &Path, fingerprint: &str) -> Result<()> {
    if let Some(folder) = stamp.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(stamp, fingerprint)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_follows_contents() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a");
        let paths = [folder.path().to_owned()];
        fs::write(&file, "1").unwrap();
        let first = fingerprint(&paths, "").unwrap();
        fs::write(&file, "1").unwrap();
        assert_eq!(first, fingerprint(&paths, "").unwrap());
        fs::write(&file, "2").unwrap();
        assert_ne!(first, fingerprint(&paths, "").unwrap());
    }
}
