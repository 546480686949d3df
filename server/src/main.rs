//! `yihao`: the portal's one program.

use mimalloc::MiMalloc;
use std::process::ExitCode;

/// Pages are made of thousands of short strings, on threads that hand them to one another: the
/// system's allocator spends more on them, and keeps almost twice the memory.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    server::commands::run()
}
