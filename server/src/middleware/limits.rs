//! Every limit of a request, in one place: its number, and why it is that number. What is beyond one
//! is told by [`super::limited::Limited`]; `docs/operations.md` shows this table.

mod table;

pub use table::Limit;

use backend::uploads::MAX_SIZE;
use std::time::Duration;

/// A KiB in bytes.
const KILO: usize = 1024;
/// Bytes of a form or of a program's JSON.
pub const FORM_BYTES: usize = 256 * KILO;
/// Files of the largest size that one form may bring.
const FILES: u64 = 4;

/// How many requests of a kind work at once, and how many may wait before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capacity {
    /// At work at once, for each processor.
    pub each_core: usize,
    /// Waiting, at most.
    pub queue: usize,
    /// The longest that one waits.
    pub wait: Duration,
}

/// All limits of a portal.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes of an address.
    pub address: usize,
    /// Bytes of all header fields together.
    pub head: usize,
    /// Bytes of a form or of a program's JSON.
    pub form: usize,
    /// Bytes of a request with files.
    pub request: u64,
    /// Bytes of all forms that are arriving.
    pub arriving: u64,
    /// Connections at once.
    pub connections: usize,
    /// For sending the head of a request.
    pub head_time: Duration,
    /// For sending a form.
    pub form_time: Duration,
    /// For sending files.
    pub upload_time: Duration,
    /// Between two pieces of what is sent.
    pub pause: Duration,
    /// For the portal's own work.
    pub work_time: Duration,
    /// For making a file of figures.
    pub export_time: Duration,
    /// For a connection that says nothing between two requests.
    pub idle_time: Duration,
    /// For a reader who takes nothing of the answer.
    pub unread_time: Duration,
    /// What hands something in.
    pub intake: Capacity,
    /// Pages of the staff, and programs with a token.
    pub staff: Capacity,
    /// Pages of citizens who are signed in.
    pub citizens: Capacity,
    /// Pages for everybody.
    pub public: Capacity,
    /// Signing in and registering.
    pub doors: Capacity,
    /// Requests with files.
    pub uploads: Capacity,
    /// Files of figures.
    pub exports: Capacity,
    /// Styles and scripts.
    pub files: Capacity,
}

impl Default for Limits {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        let capacity = |each_core, queue, wait| Capacity { each_core, queue, wait: seconds(wait) };
        Self {
            address: 8 * KILO,
            head: 24 * KILO,
            form: FORM_BYTES,
            request: MAX_SIZE.saturating_mul(FILES),
            arriving: 64 * 1024 * 1024,
            connections: 4096,
            head_time: seconds(10),
            form_time: seconds(30),
            upload_time: seconds(300),
            pause: seconds(15),
            work_time: seconds(30),
            export_time: seconds(300),
            idle_time: seconds(75),
            unread_time: seconds(60),
            intake: capacity(64, 512, 5),
            staff: capacity(8, 256, 5),
            citizens: capacity(8, 256, 3),
            public: capacity(8, 256, 3),
            doors: capacity(2, 64, 5),
            uploads: capacity(16, 64, 10),
            exports: capacity(2, 16, 10),
            files: capacity(32, 256, 3),
        }
    }
}
