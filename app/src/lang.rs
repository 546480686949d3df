//! The two languages of the portal. Both texts stand side by side where they are used, so neither
//! can be forgotten: it would not compile.

use serde::{Deserialize, Serialize};

/// The language of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Lang {
    /// 简体中文, the default.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The one of two texts that this language wants.
    pub fn t<T>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }

    /// A name of the domain: its English form where the page is English and there is one.
    pub fn pick<'a>(self, zh: &'a str, en: &'a Option<String>) -> &'a str {
        match (self, en) {
            (Self::En, Some(en)) if !en.is_empty() => en,
            (Self::En | Self::Zh, _) => zh,
        }
    }

    /// The value of the `lang` attribute.
    pub fn tag(self) -> &'static str {
        self.t("zh-CN", "en")
    }

    /// Reads what a cookie or an address says.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "zh" | "zh-CN" => Some(Self::Zh),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The short name in cookies.
    pub fn as_str(self) -> &'static str {
        self.t("zh", "en")
    }

    /// A day as people write it: `2026年12月18日` or `18 December 2026`.
    pub fn date(self, date: chrono::NaiveDate) -> String {
        use chrono::Datelike as _;
        let (year, month, day) = (date.year(), date.month(), date.day());
        match self {
            Self::Zh => format!("{year}年{month}月{day}日"),
            Self::En => format!("{day} {} {year}", month_name(month)),
        }
    }

    /// A day with its weekday: `12月18日（星期五）` or `Friday 18 December`.
    pub fn day(self, date: chrono::NaiveDate) -> String {
        use chrono::Datelike as _;
        let (month, day) = (date.month(), date.day());
        let weekday = self.weekday(date.weekday());
        match self {
            Self::Zh => format!("{month}月{day}日（{weekday}）"),
            Self::En => format!("{weekday} {day} {}", month_name(month)),
        }
    }

    /// A moment in the city: day, hours and minutes.
    pub fn moment(self, at: chrono::DateTime<chrono::Utc>) -> String {
        let local = at.with_timezone(&domain::calendar::CITY_OFFSET);
        format!("{} {}", self.date(local.date_naive()), local.format("%H:%M"))
    }

    /// The name of a weekday.
    pub fn weekday(self, day: chrono::Weekday) -> &'static str {
        use chrono::Weekday as W;
        match day {
            W::Mon => self.t("星期一", "Monday"),
            W::Tue => self.t("星期二", "Tuesday"),
            W::Wed => self.t("星期三", "Wednesday"),
            W::Thu => self.t("星期四", "Thursday"),
            W::Fri => self.t("星期五", "Friday"),
            W::Sat => self.t("星期六", "Saturday"),
            W::Sun => self.t("星期日", "Sunday"),
        }
    }
}

fn month_name(month: u32) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}
