//! What clerks were promised: every acknowledgement, on disk before the next is asked for.

mod receipt;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::plan::Dice;
pub use receipt::Receipt;

/// What every key of ours begins with.
pub const KEYS: &str = "torture-";
/// Of what is asked for again, half is of the last so many: they are in most danger.
const LAST: u64 = 64;

/// All acknowledgements of one city.
#[derive(Debug)]
pub struct Ledger {
    next: AtomicU64,
    book: Mutex<Book>,
}

#[derive(Debug)]
struct Book {
    file: File,
    receipts: BTreeMap<u64, Receipt>,
    differing: Vec<String>,
    refused: BTreeMap<u16, u64>,
    cut_off: u64,
    repeated: u64,
    last: Instant,
    silence: Duration,
}

impl Ledger {
    /// An empty ledger in this folder.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn open(folder: &Path) -> Result<Self> {
        let book = Book {
            file: File::create(folder.join("ledger.tsv"))?,
            receipts: BTreeMap::new(),
            differing: Vec::new(),
            refused: BTreeMap::new(),
            cut_off: 0,
            repeated: 0,
            last: Instant::now(),
            silence: Duration::ZERO,
        };
        Ok(Self { next: AtomicU64::new(0), book: Mutex::new(book) })
    }

    /// The number of the next application.
    pub fn next(&self) -> u64 {
        self.next.fetch_add(1, Ordering::Relaxed)
    }

    /// The key of an application.
    pub fn key(n: u64) -> String {
        format!("{KEYS}{n}")
    }

    /// Writes an acknowledgement down; a second one of the same key must say the same.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn acknowledge(&self, n: u64, receipt: Receipt) -> Result<()> {
        let mut book = self.book();
        let key = Self::key(n);
        writeln!(book.file, "{key}\t{}\t{}\t{}", receipt.case_no, receipt.query_code, receipt.hash)?;
        book.beat();
        match book.receipts.get(&n) {
            Some(first) if *first == receipt => book.repeated += 1,
            Some(first) => {
                let told = format!(
                    "{key}: {} {} and then {} {}",
                    first.case_no, first.hash, receipt.case_no, receipt.hash
                );
                book.differing.push(told);
            }
            None => drop(book.receipts.insert(n, receipt)),
        }
        Ok(())
    }

    /// Notes that an application was not taken, and with which status.
    pub fn refuse(&self, status: u16) {
        *self.book().refused.entry(status).or_default() += 1;
    }

    /// Notes that a connection ended without an answer.
    pub fn cut_off(&self) {
        self.book().cut_off += 1;
    }

    /// Acknowledged applications, each counted once.
    pub fn acknowledged(&self) -> u64 {
        u64::try_from(self.book().receipts.len()).unwrap_or(u64::MAX)
    }

    /// Second answers that were the same as the first.
    pub fn repeated(&self) -> u64 {
        self.book().repeated
    }

    /// Requests cut off.
    pub fn cut(&self) -> u64 {
        self.book().cut_off
    }

    /// How often each status refused one.
    pub fn refused(&self) -> BTreeMap<u16, u64> {
        self.book().refused.clone()
    }

    /// Keys whose second answer was not their first.
    pub fn differing(&self) -> Vec<String> {
        self.book().differing.clone()
    }

    /// All of it, to be compared.
    pub fn receipts(&self) -> BTreeMap<u64, Receipt> {
        self.book().receipts.clone()
    }

    /// Begins to look out for silence.
    pub fn listen(&self) {
        let mut book = self.book();
        (book.last, book.silence) = (Instant::now(), Duration::ZERO);
    }

    /// The longest time without an acknowledgement since [`Ledger::listen`].
    pub fn silence(&self) -> Duration {
        let book = self.book();
        book.silence.max(book.last.elapsed())
    }

    /// Some acknowledged ones, half of them of the last.
    pub fn sample(&self, dice: &mut Dice, count: usize) -> Vec<u64> {
        let known: Vec<u64> = self.book().receipts.keys().copied().collect();
        let len = u64::try_from(known.len()).unwrap_or(u64::MAX);
        let Some(end) = len.checked_sub(1) else { return Vec::new() };
        let mut throw = |turn: usize| {
            let from = if turn.is_multiple_of(2) { end.saturating_sub(LAST) } else { 0 };
            known.get(usize::try_from(dice.number(from..=end)).ok()?).copied()
        };
        (0..count).filter_map(&mut throw).collect()
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Book {
    fn beat(&mut self) {
        self.silence = self.silence.max(self.last.elapsed());
        self.last = Instant::now();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn receipt(case_no: &str) -> Receipt {
        let body = format!(r#"{{"case_no":"{case_no}","query_code":"ABC"}}"#);
        Receipt::read(body.as_bytes()).unwrap()
    }

    #[test]
    fn a_second_answer_must_be_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::open(folder.path()).unwrap();
        ledger.acknowledge(0, receipt("1")).unwrap();
        ledger.acknowledge(0, receipt("1")).unwrap();
        assert!(ledger.differing().is_empty());
        ledger.acknowledge(0, receipt("2")).unwrap();
        assert_eq!((ledger.acknowledged(), ledger.repeated(), ledger.differing().len()), (1, 1, 1));
    }
}
