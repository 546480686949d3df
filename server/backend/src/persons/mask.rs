//! What of a name, a number and a phone number is shown to whom.

use domain::permission::{Actor, Role};
use domain::resident_id::ResidentId;

/// How somebody stands to a person, and so what they see of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// The person's own pages.
    Own,
    /// 经办: the clerk who serves them, the department that has their case.
    InCharge,
    /// Notices, queue screens and everybody else.
    Others,
    /// 审计: what was done counts, not to whom.
    Audit,
}

impl Sight {
    /// What somebody sees of a person they have nothing to do with.
    pub(super) fn of_stranger(actor: &Actor) -> Self {
        if actor.is(Role::Auditor) { Self::Audit } else { Self::Others }
    }

    /// `2203**********402X` or `2****************X`; never the day of birth.
    pub fn number(self, number: &ResidentId) -> String {
        match self {
            Self::Own | Self::InCharge => number.masked(),
            Self::Others | Self::Audit => number.masked_public(),
        }
    }

    /// The name, or `张*明`.
    pub fn name(self, name: &str) -> String {
        match self {
            Self::Own | Self::InCharge => name.to_owned(),
            Self::Others | Self::Audit => mask_name(name),
        }
    }

    /// `138****5678`, or nothing.
    pub fn phone(self, phone: &str) -> Option<String> {
        match self {
            Self::Own | Self::InCharge => Some(mask_phone(phone)),
            Self::Others | Self::Audit => None,
        }
    }

    /// Whether the number may be shown in full, for a reason that is written down.
    pub fn may_unmask(self) -> bool {
        match self {
            Self::InCharge => true,
            Self::Own | Self::Others | Self::Audit => false,
        }
    }
}

/// `张*`, `张*明`, `欧**锋`: first and last character, or the first of two.
pub fn mask_name(name: &str) -> String {
    let last = name.chars().count().saturating_sub(1);
    name.chars()
        .enumerate()
        .map(|(at, c)| if at == 0 || (at == last && last > 1) { c } else { '*' })
        .collect()
}

/// `138****5678`; of a short number only the last two digits.
pub fn mask_phone(phone: &str) -> String {
    let length = phone.chars().count();
    let shown = |at: usize| if length >= 11 { at < 3 || at + 4 >= length } else { at + 2 >= length };
    phone.chars().enumerate().map(|(at, c)| if shown(at) { c } else { '*' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_phones_are_masked() {
        assert_eq!(
            [mask_name("张明"), mask_name("张小明"), mask_name("欧阳晓锋")],
            ["张*", "张*明", "欧**锋"]
        );
        assert_eq!([mask_name(""), mask_name("张")], ["", "张"]);
        assert_eq!([mask_phone("13800005678"), mask_phone("12345")], ["138****5678", "***45"]);
    }

    #[test]
    fn each_role_sees_what_the_table_says() {
        let number = crate::testing::number(1);
        let seen = |sight: Sight| {
            (sight.number(&number), sight.name("张小明"), sight.phone("13800005678"), sight.may_unmask())
        };
        let near = (number.masked(), "张小明".to_owned(), Some("138****5678".to_owned()));
        let far = (number.masked_public(), "张*明".to_owned(), None);
        let table = [
            (Sight::Own, &near, false),
            (Sight::InCharge, &near, true),
            (Sight::Others, &far, false),
            (Sight::Audit, &far, false),
        ];
        for (sight, (number, name, phone), unmask) in table {
            assert_eq!(seen(sight), (number.clone(), name.clone(), phone.clone(), unmask), "{sight:?}");
        }
        assert!(!number.masked().contains("0101") && !number.masked_public().contains("0101"));
    }
}
