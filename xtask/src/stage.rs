//! Long work in named stages, each with its time.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};

use crate::tally::Tally;

/// Stages done so far.
pub struct Stages {
    began: Instant,
    done: Vec<(String, Duration)>,
    /// Tests counted so far.
    pub tally: Tally,
}

impl Stages {
    /// No stage yet.
    pub fn begin() -> Self {
        Self { began: Instant::now(), done: Vec::new(), tally: Tally::default() }
    }

    /// Does one stage under a heading.
    pub fn run(&mut self, name: &str, work: impl FnOnce(&mut Tally) -> Result<()>) -> Result<()> {
        eprintln!("\n━━ {name} · {} since the start ━━", minutes(self.began.elapsed()));
        let began = Instant::now();
        let result = work(&mut self.tally);
        self.done.push((name.to_owned(), began.elapsed()));
        result.with_context(|| format!("stage “{name}” failed"))
    }

    /// Prints how long each stage took.
    pub fn print(&self) {
        eprintln!("\n━━ Stages ━━");
        for (name, took) in &self.done {
            eprintln!("{:>9}  {name}", minutes(*took));
        }
        eprintln!("{:>9}  together", minutes(self.began.elapsed()));
    }
}

/// `1 min 05 s`, or `5.0 s`.
pub fn minutes(took: Duration) -> String {
    let seconds = took.as_secs();
    if seconds < 60 {
        format!("{:.1} s", took.as_secs_f32())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_short_to_read() {
        assert_eq!(minutes(Duration::from_millis(5040)), "5.0 s");
        assert_eq!(minutes(Duration::from_secs(65)), "1 min 05 s");
    }
}
