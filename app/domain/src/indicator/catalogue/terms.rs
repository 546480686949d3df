//! Units, what is counted, headings.

use super::Words;
use serde::{Deserialize, Serialize};

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
