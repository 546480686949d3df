//! What of a file a power cut leaves: a copy that receives only what `fsync` covered.

use std::ffi::{CString, c_int, c_void};

use libc::{c_long, off_t};

use crate::ranges::Pending;
use crate::raw;

/// Copied at once.
const CHUNK: usize = 64 * 1024;

/// The copy, and what it does not have yet.
#[derive(Debug)]
pub struct Durable {
    path: CString,
    copy: Option<c_int>,
    /// Not synced.
    pub pending: Pending,
}

impl Durable {
    /// Of a file whose copy is at `path`.
    pub fn at(path: CString) -> Self {
        Self { path, copy: None, pending: Pending::default() }
    }

    /// A sync: the copy receives all that was written before.
    pub fn sync(&mut self, from: c_int) -> Result<(), c_long> {
        let copy = self.copy()?;
        let (cut, ranges) = self.pending.take();
        if let Some(cut) = cut {
            long(copy, cut)?;
        }
        for (begin, end) in ranges {
            carry(from, copy, begin, end)?;
        }
        long(copy, raw::len(from))
    }

    /// The file was removed.
    pub fn remove(&mut self) {
        raw::unlink(&self.path);
    }

    fn copy(&mut self) -> Result<c_int, c_long> {
        if let Some(copy) = self.copy {
            return Ok(copy);
        }
        let flags = libc::O_RDWR | libc::O_CREAT | libc::O_CLOEXEC;
        // SAFETY: a string that ends with a zero.
        let opened = unsafe { raw::open(self.path.as_ptr(), flags, 0o600) };
        let copy = c_int::try_from(opened).ok().filter(|fd| *fd >= 0).ok_or(raw::FAILED)?;
        self.copy = Some(copy);
        Ok(copy)
    }
}

fn long(copy: c_int, len: u64) -> Result<(), c_long> {
    match raw::truncate(copy, off_t::try_from(len).unwrap_or(off_t::MAX)) {
        0 => Ok(()),
        failed => Err(failed),
    }
}

/// What lies behind the file's end is none of it.
fn carry(from: c_int, to: c_int, begin: u64, end: u64) -> Result<(), c_long> {
    let mut buffer = vec![0; CHUNK];
    let mut at = begin;
    while at < end {
        let wanted = usize::try_from(end - at).unwrap_or(CHUNK).min(CHUNK);
        let Some(part) = buffer.get_mut(..wanted) else { return Err(raw::FAILED) };
        let read = raw::pread(from, part, at);
        if read == 0 {
            return Ok(());
        }
        let place = off_t::try_from(at).map_err(|_| raw::FAILED)?;
        // SAFETY: so many bytes were just read into the buffer.
        let written = unsafe { raw::pwrite(to, buffer.as_ptr().cast::<c_void>(), read, place) };
        match u64::try_from(written) {
            Ok(written) if written > 0 => at = at.saturating_add(written),
            _ => return Err(raw::FAILED),
        }
    }
    Ok(())
}
