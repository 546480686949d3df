//! What happens to machines, made to happen to one process on Linux: preload this library
//! (`LD_PRELOAD`) and it stands between the process and its files and clock.
//!
//! - `YIHAO_FAULTS_DISK`: the folder whose files are watched.
//! - `YIHAO_FAULTS_DURABLE`: a folder of copies of its databases (`*.db`, `*.db-wal`). A copy receives
//!   only what `fsync` covered; it is what a power cut leaves. Whoever starts the process puts
//!   copies there first that equal the files.
//! - `YIHAO_FAULTS_LAZY`: with any value, a write-ahead log counts as synced only when its header is
//!   written and before the database is: what SQLite does with `synchronous=NORMAL`.
//! - `YIHAO_FAULTS_SWITCHES`: a folder of switches that work while the process runs. A file `full`
//!   refuses every write for want of room (`growth` in it: only those that need more of the disk);
//!   a file `slow` holds milliseconds that each sync takes longer; a file `clock` holds seconds by which
//!   the wall clock is off.
//!
//! Without these settings every call goes straight through. All real calls are raw system calls:
//! nothing in here may come back to the functions that it stands before.
#![cfg(target_os = "linux")]
#![expect(unsafe_code, reason = "functions of the C library, with its own signatures")]

mod calls;
mod clock;
mod durable;
mod files;
mod ranges;
mod raw;
mod settings;
