//! Which open files are watched, and what their writes and syncs come to.

use std::collections::HashMap;
use std::ffi::{CString, c_int};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;

use libc::c_long;

use crate::durable::Durable;
use crate::raw;
use crate::settings::{Room, Settings};

/// The head of a write-ahead log; frames follow it.
const LOG_HEAD: u64 = 32;

/// A watched file.
#[derive(Debug)]
pub struct File {
    /// Only of a database and its log.
    durable: Option<Mutex<Durable>>,
    /// Of a database: the path of its log.
    log: Option<Vec<u8>>,
    is_log: bool,
}

#[derive(Default)]
struct Open {
    files: HashMap<c_int, Arc<File>>,
    /// A file may be open several times.
    paths: HashMap<Vec<u8>, (c_int, Arc<File>)>,
}

static OPEN: LazyLock<RwLock<Open>> = LazyLock::new(RwLock::default);

/// The watched file of this number.
pub fn of(fd: c_int) -> Option<Arc<File>> {
    Settings::get()?;
    OPEN.read().unwrap_or_else(PoisonError::into_inner).files.get(&fd).cloned()
}

/// A file was opened.
pub fn opened(path: &[u8], fd: c_int) {
    let Some(settings) = Settings::get() else { return };
    let Some(name) = path.strip_prefix(settings.disk.as_slice()) else { return };
    let mut open = OPEN.write().unwrap_or_else(PoisonError::into_inner);
    let known = open.paths.remove(path).map(|(_, file)| file);
    let file = known.unwrap_or_else(|| Arc::new(File::named(settings, path, name)));
    open.paths.insert(path.to_vec(), (fd, Arc::clone(&file)));
    open.files.insert(fd, file);
}

/// A file is closed.
pub fn closed(fd: c_int) {
    if of(fd).is_some() {
        OPEN.write().unwrap_or_else(PoisonError::into_inner).files.remove(&fd);
    }
}

/// A file was removed; the next of this name is another.
pub fn removed(path: &[u8]) {
    if Settings::get().is_none() {
        return;
    }
    let known = OPEN.write().unwrap_or_else(PoisonError::into_inner).paths.remove(path);
    if let Some(mut durable) = known.as_ref().and_then(|(_, file)| file.durable()) {
        durable.remove();
    }
}

impl File {
    fn named(settings: &Settings, path: &[u8], name: &[u8]) -> Self {
        let (is_database, is_log) = (name.ends_with(b".db"), name.ends_with(b".db-wal"));
        let copy = |folder: &Vec<u8>| CString::new([folder.as_slice(), name].concat()).ok();
        let durable = settings.durable.as_ref().filter(|_| is_database || is_log).and_then(copy);
        Self {
            durable: durable.map(|path| Mutex::new(Durable::at(path))),
            log: is_database.then(|| [path, b"-wal"].concat()),
            is_log,
        }
    }

    /// Writes up to `end`, where there is room; `written` tells from where to where.
    pub fn write(&self, fd: c_int, end: u64, write: impl FnOnce() -> c_long, from: u64) -> c_long {
        self.log_first();
        if is_full(fd, end) {
            return raw::refuse(libc::ENOSPC);
        }
        // Held while writing: a sync then covers the whole write or nothing of it.
        let durable = self.durable();
        let said = write();
        if let (Some(mut durable), Ok(count)) = (durable, u64::try_from(said)) {
            durable.pending.written(from, from.saturating_add(count));
        }
        said
    }

    /// Makes it so long, where there is room.
    pub fn truncate(&self, fd: c_int, len: u64, truncate: impl FnOnce() -> c_long) -> c_long {
        if is_full(fd, len) {
            return raw::refuse(libc::ENOSPC);
        }
        let durable = self.durable();
        let said = truncate();
        if let (Some(mut durable), 0) = (durable, said) {
            durable.pending.truncated(len);
        }
        said
    }

    /// A sync; one that does not count costs nothing either. The copy receives what was written when
    /// the disk has it and not before: who is killed meanwhile was promised nothing.
    pub fn sync(&self, fd: c_int) -> c_long {
        // Held until the end: what others write meanwhile is not covered.
        let Some(mut durable) = self.durable() else { return raw::fsync(fd) };
        if self.is_log && is_lazy() && !durable.pending.is_only_head(LOG_HEAD) {
            return 0;
        }
        std::thread::sleep(Settings::get().map_or(Duration::ZERO, Settings::delay));
        match raw::fsync(fd) {
            0 => durable.sync(fd).err().unwrap_or(0),
            failed => failed,
        }
    }

    /// With `synchronous=NORMAL` a log is synced before its frames go into the database.
    fn log_first(&self) {
        let Some(path) = self.log.as_ref().filter(|_| is_lazy()) else { return };
        let known = OPEN.read().unwrap_or_else(PoisonError::into_inner).paths.get(path).cloned();
        let Some((fd, log)) = known else { return };
        if let Some(mut durable) = log.durable() {
            // What cannot be copied is missing after the cut, and shows there.
            let _ = durable.sync(fd);
        }
    }

    fn durable(&self) -> Option<MutexGuard<'_, Durable>> {
        Some(self.durable.as_ref()?.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn is_lazy() -> bool {
    Settings::get().is_some_and(|settings| settings.lazy)
}

fn is_full(fd: c_int, end: u64) -> bool {
    match Settings::get().map_or(Room::Enough, Settings::room) {
        Room::Enough => false,
        Room::NoneMore => end > raw::len(fd),
        Room::None => true,
    }
}
