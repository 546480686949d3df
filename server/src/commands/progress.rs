//! Long work says what it does and how far it is: a bar on a terminal, lines elsewhere.

use super::log;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{IsTerminal as _, stderr};

/// Progress of a work of several stages.
#[derive(Debug)]
pub(super) struct Progress {
    bar: ProgressBar,
    lines: bool,
    stage: String,
    tenth: u64,
}

impl Progress {
    pub(super) fn new() -> Self {
        let lines = !stderr().is_terminal();
        let bar = ProgressBar::new(0);
        if lines {
            bar.set_draw_target(ProgressDrawTarget::hidden());
        }
        if let Ok(style) = ProgressStyle::with_template("{msg:32} {bar:32} {pos}/{len} {elapsed}") {
            bar.set_style(style);
        }
        Self { bar, lines, stage: String::new(), tenth: 0 }
    }

    /// `done` of `total` in this stage. Nought of nought stands for work of unknown size.
    pub(super) fn at(&mut self, stage: &str, done: u64, total: u64) {
        if self.stage != stage {
            stage.clone_into(&mut self.stage);
            self.tenth = 0;
            self.bar.set_message(stage.to_owned());
            self.line(|stage| format!("{stage} …"));
        }
        self.bar.set_length(total);
        self.bar.set_position(done);
        let tenth = done.saturating_mul(10).checked_div(total).unwrap_or_default();
        if tenth > self.tenth {
            self.tenth = tenth;
            self.line(|stage| format!("{stage}: {done} of {total}"));
        }
    }

    fn line(&self, text: impl FnOnce(&str) -> String) {
        if !self.lines {
            return;
        }
        // Whoever reads the log as objects wants nothing else in it.
        match log::is_json() {
            true => tracing::info!("{}", text(&self.stage)),
            false => eprintln!("{}", text(&self.stage)),
        }
    }

    pub(super) fn done(self) {
        self.bar.finish_and_clear();
    }
}
