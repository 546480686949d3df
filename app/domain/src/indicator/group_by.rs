//! Under which heads figures are grouped, in addresses, in the API and in storage alike.

/// By what figures are grouped, and what they are narrowed by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum GroupBy {
    /// 部门.
    #[default]
    Department,
    /// 事项.
    Item,
    /// 事项类型.
    ItemType,
    /// 区划, at the level of the query.
    Division,
    /// 大厅: where the window stands now.
    Hall,
    /// 窗口.
    Window,
    /// 收件人员: who took it in.
    Clerk,
    /// 渠道.
    Channel,
    /// 主题.
    Theme,
    /// 一件事: a case counts under each bundle of its item, so groups may overlap.
    Bundle,
}

impl GroupBy {
    /// Every grouping.
    pub const ALL: [Self; 10] = [
        Self::Department,
        Self::Item,
        Self::ItemType,
        Self::Division,
        Self::Hall,
        Self::Window,
        Self::Clerk,
        Self::Channel,
        Self::Theme,
        Self::Bundle,
    ];

    /// The name in addresses and in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Department => "department",
            Self::Item => "item",
            Self::ItemType => "item_type",
            Self::Division => "division",
            Self::Hall => "hall",
            Self::Window => "window",
            Self::Clerk => "clerk",
            Self::Channel => "channel",
            Self::Theme => "theme",
            Self::Bundle => "bundle",
        }
    }

    /// Reads the name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.as_str() == text)
    }

    /// Whether a case may count in several groups: then the total is less than their sum.
    pub fn overlaps(self) -> bool {
        self == Self::Bundle
    }
}
