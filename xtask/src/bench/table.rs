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

/// Lines under their headings.
pub fn table(lines: &[Line]) -> String {
    let rows = lines.iter().map(|Line(cells)| format!("| {} |\n", cells.join(" | ")));
    format!(
        "| figure | portal | beside it | ratio | bar | |\n|---|---|---|---|---|---|\n{}",
        rows.collect::<String>()
    )
}

/// The whole page; what was measured under load and by hand stays in it.
pub fn page(sh: &Shell, lines: &[Line], kept: &str) -> String {
    let page = format!(
        "# Measurements\n\n\
        Bars: what the portal is to reach. Both sides of a ratio are measured in one run, by turns, on the \
        same machine; a bar not reached is said to be not met. The first table is made anew by \
        `cargo xtask bench`, those under load by `cargo xtask load`; what is said under “By hand” names its own commands. The first takes about a quarter of an hour after the builds, most of it for a million people on both databases \
        (`YIHAO_BENCH_PEOPLE=100000` for fewer); with `YIHAO_BENCH_BUILDS=1` it also builds \
        everything from nothing, with `YIHAO_BENCH_AS_BUILT=1` it takes the portal as it was built last.\n\n{}\n\n{}",
        machine(sh),
        table(lines)
    );
    [&page, "\n", kept, NOTES].concat()
}

/// How each side is measured.
const NOTES: &str = "## How

- **Intakes on PostgreSQL.** `POST /api/v1/cases` with a clerk's token and a new `Idempotency-Key` each, 16 \
keep-alive connections, sixteen applicants and up to eight items by turns; only 201 counts. Beside it `pgbench -M \
prepared -c 16 -j 2` runs what PostgreSQL's own log (`log_statement = all`) says one such intake executed: every \
statement, read or write, in the same order, one round trip each, on a copy of the same database, with `fsync` and \
`synchronous_commit` on. What differs between two intakes of the same application (keys, case number, moment) differs in \
pgbench too.
- **Intakes on SQLite.** The same calls, with 16 clients and with 128; beside it the recorded write transaction in a loop on \
one connection with the portal's settings (WAL, `synchronous=FULL`), as many intakes in a transaction as the portal put writes \
into one on average (`yihao_writer_batch_writes` of `/metrics`, over the same seconds), except that foreign keys are not \
checked there and no savepoints are set, which favours the loop. The fsync rate is that of a 4 kB append followed by `fdatasync`, in the same folder.
- **Pages.** 16 keep-alive connections from one thread; beside it an axum handler in a process of its own that \
answers the same bytes and headers.
- **Look-up.** `POST /api/v1/persons/lookup`, one after the other, people with three cases each; the look-up writes its audit \
entry before it answers.
- **Look-up among many.** A database of its own with the demonstration and a crowd written straight into the tables, each with \
three certificates and a case; 3,000 different people are looked up once each through `POST /api/v1/persons/lookup`, among a \
tenth of them and among all. `load measure --people` says how many, `--only people` leaves the rest out.
- **Completion.** `GET /api/v1/supervision/completion?by=department`, one after the other; the cases of the \
demonstration city are copied with their counters, each copy a day further back. Beside it one `GROUP BY` with the same figures, \
through pgbench on one connection.
- **Start.** Five starts of the process on a database with the demonstration city, the middle one; two connections ask for \
`/items` and `/readyz` until each is answered 200.
- **Allocations.** Calls of `malloc`, `calloc`, `realloc`, `posix_memalign` and `aligned_alloc`, and of mimalloc's, of the portal \
as it is built for a city, counted by the kernel (`perf probe` on the C library and on the portal, `perf stat` on the process; needs root), 400 requests one after the \
other, less what the portal calls in as long a time of rest.
- **Under load.** `cargo xtask load`: arrivals at even distances at a fixed rate, whether the portal keeps up or not; the time of \
an answer counts from the moment at which its question was due, so a slow portal cannot hide its queue. Of a hundred pages \
seventy are kept ones (home, catalogue, guides), ten searches by two of sixty words, eight guides signed in, six tracked cases, \
four lists of work and two look-ups of a person; intakes go through the API as a clerk, from 20,000 people by turns. The driver \
runs on the same machine. The most that the portal can do is found first, with 32 clients who ask again as soon as they are \
answered; the city is scaled so that its peak is 35 % of that (twice the peak then leaves some), the campaign so that it is \
80 %. Nobody waits longer than 10 s, and 4,000 wait at once at most. After each the portal is stopped and `yihao verify` run.
- **Processor.** The portal's user and system time divided by the answers; it hardly depends on who else uses the machine.
";

/// Day, commit and machine.
pub fn machine(sh: &Shell) -> String {
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
