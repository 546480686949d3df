//! Under which heads figures are grouped and cases are narrowed.

use crate::lang::Lang;
use crate::pages::public::search::encoded;

pub use domain::indicator::GroupBy as By;

/// How a head is called, and what lies below it.
pub trait Head {
    /// Its name.
    fn name(self, lang: Lang) -> &'static str;

    /// What one of its groups is made of: one step further down.
    fn below(self) -> Self;
}

impl Head for By {
    fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Department => lang.t("部门", "Department"),
            Self::Item => lang.t("事项", "Service"),
            Self::ItemType => lang.t("事项类型", "Kind of service"),
            Self::Division => lang.t("辖区", "Division"),
            Self::Hall => lang.t("大厅", "Hall"),
            Self::Window => lang.t("窗口", "Window"),
            Self::Clerk => lang.t("收件人员", "Clerk"),
            Self::Channel => lang.t("渠道", "Channel"),
            Self::Theme => lang.t("主题", "Theme"),
            Self::Bundle => lang.t("一件事", "Life event"),
        }
    }

    fn below(self) -> Self {
        match self {
            Self::Department | Self::ItemType | Self::Channel | Self::Theme | Self::Bundle | Self::Clerk => {
                Self::Item
            }
            Self::Item | Self::Division => Self::Division,
            Self::Hall => Self::Window,
            Self::Window => Self::Clerk,
        }
    }
}

/// How deep divisions are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// 区县.
    County,
    /// 街道、乡镇.
    Street,
    /// 社区、村.
    Village,
}

impl Level {
    /// Every level, from above.
    pub const ALL: [Self; 3] = [Self::County, Self::Street, Self::Village];

    /// The value in the address.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::County => "county",
            Self::Street => "street",
            Self::Village => "village",
        }
    }

    /// Reads the address.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.as_str() == text)
    }

    /// Its name.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::County => lang.t("区县", "Counties"),
            Self::Street => lang.t("街道、乡镇", "Streets and towns"),
            Self::Village => lang.t("社区、村", "Communities and villages"),
        }
    }
}

/// Only cases under these heads. Keys are ids, codes and names of our own: letters, digits, `-`, `_`; themes go by their Chinese name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heads {
    keys: [Option<String>; 10],
}

impl Heads {
    /// The key for a head.
    pub fn get(&self, by: By) -> Option<&str> {
        By::ALL.iter().zip(&self.keys).find(|(head, _)| **head == by).and_then(|(_, key)| key.as_deref())
    }

    /// The same with another key; what cannot be a key is left out.
    pub fn with(mut self, by: By, key: Option<&str>) -> Self {
        let key = key.filter(|key| is_key(key)).map(str::to_owned);
        if let Some((_, place)) = By::ALL.iter().zip(&mut self.keys).find(|(head, _)| **head == by) {
            *place = key;
        }
        self
    }

    /// The heads given, with their keys.
    pub fn given(&self) -> impl Iterator<Item = (By, &str)> {
        By::ALL.into_iter().zip(&self.keys).filter_map(|(by, key)| key.as_deref().map(|key| (by, key)))
    }

    pub(super) fn parts(&self) -> impl Iterator<Item = String> {
        self.given().map(|(by, key)| format!("{}={}", by.as_str(), encoded(key)))
    }
}

fn is_key(key: &str) -> bool {
    !key.is_empty()
        && key.chars().count() <= 64
        && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '、' | '（' | '）' | '·'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_a_key_is_left_out() {
        let heads = Heads::default().with(By::Item, Some("a&b=c")).with(By::Window, Some("none"));
        assert_eq!(heads.given().collect::<Vec<_>>(), [(By::Window, "none")]);
    }
}
