//! Counting tests: every runner sums up in its own words.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context as _, Result, bail};

/// Tests that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Passed.
    pub passed: u64,
    /// Failed.
    pub failed: u64,
}

impl Tally {
    /// Both together.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Reads a runner's last words; nothing where a line is none.
    ///
    /// nextest: `Summary [0.1s] 3 tests run: 2 passed, 1 failed, 0 skipped`;
    /// cargo test: `test result: ok. 3 passed; 0 failed; …`;
    /// Playwright: `  12 passed (3.4s)`;
    /// our comparisons with other libraries, one test each: `codes: 900 compared, 0 differ`.
    fn read(line: &str) -> Self {
        let line = line.trim();
        if let Some((_, differ)) = line.rsplit_once(" compared, ") {
            let same = differ == "0 differ";
            return Self { passed: same.into(), failed: (!same).into() };
        }
        let words: Vec<&str> = line.split_whitespace().collect();
        let sums_up = line.starts_with("Summary [")
            || line.starts_with("test result:")
            || matches!(words.as_slice(), [number, "passed" | "passed," | "failed", ..] if number.parse::<u64>().is_ok());
        if !sums_up {
            return Self::default();
        }
        let count = |word: &str| {
            let pair = words
                .windows(2)
                .find(|pair| matches!(pair, [_, said] if said.trim_end_matches([',', ';']) == word));
            pair.and_then(|pair| pair.first()?.parse().ok()).unwrap_or(0)
        };
        Self { passed: count("passed"), failed: count("failed") }
    }
}

/// Runs a test command, shows what it says, and counts. Fails if the command does.
pub fn run(command: impl Into<Command>, tally: &mut Tally) -> Result<()> {
    let mut command = command.into();
    let program = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("{program} could not be started"))?;
    let errors = child.stderr.take().map(|stream| thread::spawn(move || echo(stream)));
    let output = child.stdout.take().map(echo).unwrap_or_default();
    tally.add(output);
    if let Some(Ok(counted)) = errors.map(thread::JoinHandle::join) {
        tally.add(counted);
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("{program} ended with {status}");
    }
    Ok(())
}

/// Passes every line on to the terminal, and counts.
fn echo(stream: impl Read) -> Tally {
    let mut tally = Tally::default();
    for line in BufReader::new(stream).lines().map_while(Result::ok) {
        eprintln!("{line}");
        tally.add(Tally::read(&line));
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_runner_is_understood() {
        let read = |line| {
            let tally = Tally::read(line);
            (tally.passed, tally.failed)
        };
        assert_eq!(read("     Summary [   0.010s] 12 tests run: 11 passed, 1 failed, 0 skipped"), (11, 1));
        assert_eq!(read("     Summary [   0.010s] 9 tests run: 9 passed (1 slow), 0 skipped"), (9, 0));
        assert_eq!(read("test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured"), (3, 0));
        assert_eq!(read("  12 passed (3.4s)"), (12, 0));
        assert_eq!(read("  2 failed"), (0, 2));
        assert_eq!(read("credit codes: 900 compared, 0 differ"), (1, 0));
        assert_eq!(read("credit codes: 900 compared, 2 differ"), (0, 1));
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(Tally::read("test a_case_that_has_2 passed"), Tally::default());
        assert_eq!(Tally::read("Downloaded 3 crates"), Tally::default());
    }
}
