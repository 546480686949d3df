//! What can be said of a number as far as it is typed.

use chrono::NaiveDate;
use domain::field_error::FieldCode;
use domain::resident_id::{ResidentId, Sex};

use crate::lang::Lang;
use crate::ui::sentence::sentence;

/// What can be said of a number as far as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Not yet eighteen characters: nobody is told off in the middle of a number.
    Unfinished,
    /// It breaks a rule.
    Wrong(FieldCode),
    /// It is right, and tells the birth date and the sex.
    Right {
        /// The day of birth.
        birth: NaiveDate,
        /// Sex by the sequence.
        sex: Sex,
    },
}

impl Verdict {
    /// Judges what is typed; `today` in the city.
    pub fn of(typed: &str, today: NaiveDate) -> Self {
        if significant(typed) < 18 {
            return Self::Unfinished;
        }
        match ResidentId::parse(typed, today) {
            Ok(id) => Self::Right { birth: id.birth_date(), sex: id.sex() },
            Err(error) => Self::Wrong(error.into()),
        }
    }

    /// For the style sheet.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Unfinished => "unfinished",
            Self::Wrong(_) => "wrong",
            Self::Right { .. } => "right",
        }
    }

    /// What the person reads.
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Unfinished => String::new(),
            Self::Wrong(code) => sentence(lang, code),
            Self::Right { birth, sex } => {
                let sex = match sex {
                    Sex::Male => lang.t("男", "male"),
                    Sex::Female => lang.t("女", "female"),
                };
                let birth = lang.date(*birth);
                lang.t(format!("{birth}出生，{sex}"), format!("Born {birth}, {sex}"))
            }
        }
    }
}

/// Characters of the number itself, without what people put between them.
fn significant(typed: &str) -> usize {
    typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '－')).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
    }

    /// A fictitious person: division 229901 was never assigned.
    fn number() -> String {
        let birth = NaiveDate::from_ymd_opt(1990, 3, 7).unwrap();
        ResidentId::compose("229901", birth, 12).unwrap().reveal().to_owned()
    }

    #[test]
    fn a_right_number_tells_birth_and_sex() {
        let verdict = Verdict::of(&number(), today());
        assert_eq!(verdict.sentence(Lang::Zh), "1990年3月7日出生，女");
        assert_eq!(verdict.sentence(Lang::En), "Born 7 March 1990, female");
    }

    #[test]
    fn half_a_number_is_not_told_off() {
        for length in 0..18 {
            assert_eq!(Verdict::of(&number()[..length], today()), Verdict::Unfinished);
        }
    }

    #[test]
    fn a_wrong_number_says_the_servers_words() {
        let mut wrong = number();
        wrong.replace_range(16..17, "3");
        let verdict = Verdict::of(&wrong, today());
        assert_eq!(verdict, Verdict::Wrong(FieldCode::Checksum));
        assert_eq!(verdict.sentence(Lang::Zh), sentence(Lang::Zh, &FieldCode::Checksum));
    }
}
