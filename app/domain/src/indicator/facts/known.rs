//! The numbers of a period.

use super::Fact;
use std::collections::BTreeMap;

/// The numbers of one period: what is not known of it (items of a month past) is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    known: BTreeMap<Fact, i64>,
}

impl Facts {
    /// The number, if it is known.
    pub fn get(&self, fact: Fact) -> Option<i64> {
        self.known.get(&fact).copied()
    }

    /// Adds to a number; from then on it is known.
    pub fn add(&mut self, fact: Fact, n: i64) {
        *self.known.entry(fact).or_default() += n;
    }

    /// The sum over disjoint sets, if all are known.
    pub fn sum(&self, side: &[Fact]) -> Option<i64> {
        side.iter().map(|fact| self.get(*fact)).sum()
    }

    /// Adds all numbers of another group.
    pub fn join(&mut self, other: &Self) {
        for (fact, n) in &other.known {
            self.add(*fact, *n);
        }
    }
}

impl FromIterator<(Fact, i64)> for Facts {
    fn from_iter<T: IntoIterator<Item = (Fact, i64)>>(pairs: T) -> Self {
        Self { known: pairs.into_iter().collect() }
    }
}
