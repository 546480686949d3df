//! Terms that a law fixes by the age of the holder.

/// Years that an ID card issued at an age is valid; none from 46 on: for life (居民身份证法 art. 5).
pub fn id_card_years(age: u32) -> Option<u32> {
    match age {
        0..=15 => Some(5),
        16..=25 => Some(10),
        26..=45 => Some(20),
        46.. => None,
    }
}

#[cfg(test)]
mod tests {
    use super::id_card_years;

    #[test]
    fn each_age_has_the_term_of_the_law() {
        let found = [0, 15, 16, 25, 26, 45, 46, 100].map(id_card_years);
        assert_eq!(found, [Some(5), Some(5), Some(10), Some(10), Some(20), Some(20), None, None]);
    }
}
