//! The table itself.

use std::fs;

use xshell::{Shell, cmd};

/// What, our side, the other side, the ratio, the bar, the verdict.
#[derive(Clone, Debug, Default)]
pub struct Line(pub [String; 6]);

impl Line {
    /// From texts.
    pub fn of(cells: [&str; 6]) -> Self {
        Self(cells.map(str::to_owned))
    }
}

/// The whole page.
pub fn page(sh: &Shell, lines: &[Line]) -> String {
    let mut page = format!(
        "# Measurements\n\n\
        Bars: what the portal is to reach. Both sides of a ratio are measured in one run, by turns, on the \
        same machine; a bar not reached is said to be not met. Everything here is made anew by \
        `cargo xtask bench`, which takes about five minutes after the builds; with `YIHAO_BENCH_BUILDS=1` it also builds \
        everything from nothing, with `YIHAO_BENCH_AS_BUILT=1` it takes the portal as it was built last.\n\n{}\n\n\
        | figure | portal | beside it | ratio | bar | |\n|---|---|---|---|---|---|\n",
        machine(sh)
    );
    for Line(cells) in lines {
        page.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    page.push_str(NOTES);
    page
}

/// How each side is measured.
const NOTES: &str = "
## How

- **Intakes on PostgreSQL.** `POST /api/v1/cases` with a clerk's token and a new `Idempotency-Key` each, 16 \
keep-alive connections, sixteen applicants and up to eight items by turns; only 201 counts. Beside it `pgbench -M \
prepared -c 16 -j 2` runs what PostgreSQL's own log (`log_statement = all`) says one such intake executed: every \
statement, read or write, in the same order, one round trip each, on a copy of the same database, with `fsync` and \
`synchronous_commit` on. What differs between two intakes of the same application (keys, case number, moment) differs in \
pgbench too.
- **Intakes on SQLite.** The same calls; beside it the recorded write transaction, one intake a transaction, in a loop \
on one connection with the portal's settings (WAL, `synchronous=FULL`), except that foreign keys are not checked there, which \
favours the loop. The fsync rate is that of a 4 kB append followed by `fdatasync`, in the same folder.
- **Pages.** 16 keep-alive connections from one thread; beside it an axum handler in a process of its own that \
answers the same bytes and headers.
- **Look-up.** `POST /api/v1/persons/lookup`, one after the other, people with three cases each; the look-up writes its audit \
entry before it answers.
- **Completion.** `GET /api/v1/supervision/completion?by=department`, one after the other; the cases of the \
demonstration city are copied with their counters, each copy a day further back. Beside it one `GROUP BY` with the same figures, \
through pgbench on one connection.
- **Processor.** The portal's user and system time divided by the answers; it hardly depends on who else uses the machine.
";

fn machine(sh: &Shell) -> String {
    let read = |file| fs::read_to_string(file).unwrap_or_default();
    let info = read("/proc/cpuinfo");
    let models = info.lines().filter_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let models: Vec<&str> = models.map(|(_, model)| model).collect();
    let model = models.first().copied().unwrap_or("unknown processor");
    let busy = read("/proc/loadavg");
    let busy = busy.split(' ').next().unwrap_or_default();
    let date = cmd!(sh, "date -u +%F").quiet().read().unwrap_or_default();
    let commit = cmd!(sh, "git rev-parse --short HEAD").quiet().read().unwrap_or_default();
    format!("{date}, commit {commit}; {} × {model}; load at the end {busy}.", models.len())
}
