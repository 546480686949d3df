//! The same statements from pgbench: prepared, one after the other, at the same isolation.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::drive::CLIENTS;
use crate::template::{Piece, Template, Value};

/// A throw-away cluster.
#[derive(Clone, Debug)]
pub struct Cluster {
    /// Where psql and pgbench are.
    pub programs: PathBuf,
    /// The folder of its socket and its log.
    pub folder: PathBuf,
}

impl Cluster {
    /// The address of a database for the portal.
    pub fn url(&self, database: &str) -> String {
        format!("postgres://postgres@localhost/{database}?host={}", self.folder.display())
    }

    /// What the cluster has said so far.
    pub fn log(&self) -> PathBuf {
        self.folder.join("log")
    }

    fn program(&self, name: &str, database: &str) -> Command {
        let mut command = Command::new(self.programs.join(name));
        // Not by -d, which means "debug" to pgbench up to version 16.
        command.arg("-h").arg(&self.folder).args(["-U", "postgres"]).env("PGDATABASE", database);
        command
    }

    /// Executes statements, one transaction each.
    pub fn execute(&self, database: &str, statements: &[&str]) -> Result<String> {
        let mut psql = self.program("psql", database);
        psql.args(["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"]);
        for statement in statements {
            psql.arg("-c").arg(statement);
        }
        said(psql)
    }

    /// Runs scripts by turns for so many seconds; transactions a second. `base` numbers this run.
    pub fn run(&self, database: &str, scripts: &[PathBuf], seconds: u32, base: u64) -> Result<f64> {
        let mut pgbench = self.program("pgbench", database);
        pgbench.args(["-n", "-M", "prepared", "-j", "2", "-c", &CLIENTS.to_string()]);
        pgbench.args([
            "-T",
            &seconds.to_string(),
            "-D",
            &format!("n={}", base.saturating_mul(1_000_000_000)),
        ]);
        for script in scripts {
            pgbench.arg("-f").arg(script);
        }
        tps(&said(pgbench)?)
    }

    /// The mean time of one statement in milliseconds, on one connection.
    pub fn latency(&self, database: &str, script: &Path, times: u32) -> Result<f64> {
        let mut pgbench = self.program("pgbench", database);
        pgbench.args(["-n", "-M", "prepared", "-t", &times.to_string(), "-f"]).arg(script);
        let text = said(pgbench)?;
        let line = text.lines().find_map(|line| line.strip_prefix("latency average = "));
        Ok(line.and_then(|line| line.split(' ').next()).context("pgbench names no latency")?.parse()?)
    }
}

fn said(mut command: Command) -> Result<String> {
    let output = command.output().with_context(|| format!("{:?} does not start", command.get_program()))?;
    let errors = String::from_utf8_lossy(&output.stderr);
    let error = errors.lines().find(|line| line.contains("rror")).unwrap_or_default();
    ensure!(output.status.success(), "{:?}: {error}", command.get_program());
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn tps(text: &str) -> Result<f64> {
    let failed = text.lines().find_map(|line| line.strip_prefix("number of failed transactions: "));
    ensure!(failed.is_none_or(|line| line.starts_with("0 ")), "transactions failed: {text}");
    let line = text.lines().find_map(|line| line.strip_prefix("tps = "));
    Ok(line.and_then(|line| line.split(' ').next()).context("pgbench names no rate")?.parse()?)
}

/// Writes one script a template.
pub fn write(folder: &Path, name: &str, templates: &[Template]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for (at, template) in templates.iter().enumerate() {
        let file = folder.join(format!("{name}-{at}.sql"));
        fs::write(&file, script(template))?;
        files.push(file);
    }
    Ok(files)
}

/// `:n` counts the intakes of a client; keys grow with it as those of the portal grow with time.
fn script(template: &Template) -> String {
    // Numbers of cases are random in the portal too: a permutation takes none twice.
    let mut script = String::from(
        "\\set n :n + 1\n\\set c permute((:n % 10000000000) * 64 + :client_id, 999999999999989)\n",
    );
    for statement in &template.statements {
        let _ = writeln!(script, "{};", fill(&statement.sql, &statement.values));
    }
    script
}

/// Puts the values where `$1`, `$2`, … stand.
fn fill(sql: &str, values: &[Value]) -> String {
    let mut parts = sql.split('$');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        let (number, after) = part.split_at_checked(digits).unwrap_or((part, ""));
        let value = number.parse::<usize>().ok().and_then(|number| values.get(number.checked_sub(1)?));
        match value {
            Some(value) => filled.push_str(&expression(value)),
            None => {
                filled.push('$');
                filled.push_str(number);
            }
        }
        filled.push_str(after);
    }
    filled
}

fn expression(value: &Value) -> String {
    match value {
        Value::Null => "NULL".to_owned(),
        Value::Now => "now()".to_owned(),
        Value::Pieces(pieces) => match pieces.as_slice() {
            [Piece::Key(place)] => format!("({})::uuid", key(*place)),
            pieces => {
                let texts: Vec<String> = pieces.iter().map(piece).collect();
                if texts.len() == 1 { texts.concat() } else { format!("({})", texts.join(" || ")) }
            }
        },
    }
}

fn piece(piece: &Piece) -> String {
    match piece {
        Piece::Text(text) => literal(text),
        Piece::Key(place) => format!("({})::uuid::text", key(*place)),
        Piece::CaseNumber => "lpad((:c)::text, 15, '0')".to_owned(),
    }
}

fn key(place: usize) -> String {
    format!(
        "lpad(to_hex((:n)::bigint), 12, '0') || '7{place:03x}80000000' || lpad(to_hex((:client_id)::bigint), 8, '0')"
    )
}

/// A literal in which pgbench finds no variable: it takes `:true` in JSON for one.
fn literal(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('\'', "''").replace(':', "\\x3a");
    if escaped == text { format!("'{text}'") } else { format!("E'{escaped}'") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_where_they_were_bound() {
        let values = [Value::Null, Value::Pieces(vec![Piece::Text("a:b".into()), Piece::CaseNumber])];
        let filled = fill("INSERT VALUES ($1, $2, now())", &values);
        assert_eq!(filled, "INSERT VALUES (NULL, (E'a\\x3ab' || lpad((:c)::text, 15, '0')), now())");
    }

    #[test]
    fn the_rate_is_read() {
        assert_eq!(tps("tps = 12.5 (without initial connection time)").unwrap(), 12.5);
        assert!(tps("number of failed transactions: 3 (1%)\ntps = 12.5 (w)").is_err());
    }
}
