//! A search of the catalogue as an address, and back.

use serde::{Deserialize, Serialize};

/// What a person looks for. Every part may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Search {
    /// Words, pinyin or initials.
    pub q: String,
    /// 主题.
    pub theme: String,
    /// A department's key.
    pub department: String,
    /// 一件事 or a stage of life.
    pub event: String,
    /// How one may apply.
    pub channel: String,
    /// 通办范围: where one may hand it in.
    pub area: String,
    /// 服务对象.
    pub subject: String,
    /// The page of the results, from 1.
    pub page: String,
}

/// One dimension of a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// 主题.
    Theme,
    /// 部门.
    Department,
    /// 人生事.
    Event,
    /// 渠道.
    Channel,
    /// 通办范围.
    Area,
    /// 服务对象.
    Subject,
}

impl Dimension {
    /// Every dimension in the order of the page.
    pub const ALL: [Self; 6] =
        [Self::Theme, Self::Event, Self::Department, Self::Channel, Self::Area, Self::Subject];

    /// The name in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Department => "department",
            Self::Event => "event",
            Self::Channel => "channel",
            Self::Area => "area",
            Self::Subject => "subject",
        }
    }
}

impl Search {
    /// What is chosen in a dimension.
    pub fn chosen(&self, dimension: Dimension) -> &str {
        match dimension {
            Dimension::Theme => &self.theme,
            Dimension::Department => &self.department,
            Dimension::Event => &self.event,
            Dimension::Channel => &self.channel,
            Dimension::Area => &self.area,
            Dimension::Subject => &self.subject,
        }
    }

    /// The same search with another choice in one dimension, from its first page.
    pub fn with(&self, dimension: Dimension, value: &str) -> Self {
        let mut search = Self { page: String::new(), ..self.clone() };
        let part = match dimension {
            Dimension::Theme => &mut search.theme,
            Dimension::Department => &mut search.department,
            Dimension::Event => &mut search.event,
            Dimension::Channel => &mut search.channel,
            Dimension::Area => &mut search.area,
            Dimension::Subject => &mut search.subject,
        };
        value.clone_into(part);
        search
    }

    /// How many dimensions are chosen.
    pub fn filters(&self) -> usize {
        Dimension::ALL.into_iter().filter(|&dimension| !self.chosen(dimension).is_empty()).count()
    }

    /// The page wanted, from 1.
    pub fn page(&self) -> u64 {
        self.page.parse().unwrap_or(1).max(1)
    }

    /// The address of the results.
    pub fn href(&self) -> String {
        let query = self.query();
        if query.is_empty() { "/items".to_owned() } else { format!("/items?{query}") }
    }

    /// The address up to the number of a page.
    pub fn pager_address(&self) -> String {
        let query = Self { page: String::new(), ..self.clone() }.query();
        if query.is_empty() { "/items?page=".to_owned() } else { format!("/items?{query}&page=") }
    }

    fn query(&self) -> String {
        let parts = Dimension::ALL.map(|dimension| (dimension.as_str(), self.chosen(dimension)));
        let parts = [("q", self.q.as_str())].into_iter().chain(parts).chain([("page", self.page.as_str())]);
        let parts = parts.filter(|(_, value)| !value.is_empty());
        parts.map(|(name, value)| format!("{name}={}", encoded(value))).collect::<Vec<_>>().join("&")
    }
}

/// A value as it may stand in an address.
pub fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_is_its_address() {
        let search =
            Search { q: "高龄 a&b".into(), theme: "养老".into(), page: "2".into(), ..Search::default() };
        assert_eq!(search.href(), "/items?q=%E9%AB%98%E9%BE%84%20a%26b&theme=%E5%85%BB%E8%80%81&page=2");
        assert_eq!(
            search.with(Dimension::Theme, "").pager_address(),
            "/items?q=%E9%AB%98%E9%BE%84%20a%26b&page="
        );
        assert_eq!(Search::default().href(), "/items");
        assert_eq!(search.filters(), 1);
    }
}
