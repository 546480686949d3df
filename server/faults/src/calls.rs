//! The functions of the C library that this one stands before, with their names and signatures.

use std::ffi::{CStr, c_char, c_int, c_void};

use libc::{c_long, clockid_t, iovec, mode_t, off_t, ssize_t, time_t, timespec, timeval};

use crate::{clock, files, raw};

fn size(said: c_long) -> ssize_t {
    ssize_t::try_from(said).unwrap_or(-1)
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// `open`; a mode that was not given is not looked at by the kernel.
///
/// # Safety
/// As `open(2)`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn open(path: *const c_char, flags: c_int, mode: mode_t) -> c_int {
    // SAFETY: as the caller promises.
    let fd = raw::answer(unsafe { raw::open(path, flags, mode) });
    if fd >= 0 {
        // SAFETY: the kernel has read it to its end.
        files::opened(unsafe { CStr::from_ptr(path) }.to_bytes(), fd);
    }
    fd
}

/// `open64`, the same on machines of 64 bits.
///
/// # Safety
/// As `open(2)`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn open64(path: *const c_char, flags: c_int, mode: mode_t) -> c_int {
    // SAFETY: as the caller promises.
    unsafe { open(path, flags, mode) }
}

/// `close`; forgotten first, for the number may be given away at once.
#[unsafe(no_mangle)]
pub extern "C" fn close(fd: c_int) -> c_int {
    files::closed(fd);
    raw::answer(raw::close(fd))
}

/// `unlink`.
///
/// # Safety
/// As `unlink(2)`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn unlink(path: *const c_char) -> c_int {
    // SAFETY: as the caller promises.
    let path = unsafe { CStr::from_ptr(path) };
    let said = raw::answer(raw::unlink(path));
    if said == 0 {
        files::removed(path.to_bytes());
    }
    said
}

/// `write`.
///
/// # Safety
/// As `write(2)`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn write(fd: c_int, from: *const c_void, count: usize) -> ssize_t {
    // SAFETY: as the caller promises.
    let write = || unsafe { raw::write(fd, from, count) };
    let Some(file) = files::of(fd) else { return size(write()) };
    let at = u64::try_from(raw::place(fd)).unwrap_or(0);
    size(file.write(fd, at.saturating_add(number(count)), write, at))
}

/// `pwrite64`.
///
/// # Safety
/// As `pwrite(2)`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pwrite64(fd: c_int, from: *const c_void, count: usize, at: off_t) -> ssize_t {
    // SAFETY: as the caller promises.
    let write = || unsafe { raw::pwrite(fd, from, count, at) };
    let Some(file) = files::of(fd) else { return size(write()) };
    let place = u64::try_from(at).unwrap_or(0);
    size(file.write(fd, place.saturating_add(number(count)), write, place))
}

/// `pwrite`, the same on machines of 64 bits.
///
/// # Safety
/// As `pwrite(2)`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pwrite(fd: c_int, from: *const c_void, count: usize, at: off_t) -> ssize_t {
    // SAFETY: as the caller promises.
    unsafe { pwrite64(fd, from, count, at) }
}

/// `writev`: no database is written with it.
///
/// # Safety
/// As `writev(2)`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn writev(fd: c_int, parts: *const iovec, count: c_int) -> ssize_t {
    // SAFETY: as the caller promises.
    let write = || unsafe { libc::syscall(libc::SYS_writev, fd, parts, count) };
    match files::of(fd) {
        None => size(write()),
        Some(file) => size(file.write(fd, u64::MAX, write, 0)),
    }
}

/// `ftruncate64`.
#[unsafe(no_mangle)]
pub extern "C" fn ftruncate64(fd: c_int, len: off_t) -> c_int {
    let truncate = || raw::truncate(fd, len);
    match files::of(fd) {
        None => raw::answer(truncate()),
        Some(file) => raw::answer(file.truncate(fd, u64::try_from(len).unwrap_or(0), truncate)),
    }
}

/// `ftruncate`, the same on machines of 64 bits.
#[unsafe(no_mangle)]
pub extern "C" fn ftruncate(fd: c_int, len: off_t) -> c_int {
    ftruncate64(fd, len)
}

/// `fsync`.
#[unsafe(no_mangle)]
pub extern "C" fn fsync(fd: c_int) -> c_int {
    raw::answer(files::of(fd).map_or_else(|| raw::fsync(fd), |file| file.sync(fd)))
}

/// `fdatasync`: the length counts as data.
#[unsafe(no_mangle)]
pub extern "C" fn fdatasync(fd: c_int) -> c_int {
    fsync(fd)
}

/// `clock_gettime`; clocks that cannot jump do not.
///
/// # Safety
/// As `clock_gettime(2)`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn clock_gettime(which: clockid_t, into: *mut timespec) -> c_int {
    // SAFETY: as the caller promises.
    let said = raw::answer(unsafe { raw::clock(which, into) });
    if said == 0 && matches!(which, libc::CLOCK_REALTIME | libc::CLOCK_REALTIME_COARSE) {
        // SAFETY: the kernel has just written it.
        unsafe { (*into).tv_sec = (*into).tv_sec.saturating_add(clock::shift()) };
    }
    said
}

/// `gettimeofday`, which SQLite reads.
///
/// # Safety
/// As `gettimeofday(2)`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gettimeofday(into: *mut timeval, _zone: *mut c_void) -> c_int {
    let at = clock::wall();
    // SAFETY: as the caller promises.
    unsafe { *into = timeval { tv_sec: at.tv_sec, tv_usec: at.tv_nsec / 1000 } };
    0
}

/// `time`.
///
/// # Safety
/// As `time(2)`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn time(into: *mut time_t) -> time_t {
    let at = clock::wall().tv_sec;
    if !into.is_null() {
        // SAFETY: as the caller promises.
        unsafe { *into = at };
    }
    at
}
