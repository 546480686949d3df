//! What a process takes of the machine, from /proc.

use std::fs;
use std::path::Path;

/// A look at it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    /// Megabytes of memory that are its own or in use by it (`VmRSS`).
    pub memory: f64,
    /// Megabytes of it that no file is mapped to (`RssAnon`).
    pub own: f64,
    /// Open descriptors, those of the driver's own connections left out.
    pub descriptors: u32,
    /// Threads.
    pub threads: u32,
    /// Megabytes of SQLite's write-ahead log; none on PostgreSQL.
    pub wal: f64,
}

impl Look {
    /// Looks at a process that listens there and whose database lies in this folder; `None` where
    /// there is no /proc.
    pub fn at(process: u32, port: u16, data: &Path) -> Option<Self> {
        let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
        let field = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name))?;
            line.split_whitespace().next()?.parse::<u32>().ok()
        };
        let open = fs::read_dir(format!("/proc/{process}/fd")).ok()?.count();
        let visitors = visitors(&fs::read_to_string("/proc/net/tcp").ok()?, port);
        let wal = fs::metadata(data.join("yihao.db-wal")).map_or(0, |file| file.len() / 1024);
        Some(Self {
            memory: f64::from(field("VmRSS:")?) / 1024.0,
            own: f64::from(field("RssAnon:")?) / 1024.0,
            descriptors: u32::try_from(open.saturating_sub(visitors)).ok()?,
            threads: field("Threads:")?,
            wal: f64::from(u32::try_from(wal).ok()?) / 1024.0,
        })
    }
}

/// Connections to a port from the addresses that the driver uses, 127.0.1.0/24, as far as the one
/// who listens still holds them: established, or closed by the driver only.
fn visitors(table: &str, port: u16) -> usize {
    let port = format!(":{port:04X}");
    let held = |line: &&str| {
        let mut fields = line.split_whitespace().skip(1);
        let here = fields.next().is_some_and(|local| local.ends_with(&port));
        // Addresses are written backwards.
        let there = fields.next().is_some_and(|remote| remote.get(2..8) == Some("01007F"));
        here && there && fields.next().is_some_and(|state| matches!(state, "01" | "08"))
    };
    table.lines().filter(held).count()
}

/// How much the second of a pair grows for each unit of the first: the straight line nearest to all.
pub fn slope(points: &[(f64, f64)]) -> f64 {
    let n = f64::from(u32::try_from(points.len()).unwrap_or(u32::MAX)).max(1.0);
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / n;
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let spread: f64 = points.iter().map(|point| (point.0 - x).powi(2)).sum();
    let together: f64 = points.iter().map(|point| (point.0 - x) * (point.1 - y)).sum();
    if spread > 0.0 { together / spread } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_line_has_its_slope() {
        let line: Vec<_> = [0.0, 1.0, 2.0, 5.0].map(|x| (x, 3.0 * x + 7.0)).into();
        assert!((slope(&line) - 3.0).abs() < 1e-9);
        assert_eq!(slope(&[(1.0, 2.0)]), 0.0);
        assert_eq!(slope(&[]), 0.0);
    }

    #[test]
    fn visitors_are_told_from_others() {
        let line = |local: &str, remote: &str, state: &str| format!("  0: {local} {remote} {state} 0:0\n");
        let table = [
            line("0100007F:0BB8", "1701007F:9C40", "01"),
            line("0100007F:0BB8", "1701007F:9C41", "06"),
            line("0100007F:0BB8", "0100007F:9C42", "01"),
            line("0100007F:0BB9", "1701007F:9C43", "01"),
            line("0100007F:0BB8", "1801007F:9C44", "08"),
        ];
        assert_eq!(visitors(&table.concat(), 3000), 2);
    }

    #[test]
    fn this_process_is_seen() {
        let look = Look::at(std::process::id(), 1, Path::new("/nowhere")).unwrap();
        assert!(
            look.memory > 1.0 && look.threads >= 1 && look.descriptors >= 3 && look.wal == 0.0,
            "{look:?}"
        );
    }
}
