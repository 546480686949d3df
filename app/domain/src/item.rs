//! 事项: what one can apply for. The short lists of GB/T 39046-2020 annex A, as types.

pub mod lint;

use serde::{Deserialize, Serialize};

/// 办件类型 (GB/T 39046 A.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseKind {
    /// 即办件: decided on the spot.
    Instant,
    /// 承诺件: decided by a promised date.
    Promise,
}

impl CaseKind {
    /// The name in storage.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Instant => "instant",
            Self::Promise => "promise",
        }
    }

    /// Reads the stored name, or the Chinese one of a catalogue file.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "instant" | "即办件" => Some(Self::Instant),
            "promise" | "承诺件" => Some(Self::Promise),
            _ => None,
        }
    }
}

/// 办理渠道: the way an application came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// 窗口.
    Window,
    /// 网上 (电脑端).
    Online,
    /// 移动端.
    Mobile,
    /// 自助终端.
    Kiosk,
    /// 12345 热线.
    Phone,
    /// 邮寄.
    Post,
}

impl Channel {
    /// Every channel, in the order of tables.
    pub const ALL: [Self; 6] =
        [Self::Window, Self::Online, Self::Mobile, Self::Kiosk, Self::Phone, Self::Post];

    /// The name in the API and in storage.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Window => "window",
            Self::Online => "online",
            Self::Mobile => "mobile",
            Self::Kiosk => "kiosk",
            Self::Phone => "phone",
            Self::Post => "post",
        }
    }

    /// Reads the name of the API.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.as_str() == text)
    }
}

/// 服务对象 (GB/T 39046 A.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// 自然人.
    Person,
    /// 企业法人.
    Company,
    /// 事业法人.
    Institution,
    /// 社会组织法人.
    Association,
    /// 行政机关.
    Authority,
    /// 其他组织.
    Other,
}

impl Subject {
    /// Every subject with its code in the standard's order.
    pub const ALL: [Self; 6] =
        [Self::Person, Self::Company, Self::Institution, Self::Association, Self::Authority, Self::Other];

    /// The name in the API and in storage.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Company => "company",
            Self::Institution => "institution",
            Self::Association => "association",
            Self::Authority => "authority",
            Self::Other => "other",
        }
    }

    /// The standard's own words.
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Person => "自然人",
            Self::Company => "企业法人",
            Self::Institution => "事业法人",
            Self::Association => "社会组织法人",
            Self::Authority => "行政机关",
            Self::Other => "其他组织",
        }
    }

    /// Reads the API's name or the standard's words.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|subject| subject.as_str() == text || subject.chinese() == text)
    }
}

/// 行使层级 (GB/T 39046 A.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    /// 1 国家级.
    National,
    /// 2 省级.
    Province,
    /// 3 市级.
    City,
    /// 4 县级.
    County,
    /// 5 镇(乡、街道).
    Town,
    /// 6 村(社区).
    Community,
    /// 7 分级管理.
    Graded,
}

impl Level {
    /// The standard's digit.
    pub fn code(self) -> char {
        match self {
            Self::National => '1',
            Self::Province => '2',
            Self::City => '3',
            Self::County => '4',
            Self::Town => '5',
            Self::Community => '6',
            Self::Graded => '7',
        }
    }

    /// Reads the standard's digit.
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "1" => Some(Self::National),
            "2" => Some(Self::Province),
            "3" => Some(Self::City),
            "4" => Some(Self::County),
            "5" => Some(Self::Town),
            "6" => Some(Self::Community),
            "7" => Some(Self::Graded),
            _ => None,
        }
    }

    /// The standard's words.
    pub fn chinese(self) -> &'static str {
        match self {
            Self::National => "国家级",
            Self::Province => "省级",
            Self::City => "市级",
            Self::County => "县(区)级",
            Self::Town => "镇(乡、街道)级",
            Self::Community => "村(社区)级",
            Self::Graded => "分级管理",
        }
    }
}
