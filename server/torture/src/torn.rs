//! What a power cut leaves of a file.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::plan::Dice;

/// What a disk writes whole or not at all.
const SECTOR: usize = 512;

/// Replaces the file `live` by its copy `durable`, which has only what was synced. With dice, each
/// sector written and not synced is kept by chance: a disk may write in any order before it is told
/// to. Both are equal afterwards. How many bytes were taken back.
///
/// # Errors
/// Where files cannot be read or written.
pub fn cut(live: &Path, durable: &Path, dice: Option<&mut Dice>) -> Result<u64> {
    if !durable.exists() {
        let len = fs::metadata(live).map_or(0, |found| found.len());
        if live.exists() {
            fs::remove_file(live)?;
        }
        return Ok(len);
    }
    let synced = fs::read(durable).with_context(|| format!("cannot read {}", durable.display()))?;
    let written = fs::read(live).unwrap_or_default();
    let left = match dice {
        Some(dice) => mixed(&synced, &written, |_| dice.percent(50)),
        None => synced,
    };
    fs::write(durable, &left)?;
    fs::write(live, &left)?;
    Ok(differing(&left, &written))
}

/// The synced bytes, with those sectors of the written ones that `keep` names.
fn mixed(synced: &[u8], written: &[u8], mut keep: impl FnMut(usize) -> bool) -> Vec<u8> {
    let mut left = synced.to_vec();
    for (at, sector) in written.chunks(SECTOR).enumerate() {
        let from = at.saturating_mul(SECTOR);
        let to = from.saturating_add(sector.len());
        if synced.get(from..to) == Some(sector) || !keep(at) {
            continue;
        }
        if left.len() < to {
            left.resize(to, 0);
        }
        if let Some(place) = left.get_mut(from..to) {
            place.copy_from_slice(sector);
        }
    }
    left
}

fn differing(left: &[u8], written: &[u8]) -> u64 {
    let same = left.iter().zip(written).filter(|(one, other)| one == other).count();
    u64::try_from(written.len().saturating_sub(same)).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_synced_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let (live, durable) = (folder.path().join("live"), folder.path().join("durable"));
        fs::write(&live, b"synced and then more").unwrap();
        fs::write(&durable, b"synced").unwrap();
        assert_eq!(cut(&live, &durable, None).unwrap(), 14);
        assert_eq!(fs::read(&live).unwrap(), b"synced");
    }

    #[test]
    fn a_file_never_synced_is_not_there() {
        let folder = tempfile::tempdir().unwrap();
        let live = folder.path().join("live");
        fs::write(&live, b"written").unwrap();
        assert_eq!(cut(&live, &folder.path().join("durable"), None).unwrap(), 7);
        assert!(!live.exists());
    }

    #[test]
    fn sectors_survive_by_themselves() {
        let (synced, written) = (vec![1; 512], vec![2; 1500]);
        let left = mixed(&synced, &written, |sector| sector == 2);
        assert_eq!(left.len(), 1500);
        assert_eq!(left.get(..512), Some(vec![1; 512].as_slice()));
        assert_eq!(left.get(512..1024), Some(vec![0; 512].as_slice()));
        assert_eq!(left.get(1024..), Some(vec![2; 476].as_slice()));
    }
}
