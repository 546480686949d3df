//! Under which heads figures are grouped and cases are narrowed.

use crate::lang::Lang;

/// Under which head figures are grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// 部门.
    #[default]
    Department,
    /// 事项.
    Item,
    /// 辖区.
    Division,
    /// 窗口.
    Window,
    /// 渠道.
    Channel,
}

impl By {
    /// Every head, in the order of the picker.
    pub const ALL: [Self; 5] = [Self::Department, Self::Item, Self::Division, Self::Window, Self::Channel];

    /// The value in the address, and the name of the filter.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Department => "department",
            Self::Item => "item",
            Self::Division => "division",
            Self::Window => "window",
            Self::Channel => "channel",
        }
    }

    /// Reads the address.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.as_str() == text)
    }

    /// Its name.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Department => lang.t("部门", "Department"),
            Self::Item => lang.t("事项", "Service"),
            Self::Division => lang.t("辖区", "Division"),
            Self::Window => lang.t("窗口", "Window"),
            Self::Channel => lang.t("渠道", "Channel"),
        }
    }
}

/// Only cases under these heads. Keys are ids, codes and names of our own: letters, digits, `-`, `_`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heads {
    keys: [Option<String>; 5],
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
        self.given().map(|(by, key)| format!("{}={key}", by.as_str()))
    }
}

fn is_key(key: &str) -> bool {
    !key.is_empty()
        && key.len() <= 64
        && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
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
