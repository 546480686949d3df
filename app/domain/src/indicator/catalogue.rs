//! 指标目录: every indicator of supervision (domain B.14), with its formula, what it counts and where
//! it is asked for.

mod certificates;
mod items;
mod quality;
mod reach;
mod reported;
mod speed;
mod target;
mod window;

pub use super::facts::{Fact, Facts, Set};
pub use super::formula::{Fraction, Reading};
pub use target::{Relation, Target};

use serde::{Deserialize, Serialize};

/// Chinese and English.
pub type Words = (&'static str, &'static str);

/// One side of a formula: disjoint sets, added up.
pub type Side = &'static [Fact];

/// In what a value is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Per cent.
    Percent,
    /// Working days.
    Workdays,
    /// A plain number of what is counted.
    Number,
    /// 分.
    Points,
    /// Hours.
    Hours,
}

/// What is counted on both sides: said beside every value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Base {
    /// 事项（项）.
    Items,
    /// 办件（件）.
    Cases,
    /// 材料（份）.
    Materials,
    /// 窗口（个）.
    Windows,
    /// 工作日.
    Workdays,
    /// 调用（次）.
    Calls,
    /// 人.
    People,
    /// 评价（条）.
    Ratings,
    /// 来电（件）.
    HotlineCalls,
    /// 数据项（项）.
    DataItems,
    /// 部门（个）.
    Departments,
    /// 卡（张）.
    Cards,
    /// 事件（起）.
    Incidents,
    /// 问卷（份）.
    Answers,
    /// 分.
    Points,
    /// 元.
    Yuan,
}

/// Which way is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better.
    Up,
    /// Less is better.
    Down,
    /// Neither.
    Neutral,
}

/// Under which heading an indicator stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// 网上办.
    Online,
    /// 时效.
    Speed,
    /// 一窗.
    Window,
    /// 一号 and certificates.
    Number,
    /// 就近、通办、主动服务.
    Reach,
    /// 受理质量.
    Quality,
    /// What departments report.
    Reported,
}

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

impl Group {
    /// Every heading, in the order of the page.
    pub const ALL: [Self; 7] =
        [Self::Online, Self::Speed, Self::Window, Self::Number, Self::Reach, Self::Quality, Self::Reported];

    /// Its name.
    pub fn name(self) -> Words {
        match self {
            Self::Online => ("网上办理", "Online"),
            Self::Speed => ("办理时效", "Speed"),
            Self::Window => ("一窗受理", "One window"),
            Self::Number => ("一号申请与电子证照", "One number and certificates"),
            Self::Reach => ("就近、通办与主动服务", "Nearby, anywhere and unasked"),
            Self::Quality => ("受理质量", "Quality of intake"),
            Self::Reported => ("部门填报", "Reported by departments"),
        }
    }
}

impl Base {
    /// What is counted, and its measure word.
    pub fn name(self) -> Words {
        match self {
            Self::Items => ("项", "services"),
            Self::Cases => ("件", "cases"),
            Self::Materials => ("份材料", "materials"),
            Self::Windows => ("个窗口", "windows"),
            Self::Workdays => ("个工作日", "working days"),
            Self::Calls => ("次", "calls"),
            Self::People => ("人", "people"),
            Self::Ratings => ("条评价", "ratings"),
            Self::HotlineCalls => ("件来电", "calls of the hotline"),
            Self::DataItems => ("项数据", "data items"),
            Self::Departments => ("个部门", "departments"),
            Self::Cards => ("张", "cards"),
            Self::Incidents => ("起", "incidents"),
            Self::Answers => ("份问卷", "answers"),
            Self::Points => ("分", "points"),
            Self::Yuan => ("元", "yuan"),
        }
    }
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
