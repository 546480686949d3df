//! 指标目录: every indicator of supervision (domain B.14), with its formula, what it counts and where
//! it is asked for.

mod certificates;
mod items;
mod quality;
mod reach;
mod reported;
mod speed;
mod target;
mod terms;
mod window;

pub use super::facts::{Fact, Facts, Set};
pub use super::formula::{Fraction, Reading};
pub use target::{Relation, Target};
pub use terms::{Base, Direction, Group, Unit};

/// Chinese and English.
pub type Words = (&'static str, &'static str);

/// One side of a formula: disjoint sets, added up.
pub type Side = &'static [Fact];

/// How a value comes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formula {
    /// One number ÷ another.
    Share {
        /// Above the line.
        over: Side,
        /// Below the line.
        under: Side,
    },
    /// 1 − now ÷ before.
    Saving {
        /// What it is now.
        now: Side,
        /// What it was, or might be by law.
        before: Side,
    },
    /// A sum ÷ how many.
    Mean {
        /// The sum.
        over: Side,
        /// How many.
        under: Side,
    },
    /// A number.
    Count(Side),
    /// 1 − the mean of the period ÷ the mean of the period before.
    Gain {
        /// The sum.
        over: Side,
        /// How many.
        under: Side,
    },
    /// The portal cannot measure it: departments report it.
    Reported,
    /// The assessment scores it by its own formula.
    Scored,
}

/// An indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// The name in addresses and in the API.
    pub key: &'static str,
    /// Its name.
    pub name: Words,
    /// Its heading.
    pub group: Group,
    /// In what its value is given.
    pub unit: Unit,
    /// What is counted above the line.
    pub base: Base,
    /// What is counted below the line; nothing for a number.
    pub below: Option<Base>,
    /// Its formula in words.
    pub formula: Words,
    /// Where it is asked for: rows of the seeds, standards, notices.
    pub source: &'static str,
    /// Which way is good.
    pub direction: Direction,
    /// How its value comes about.
    pub how: Formula,
}

impl Indicator {
    /// Whether the portal computes it.
    pub fn is_computed(&self) -> bool {
        !matches!(self.how, Formula::Reported | Formula::Scored)
    }

    /// Both sides of the formula, as far as it has them.
    pub fn sides(&self) -> (Side, Side) {
        match self.how {
            Formula::Share { over, under }
            | Formula::Mean { over, under }
            | Formula::Gain { over, under } => (over, under),
            Formula::Saving { now, before } => (now, before),
            Formula::Count(side) => (side, &[]),
            Formula::Reported | Formula::Scored => (&[], &[]),
        }
    }

    /// Whether it is about what there is today, not about a period: then its trend is one of daily
    /// snapshots.
    pub fn is_of_today(&self) -> bool {
        let (over, under) = self.sides();
        let today =
            |fact: &Fact| matches!(fact.set(), Set::Items | Set::Windows | Set::People | Set::Standing);
        over.iter().chain(under).any(today)
    }

    /// Whether it says how much was done of what came: then it never stands alone where groups are
    /// compared, but beside [`BESIDE`].
    pub fn is_completion(&self) -> bool {
        matches!(self.key, "completion" | "one_window_completion" | "cross_province_completion")
    }
}

/// What stands beside a rate of completion wherever groups are compared: late and done again.
pub const BESIDE: [&str; 2] = ["overdue", "reopened"];

/// Every indicator, heading by heading.
pub fn all() -> impl Iterator<Item = &'static Indicator> {
    [items::ALL, speed::ALL, window::ALL, certificates::ALL, reach::ALL, quality::ALL, reported::ALL]
        .into_iter()
        .flatten()
}

/// The indicator with this key.
pub fn find(key: &str) -> Option<&'static Indicator> {
    all().find(|one| one.key == key)
}

/// What a table of indicators is written with.
const fn indicator(group: Group, key: &'static str, name: Words, how: Formula) -> Indicator {
    Indicator {
        key,
        name,
        group,
        unit: Unit::Percent,
        base: Base::Cases,
        below: Some(Base::Cases),
        formula: ("", ""),
        source: "",
        direction: Direction::Up,
        how,
    }
}

impl Indicator {
    const fn of(self, base: Base) -> Self {
        Self { base, below: Some(base), ..self }
    }

    const fn over(self, base: Base, below: Base) -> Self {
        Self { base, below: Some(below), ..self }
    }

    const fn number_of(self, base: Base) -> Self {
        Self { base, below: None, unit: Unit::Number, ..self }
    }

    const fn unit(self, unit: Unit) -> Self {
        Self { unit, ..self }
    }

    const fn said(self, zh: &'static str, en: &'static str) -> Self {
        Self { formula: (zh, en), ..self }
    }

    const fn from(self, source: &'static str) -> Self {
        Self { source, ..self }
    }

    const fn less(self) -> Self {
        Self { direction: Direction::Down, ..self }
    }

    const fn neutral(self) -> Self {
        Self { direction: Direction::Neutral, ..self }
    }
}

#[cfg(test)]
mod tests;
