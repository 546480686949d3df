//! Check characters of ISO/IEC 7064.

use super::typed::value;

/// MOD 11-2 over digits (GB 11643): the check character, `0`–`9` or `X`.
pub(crate) fn mod_11_2(digits: &[u8]) -> u8 {
    let sum = digits.iter().fold(0, |sum, &digit| (sum + value(digit)) * 2 % 11);
    match (12 - sum) % 11 {
        10 => b'X',
        rest => digit(rest),
    }
}

/// MOD 37,36 over digits and capital letters (GB/T 36904): the check character, `0`–`9` or `A`–`Z`.
pub(crate) fn mod_37_36(characters: impl Iterator<Item = u8>) -> u8 {
    let product = characters.fold(36, |product, c| {
        let sum = match (product + value(c)) % 36 {
            0 => 36,
            sum => sum,
        };
        sum * 2 % 37
    });
    digit((37 - product) % 36)
}

/// The character of a value below 36.
pub(crate) fn digit(value: u32) -> u8 {
    char::from_digit(value, 36).map_or(b'0', |c| u8::try_from(c.to_ascii_uppercase()).unwrap_or(b'0'))
}
