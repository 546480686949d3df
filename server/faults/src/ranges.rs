//! Which parts of a file were written since its last sync.

/// What a power cut takes back.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Pending {
    /// From and to, in the order of writing.
    ranges: Vec<(u64, u64)>,
    /// The shortest that the file has been meanwhile.
    cut: Option<u64>,
}

impl Pending {
    /// Notes a write.
    pub fn written(&mut self, from: u64, to: u64) {
        match self.ranges.last_mut() {
            // A log is written from front to back.
            Some(last) if last.1 == from => last.1 = to,
            _ => self.ranges.push((from, to)),
        }
    }

    /// Notes that the file was made this long.
    pub fn truncated(&mut self, len: u64) {
        self.cut = Some(self.cut.map_or(len, |cut| cut.min(len)));
        self.ranges.retain_mut(|range| {
            range.1 = range.1.min(len);
            range.0 < range.1
        });
    }

    /// Whether nothing but the first `len` bytes was written.
    pub fn is_only_head(&self, len: u64) -> bool {
        self.cut.is_none() && self.ranges.iter().all(|range| range.1 <= len)
    }

    /// Takes all of it: the shortest length, and the parts without overlaps.
    pub fn take(&mut self) -> (Option<u64>, Vec<(u64, u64)>) {
        let mut ranges = std::mem::take(&mut self.ranges);
        ranges.sort_unstable();
        let mut merged: Vec<(u64, u64)> = Vec::with_capacity(ranges.len());
        for (from, to) in ranges {
            match merged.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => merged.push((from, to)),
            }
        }
        (self.cut.take(), merged)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_told_once() {
        let mut pending = Pending::default();
        for (from, to) in [(32, 56), (56, 100), (0, 32), (200, 300), (250, 260)] {
            pending.written(from, to);
        }
        assert_eq!(pending.take(), (None, vec![(0, 100), (200, 300)]));
        assert_eq!(pending.take(), (None, vec![]));
    }

    #[test]
    fn what_was_cut_off_is_gone_even_where_the_file_grew_again() {
        let mut pending = Pending::default();
        pending.written(0, 100);
        pending.truncated(50);
        pending.truncated(80);
        pending.written(90, 95);
        assert_eq!(pending.take(), (Some(50), vec![(0, 50), (90, 95)]));
    }

    #[test]
    fn a_header_alone_is_told_from_frames() {
        let mut pending = Pending::default();
        pending.written(0, 32);
        assert!(pending.is_only_head(32));
        pending.written(32, 4152);
        assert!(!pending.is_only_head(32));
    }
}
