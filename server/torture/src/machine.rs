//! The machine under a portal: its power can be cut, its disk filled, its clock moved.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use tempfile::TempDir;

use crate::city::{City, DATABASE};
use crate::ground::Ground;
use crate::plan::Dice;
use crate::portal::Start;
use crate::torn;

/// How full a disk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Full {
    /// No write succeeds.
    Entirely,
    /// What is there can be written over; nothing can grow.
    ForMore,
}

/// A machine of a city on SQLite; see the package `faults`.
#[derive(Debug)]
pub struct Machine {
    folder: TempDir,
    library: PathBuf,
    disk: PathBuf,
}

impl Machine {
    /// Under a city whose portal does not run: all that is there now is on the disk for good.
    ///
    /// # Errors
    /// Where there is no room.
    pub fn under(ground: &Ground, city: &City) -> Result<Self> {
        let folder = ground.fresh("machine")?;
        let machine = Self {
            library: fs::canonicalize(&ground.faults).context("the package `faults` is not built")?,
            disk: fs::canonicalize(city.data())?,
            folder,
        };
        for folder in [machine.durable(), machine.switches()] {
            fs::create_dir(folder)?;
        }
        for file in FILES.map(|suffix| format!("{DATABASE}{suffix}")) {
            let (live, durable) = (machine.disk.join(&file), machine.durable().join(&file));
            if live.exists() {
                fs::copy(live, durable)?;
            }
        }
        Ok(machine)
    }

    /// A portal that runs on it.
    pub fn start(&self, how: Start) -> Start {
        let text = |path: &Path| path.display().to_string();
        how.with("LD_PRELOAD", text(&self.library))
            .with("YIHAO_FAULTS_DISK", text(&self.disk))
            .with("YIHAO_FAULTS_DURABLE", text(&self.durable()))
            .with("YIHAO_FAULTS_SWITCHES", text(&self.switches()))
    }

    /// The same, that syncs its log as SQLite does with `synchronous=NORMAL`.
    pub fn start_lazy(&self, how: Start) -> Start {
        self.start(how).with("YIHAO_FAULTS_LAZY", "1")
    }

    /// Cuts the power off, after the portal was killed: what no sync covered is gone, or of it a part
    /// that chance has written already. How many bytes were taken back.
    ///
    /// # Errors
    /// Where files cannot be read or written.
    pub fn cut(&self, dice: &mut Dice) -> Result<u64> {
        let mut taken = 0_u64;
        let torn = dice.percent(50);
        for file in FILES.map(|suffix| format!("{DATABASE}{suffix}")) {
            let (live, durable) = (self.disk.join(&file), self.durable().join(&file));
            taken = taken.saturating_add(torn::cut(&live, &durable, torn.then_some(&mut *dice))?);
        }
        // It lives in memory.
        let shared = self.disk.join(format!("{DATABASE}-shm"));
        if shared.exists() {
            fs::remove_file(shared)?;
        }
        Ok(taken)
    }

    /// Fills the disk.
    ///
    /// # Errors
    /// Where the switch cannot be written.
    pub fn fill(&self, full: Full) -> Result<()> {
        let word = match full {
            Full::Entirely => "all",
            Full::ForMore => "growth",
        };
        self.switch("full", word)
    }

    /// Makes room again.
    ///
    /// # Errors
    /// Where the switch cannot be removed.
    pub fn empty(&self) -> Result<()> {
        Ok(fs::remove_file(self.switches().join("full"))?)
    }

    /// Lets each sync take so many milliseconds longer, as on a disk that turns.
    ///
    /// # Errors
    /// Where the switch cannot be written.
    pub fn slow(&self, millis: u64) -> Result<()> {
        self.switch("slow", &millis.to_string())
    }

    /// Sets the clock so many seconds off.
    ///
    /// # Errors
    /// Where the switch cannot be written.
    pub fn set_clock(&self, seconds: i64) -> Result<()> {
        self.switch("clock", &seconds.to_string())
    }

    /// At once or not at all: the portal may look at any moment.
    fn switch(&self, name: &str, word: &str) -> Result<()> {
        let (new, switch) = (self.folder.path().join("switch"), self.switches().join(name));
        fs::write(&new, word)?;
        Ok(fs::rename(new, switch)?)
    }

    fn durable(&self) -> PathBuf {
        self.folder.path().join("durable")
    }

    fn switches(&self) -> PathBuf {
        self.folder.path().join("switches")
    }
}

/// The files of a database, by what follows its name.
const FILES: [&str; 2] = ["", "-wal"];
