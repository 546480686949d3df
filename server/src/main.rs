//! `yihao`: the portal's one program.

use std::process::ExitCode;

fn main() -> ExitCode {
    server::commands::run()
}
