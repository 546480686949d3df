//! How often a request asks for memory, counted by the kernel: probes on the C library's functions
//! (`perf probe`, `perf stat`) see each call of the portal as it is built for a city. Needs root.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;
use tokio::time::sleep;

use crate::drive::each;
use crate::portal::{Place, Portal};
use crate::rows::{Row, number};
use crate::sample::Applications;
use wire::{Call, Client};

/// What asks the C library for memory anew; to give it back is not counted.
const LIBRARY: &[&str] = &["malloc", "calloc", "realloc", "posix_memalign", "aligned_alloc"];
/// What asks an allocator of the portal's own, where it is built with one (mimalloc); SQLite still
/// asks the C library.
const OWN: &[&str] = &["mi_malloc_aligned", "mi_zalloc_aligned", "mi_realloc_aligned"];
/// The probes' name, so that nobody else's are touched.
const GROUP: &str = "yihao_bench";
/// Requests counted, and before that to warm up.
const REQUESTS: usize = 400;
const WARM_UP: usize = 40;
/// Until perf has taken hold of every thread.
const ATTACHED: Duration = Duration::from_millis(500);

/// One line for each kind of request.
pub async fn measure(place: &Place, portal: &Portal, applications: &Applications) -> Result<Vec<Row>> {
    eprintln!("  counting allocations");
    let probes = Probes::set(place)?;
    let mut rows = Vec::new();
    for (what, calls, status) in requests(portal, applications).await? {
        let (warm, counted) = calls.split_at(WARM_UP.min(calls.len()));
        each(&portal.address, warm, status).await?;
        let began = Instant::now();
        let counter = Counter::begin(portal, &probes).await?;
        each(&portal.address, counted, status).await?;
        let (all, took) = (counter.end()?, began.elapsed());
        // The portal's own housekeeping asks for memory too: as much in as long a time of rest.
        let counter = Counter::begin(portal, &probes).await?;
        sleep(took.saturating_sub(ATTACHED)).await;
        let idle = counter.end()?;
        let each = (all - idle).max(0.0) / f64::from(u32::try_from(counted.len())?);
        let ours = format!("{} each ({} requests, one after the other)", number(each), counted.len());
        rows.push(Row::judged(&format!("allocations of {what}"), &ours, "", "", None));
    }
    Ok(rows)
}

type Requests = Vec<(&'static str, Vec<Call>, u16)>;

async fn requests(portal: &Portal, applications: &Applications) -> Result<Requests> {
    let mut client = Client::connect(&portal.address).await?;
    let browser = |call: Call| call.with("accept-encoding", "gzip, deflate, br");
    let many = |call: Call| vec![call; WARM_UP + REQUESTS];
    let receipt = client.send(&applications.call(0)?).await?.json(201)?;
    let text = |name| receipt.get(name).and_then(Value::as_str).context("no receipt");
    let form = format!("case_no={}&query_code={}", text("case_no")?, text("query_code")?);
    let guide = browser(Call::get("/items/RS-001")).with("cookie", "yihao=of-nobody");
    let intakes: Result<Vec<Call>> = (0..WARM_UP + REQUESTS).map(|n| applications.call(n)).collect();
    Ok(vec![
        ("a catalogue page, kept for everybody", many(browser(Call::get("/items"))), 200),
        ("a guide page with a session's cookie", many(guide), 200),
        ("tracking a case", many(browser(Call::form("/track", form))), 200),
        ("an intake", intakes?, 201),
    ])
}

/// The probes; gone when this goes.
struct Probes(Vec<String>);

impl Probes {
    fn set(place: &Place) -> Result<Self> {
        let mut probes = Self(Vec::new());
        probes.remove();
        let library = library()?;
        for function in LIBRARY {
            probes.add(&library, function)?;
        }
        let program = fs::canonicalize(&place.program)?.display().to_string();
        for function in OWN {
            if let Err(error) = probes.add(&program, function) {
                eprintln!("    not counted, for the portal has no allocator of its own: {error:#}");
                break;
            }
        }
        Ok(probes)
    }

    fn add(&mut self, file: &str, function: &str) -> Result<()> {
        let mut probe = Command::new("perf");
        let name = format!("{GROUP}:{function}");
        probe.args(["probe", "-q", "-x", file, "--add", &format!("{name}={function}")]);
        let output = probe.output().context("no program `perf`")?;
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "perf sets no probe on {function}: {}", said.trim());
        self.0.push(name);
        Ok(())
    }

    fn remove(&self) {
        let mut probe = Command::new("perf");
        probe.args(["probe", "-q", "--del", &format!("{GROUP}:*")]);
        let _ = probe.stdout(Stdio::null()).stderr(Stdio::null()).status();
    }
}

impl Drop for Probes {
    fn drop(&mut self) {
        self.remove();
    }
}

/// The C library that this program, and so the portal, is linked to.
fn library() -> Result<String> {
    let maps = fs::read_to_string("/proc/self/maps")?;
    let mut files = maps.lines().filter_map(|line| line.split_whitespace().last());
    Ok(files.find(|file| file.contains("/libc.so")).context("no C library of its own")?.to_owned())
}

/// perf, counting.
struct Counter(Child);

impl Counter {
    async fn begin(portal: &Portal, probes: &Probes) -> Result<Self> {
        let mut perf = Command::new("perf");
        perf.args(["stat", "-x", ",", "-e", &probes.0.join(","), "-p", &portal.id().to_string()]);
        let counter = Self(perf.stdout(Stdio::null()).stderr(Stdio::piped()).spawn()?);
        sleep(ATTACHED).await;
        Ok(counter)
    }

    fn end(self) -> Result<f64> {
        // perf prints its counts when it is interrupted.
        Command::new("kill").args(["-INT", &self.0.id().to_string()]).status()?;
        let output = self.0.wait_with_output()?;
        sum(&String::from_utf8_lossy(&output.stderr))
    }
}

/// `1234,,yihao_bench:malloc,…` a line; what was never called is `<not counted>`.
fn sum(text: &str) -> Result<f64> {
    let counts = text.lines().filter(|line| line.contains(GROUP)).filter_map(|line| line.split(',').next());
    let counts: Vec<&str> = counts.collect();
    ensure!(!counts.is_empty(), "perf counts nothing: {}", text.trim());
    Ok(counts.iter().filter_map(|count| count.parse::<f64>().ok()).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_added() {
        let text = "120,,yihao_bench:malloc,1,100.00,,\n<not counted>,,yihao_bench:calloc,0,100.00,,\n\
            3,,yihao_bench:realloc,1,100.00,,\n";
        assert_eq!(sum(text).unwrap(), 123.0);
        assert!(sum("Error: no such event").is_err());
    }
}
