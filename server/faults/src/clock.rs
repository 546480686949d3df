//! A wall clock that is off by as many seconds as a file says.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use libc::timespec;

use crate::raw;
use crate::settings::Settings;

/// The file is read again after so many milliseconds.
const FRESH: u64 = 10;

static SHIFT: AtomicI64 = AtomicI64::new(0);
static READ: AtomicU64 = AtomicU64::new(0);

/// Seconds by which the wall clock is off now.
pub fn shift() -> i64 {
    let Some(path) = Settings::get().and_then(|settings| settings.clock.as_ref()) else { return 0 };
    let now = millis();
    if now.saturating_sub(READ.load(Ordering::Relaxed)) >= FRESH {
        READ.store(now, Ordering::Relaxed);
        SHIFT.store(raw::number(path).unwrap_or(0), Ordering::Relaxed);
    }
    SHIFT.load(Ordering::Relaxed)
}

/// The wall clock, as this process is to see it.
pub fn wall() -> timespec {
    let mut at = timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the time is ours.
    unsafe { raw::clock(libc::CLOCK_REALTIME, &raw mut at) };
    at.tv_sec = at.tv_sec.saturating_add(shift());
    at
}

/// Of the clock that never jumps.
fn millis() -> u64 {
    let mut at = timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the time is ours.
    unsafe { raw::clock(libc::CLOCK_MONOTONIC, &raw mut at) };
    let millis = at.tv_sec.saturating_mul(1000).saturating_add(at.tv_nsec / 1_000_000);
    // Never 0, so that the first look reads the file.
    u64::try_from(millis).unwrap_or(0).saturating_add(FRESH)
}
