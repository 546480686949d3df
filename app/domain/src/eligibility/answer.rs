//! Answers to questions, as forms send them.

use crate::rule::{Decimal, Facts, Value};

/// What kind of answer a question has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ask {
    /// `yes` or `no`.
    YesNo,
    /// A number.
    Number,
    /// A percentage of a share.
    Share,
    /// `here` or `elsewhere`.
    City,
    /// One of several texts.
    Choice,
}

impl Ask {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::YesNo, Self::Number, Self::Share, Self::City, Self::Choice];

    /// The name in pages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::YesNo => "yes_no",
            Self::Number => "number",
            Self::Share => "share",
            Self::City => "city",
            Self::Choice => "choice",
        }
    }

    /// Reads the name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// The fact that an answer tells; none where nothing was said, or nothing that can be read. `city`
/// is what is known of the city that is served, in `LOCAL`.
pub fn answer(kind: Ask, text: &str, city: &Facts) -> Option<Value> {
    let text = text.trim();
    let number = || text.parse::<Decimal>().ok();
    match kind {
        Ask::YesNo => match text {
            "yes" => Some(true.into()),
            "no" => Some(false.into()),
            _ => None,
        },
        Ask::Number => number().map(Value::from),
        Ask::Share => number().map(|percent| percent.hundredth().into()),
        Ask::City => match text {
            "here" => city.get("LOCAL").cloned(),
            "elsewhere" => Some("elsewhere".into()),
            _ => None,
        },
        Ask::Choice => (!text.is_empty()).then(|| text.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_facts() {
        let city = Facts::none().with("LOCAL", "2299");
        assert_eq!(answer(Ask::YesNo, "yes", &city), Some(true.into()));
        assert_eq!(answer(Ask::YesNo, "", &city), None);
        assert_eq!(answer(Ask::Number, " 60 ", &city), Some(60.into()));
        assert_eq!(answer(Ask::Number, "sixty", &city), None);
        assert_eq!(answer(Ask::Share, "66.67", &city), "0.6667".parse::<Decimal>().ok().map(Value::from));
        assert_eq!(answer(Ask::City, "here", &city), Some("2299".into()));
        assert_eq!(answer(Ask::City, "here", &Facts::none()), None);
        assert_eq!(answer(Ask::Choice, "", &city), None);
        assert!(Ask::ALL.into_iter().all(|kind| Ask::parse(kind.as_str()) == Some(kind)));
    }
}
