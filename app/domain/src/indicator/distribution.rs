//! How something spreads over numbers of days.

use serde::{Deserialize, Serialize};

/// How many took how many days: (days, how many), ascending.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Distribution(Vec<(u32, i64)>);

impl Distribution {
    /// Of pairs in any order; the same number of days may come more than once.
    pub fn new(pairs: impl IntoIterator<Item = (u32, i64)>) -> Self {
        let mut sums = std::collections::BTreeMap::new();
        for (days, n) in pairs {
            *sums.entry(days).or_insert(0) += n;
        }
        Self(sums.into_iter().filter(|(_, n)| *n != 0).collect())
    }

    /// The pairs, ascending by days.
    pub fn pairs(&self) -> &[(u32, i64)] {
        &self.0
    }

    /// How many in all.
    pub fn total(&self) -> i64 {
        self.0.iter().map(|(_, n)| n).sum()
    }

    /// How many took more than `days`.
    pub fn above(&self, days: u32) -> i64 {
        self.0.iter().filter(|(one, _)| *one > days).map(|(_, n)| n).sum()
    }

    /// Days of all together: for a mean, with [`Distribution::total`].
    pub fn days(&self) -> i64 {
        self.0.iter().map(|(days, n)| i64::from(*days) * n).sum()
    }

    /// The median: the mean of the two middle ones where their number is even; none of nothing.
    pub fn median(&self) -> Option<f64> {
        let all = self.total();
        (all > 0).then_some(())?;
        let (lower, upper) = (self.at((all + 1) / 2)?, self.at(all / 2 + 1)?);
        Some((f64::from(lower) + f64::from(upper)) / 2.0)
    }

    /// The days within which 9 of 10 were done: the smallest number of days that does for them.
    pub fn nine_of_ten(&self) -> Option<u32> {
        self.at((self.total() * 9 + 9) / 10)
    }

    /// The days of the `rank`-th (from 1), quickest first.
    fn at(&self, rank: i64) -> Option<u32> {
        let mut seen = 0;
        self.0.iter().find_map(|(days, n)| {
            seen += n;
            (rank > 0 && seen >= rank).then_some(*days)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_an_even_number_is_the_mean_of_the_middle_two() {
        assert_eq!(Distribution::new([(4, 1), (1, 1)]).median(), Some(2.5));
    }

    #[test]
    fn the_median_of_an_odd_number_is_the_middle_one() {
        assert_eq!(Distribution::new([(0, 2), (3, 1), (9, 2)]).median(), Some(3.0));
    }

    #[test]
    fn nine_of_ten_are_done_by_then() {
        assert_eq!(Distribution::new([(1, 8), (5, 1), (30, 1)]).nine_of_ten(), Some(5));
        assert_eq!(Distribution::new([(7, 1)]).nine_of_ten(), Some(7));
    }

    #[test]
    fn of_nothing_there_is_no_median() {
        let nothing = Distribution::new([(3, 2), (3, -2)]);
        assert_eq!((nothing.median(), nothing.nine_of_ten(), nothing.total()), (None, None, 0));
    }
}
