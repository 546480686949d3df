//! The system calls themselves, past every function that this library replaces.

use std::ffi::{CStr, c_int, c_void};

use libc::{c_long, off_t};

/// What the kernel answers where a call failed; the reason is in `errno`.
pub const FAILED: c_long = -1;

/// Writes at a place.
///
/// # Safety
/// `from` points to `count` bytes.
pub unsafe fn pwrite(fd: c_int, from: *const c_void, count: usize, at: off_t) -> c_long {
    // SAFETY: as the caller promises.
    unsafe { libc::syscall(libc::SYS_pwrite64, fd, from, count, at) }
}

/// Writes where the file stands.
///
/// # Safety
/// `from` points to `count` bytes.
pub unsafe fn write(fd: c_int, from: *const c_void, count: usize) -> c_long {
    // SAFETY: as the caller promises.
    unsafe { libc::syscall(libc::SYS_write, fd, from, count) }
}

/// Opens a file.
///
/// # Safety
/// `path` is a string that ends with a zero.
pub unsafe fn open(path: *const libc::c_char, flags: c_int, mode: libc::mode_t) -> c_long {
    // SAFETY: as the caller promises.
    unsafe { libc::syscall(libc::SYS_openat, libc::AT_FDCWD, path, flags, mode) }
}

/// Removes a file.
pub fn unlink(path: &CStr) -> c_long {
    // SAFETY: a string that ends with a zero.
    unsafe { libc::syscall(libc::SYS_unlinkat, libc::AT_FDCWD, path.as_ptr(), 0) }
}

/// Closes a file.
pub fn close(fd: c_int) -> c_long {
    // SAFETY: a number that nobody uses is answered with an error.
    unsafe { libc::syscall(libc::SYS_close, fd) }
}

/// Waits until the disk has it.
pub fn fsync(fd: c_int) -> c_long {
    // SAFETY: a number that nobody uses is answered with an error.
    unsafe { libc::syscall(libc::SYS_fsync, fd) }
}

/// Makes a file so long.
pub fn truncate(fd: c_int, len: off_t) -> c_long {
    // SAFETY: a number that nobody uses is answered with an error.
    unsafe { libc::syscall(libc::SYS_ftruncate, fd, len) }
}

/// Where a file stands.
pub fn place(fd: c_int) -> c_long {
    let nothing: off_t = 0;
    // SAFETY: a number that nobody uses is answered with an error.
    unsafe { libc::syscall(libc::SYS_lseek, fd, nothing, libc::SEEK_CUR) }
}

/// How long a file is; 0 where that cannot be known.
pub fn len(fd: c_int) -> u64 {
    // SAFETY: a plain structure of numbers, for which zeros are a value.
    let mut stat: libc::stat = unsafe { std::mem::zeroed() };
    // SAFETY: the structure is ours. `fstat` is no function that this library replaces.
    let answer = unsafe { libc::fstat(fd, &raw mut stat) };
    if answer == 0 { u64::try_from(stat.st_size).unwrap_or(0) } else { 0 }
}

/// Reads at a place; how many bytes.
pub fn pread(fd: c_int, into: &mut [u8], at: u64) -> usize {
    let at = off_t::try_from(at).unwrap_or(off_t::MAX);
    // SAFETY: the bytes are ours, and as many as said.
    let read = unsafe { libc::syscall(libc::SYS_pread64, fd, into.as_mut_ptr(), into.len(), at) };
    usize::try_from(read).unwrap_or(0)
}

/// The first bytes of a small file; nothing where there is none.
pub fn read(path: &CStr, into: &mut [u8]) -> Option<usize> {
    // SAFETY: a string that ends with a zero.
    let opened = unsafe { open(path.as_ptr(), libc::O_RDONLY | libc::O_CLOEXEC, 0) };
    let fd = c_int::try_from(opened).ok().filter(|fd| *fd >= 0)?;
    let read = pread(fd, into, 0);
    close(fd);
    Some(read)
}

/// The number in a small file; nothing where there is none.
pub fn number<T: std::str::FromStr>(path: &CStr) -> Option<T> {
    let mut said = [0; 20];
    let read = read(path, &mut said).and_then(|count| said.get(..count))?;
    std::str::from_utf8(read).ok()?.trim().parse().ok()
}

/// Time of a clock.
///
/// # Safety
/// `into` points to a time of ours, or is null.
pub unsafe fn clock(which: libc::clockid_t, into: *mut libc::timespec) -> c_long {
    // SAFETY: as the caller promises.
    unsafe { libc::syscall(libc::SYS_clock_gettime, which, into) }
}

/// An answer of the kernel, as the C library gives it.
pub fn answer(said: c_long) -> c_int {
    c_int::try_from(said).unwrap_or(-1)
}

/// Refuses with this reason.
pub fn refuse(reason: c_int) -> c_long {
    // SAFETY: each thread has its own.
    unsafe { *libc::__errno_location() = reason };
    FAILED
}
