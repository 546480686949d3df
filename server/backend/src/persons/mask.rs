//! What of a name and a phone number may be shown to others.

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
}
