//! `yihao check KIND`: for cleaning data. Needs no database and no setting, and holds one line
//! at a time.

use super::failure::Failure;
use anyhow::Context as _;
use chrono::{NaiveDate, Utc};
use domain::calendar::{CITY_OFFSET, Calendar};
use domain::check::{CheckKind, check};
use std::io::{self, BufRead, BufWriter, Write, stdin, stdout};

mod calendar;

/// Bytes kept of a line. Longer than anything right, so that what is cut off stays wrong.
const LINE: usize = 1024;

pub(super) fn run(kind: CheckKind) -> Result<(), Failure> {
    let today = today()?;
    let calendar = calendar::built_in().map_err(Failure::Fault)?;
    let mut output = BufWriter::with_capacity(1 << 16, stdout().lock());
    let read = each_line(stdin().lock(), |line| answer(&mut output, kind, line, today, &calendar));
    let read = read.and_then(|()| output.flush());
    match read {
        // Whoever reads has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other.context("the input could not be read to its end").map_err(Failure::Fault),
    }
}

fn answer(
    output: &mut impl Write,
    kind: CheckKind,
    line: &[u8],
    today: NaiveDate,
    calendar: &Calendar,
) -> io::Result<()> {
    let answer = check(kind, &String::from_utf8_lossy(line), today, calendar);
    serde_json::to_writer(&mut *output, &answer)?;
    output.write_all(b"\n")
}

/// The city's day, or `YIHAO_TODAY`.
fn today() -> Result<NaiveDate, Failure> {
    match std::env::var("YIHAO_TODAY") {
        Ok(text) if !text.is_empty() => text
            .parse()
            .with_context(|| format!("YIHAO_TODAY must be a day such as 2026-02-13, not “{text}”"))
            .map_err(Failure::Usage),
        _ => Ok(Utc::now().with_timezone(&CITY_OFFSET).date_naive()),
    }
}

/// Calls `each` for every line, without its end, in memory bounded by [`LINE`].
fn each_line(mut input: impl BufRead, mut each: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let mut line = Vec::with_capacity(LINE);
    let mut begun = false;
    loop {
        let buffer = match input.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            buffer => buffer?,
        };
        if buffer.is_empty() {
            return if begun { each(trimmed(&line)) } else { Ok(()) };
        }
        begun = true;
        let (part, ended) = match buffer.iter().position(|&byte| byte == b'\n') {
            Some(at) => (buffer.get(..at).unwrap_or_default(), true),
            None => (buffer, false),
        };
        line.extend(part.iter().take(LINE - line.len()));
        let used = part.len() + usize::from(ended);
        if ended {
            each(trimmed(&line))?;
            line.clear();
            begun = false;
        }
        input.consume(used);
    }
}

/// Without a carriage return, and without the mark that some editors put before everything.
fn trimmed(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &[u8]) -> Vec<String> {
        let mut seen = Vec::new();
        each_line(io::BufReader::with_capacity(3, text), |line| {
            seen.push(String::from_utf8_lossy(line).into_owned());
            Ok(())
        })
        .unwrap();
        seen
    }

    #[test]
    fn every_line_is_seen_whatever_ends_it() {
        assert_eq!(lines(b"one\r\n\ntwo\nthree"), ["one", "", "two", "three"]);
        assert_eq!(lines(b"\xef\xbb\xbfone\n"), ["one"]);
        assert!(lines(b"").is_empty());
    }

    #[test]
    fn a_line_without_end_takes_no_memory() {
        let long = vec![b'1'; 100_000];
        let seen = lines(&long);
        assert_eq!((seen.len(), seen[0].len()), (1, LINE));
    }
}
