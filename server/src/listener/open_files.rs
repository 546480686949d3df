//! How many files the process may have open, which every connection is one of.

/// Kept back for the database, uploads and the portal's own files.
const OWN: usize = 256;
/// What nearly every system allows.
const USUAL: usize = 1024;

/// The connections that are possible, `wanted` at most.
pub(super) fn connections(wanted: usize) -> usize {
    let allowed = std::fs::read_to_string("/proc/self/limits").ok();
    let allowed = allowed.as_deref().and_then(soft).unwrap_or(USUAL);
    let possible = allowed.saturating_sub(OWN).max(allowed / 2).min(wanted);
    if possible < wanted {
        tracing::info!(possible, wanted, "fewer connections than wanted: raise the limit of open files");
    }
    possible
}

/// `Max open files            1024                 1048576              files`, the first number.
fn soft(limits: &str) -> Option<usize> {
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files"))?;
    match line.split_whitespace().next()? {
        "unlimited" => Some(usize::MAX),
        number => number.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_systems_limit_is_read() {
        let limits = "Limit  Soft Limit  Hard Limit  Units\nMax open files            1024                 1048576              files\n";
        assert_eq!(soft(limits), Some(1024));
        assert_eq!(soft("Max open files unlimited unlimited files"), Some(usize::MAX));
        assert_eq!(soft("nothing of the kind"), None);
        assert!(connections(10) == 10 && connections(usize::MAX) > 100);
    }
}
