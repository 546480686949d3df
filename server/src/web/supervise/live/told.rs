//! What is told to an open page: the text of each figure that it marks with `data-live`.
//!
//! A figure of all cases together has its name (`received`, `completion_rate`), that of a group the
//! group's key behind it (`received@MZ-001`). The texts are those that the page itself shows.

use app::pages::supervise::live::values;
use domain::indicator::Figures;
use std::collections::BTreeMap;

/// Texts by name.
pub(super) type Told = BTreeMap<String, String>;

/// All figures of a question.
pub(super) fn told<'a>(total: &Figures, groups: impl Iterator<Item = (&'a str, &'a Figures)>) -> Told {
    let mut told: Told = values(total).into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
    for (key, figures) in groups {
        told.extend(values(figures).into_iter().map(|(name, text)| (format!("{name}@{key}"), text)));
    }
    told
}

/// What is not as it was.
pub(super) fn changed(before: &Told, now: &Told) -> Told {
    let same = |(name, text): &(&String, &String)| before.get(*name) == Some(*text);
    now.iter().filter(|one| !same(one)).map(|(name, text)| (name.clone(), text.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changed_is_told_again() {
        let one = Figures { received: 1_000, accepted: 4, closed: 2, ..Figures::default() };
        let two = Figures { received: 1_001, ..one.clone() };
        let before = told(&one, [("MZ-001", &one)].into_iter());
        let news = changed(&before, &told(&two, [("MZ-001", &one)].into_iter()));
        assert_eq!(news.get("received").map(String::as_str), Some("1,001"));
        assert!(news.keys().all(|key| !key.contains('@')), "{news:?}");
    }

    #[test]
    fn nothing_to_divide_by_is_a_dash() {
        let told = told(&Figures::default(), std::iter::empty());
        assert_eq!(told.get("completion_rate").map(String::as_str), Some("—"));
        assert_eq!(told.get("received").map(String::as_str), Some("0"));
    }
}
