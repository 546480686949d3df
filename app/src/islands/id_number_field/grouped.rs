//! An ID number in groups, as people read it aloud: division, birth date, the rest.

/// Where a group ends.
const ENDS: [usize; 2] = [6, 14];

/// The number in groups of 6, 8 and 4; `None` where this is no such number, and is left alone.
pub fn grouped(typed: &str) -> Option<String> {
    let bare: Vec<char> = typed.chars().filter(|c| *c != ' ').collect();
    let is_number = bare.len() <= 18 && bare.iter().all(|c| c.is_ascii_digit() || matches!(c, 'x' | 'X'));
    is_number.then(|| {
        let mut text = String::new();
        for (at, c) in bare.iter().enumerate() {
            if ENDS.contains(&at) {
                text.push(' ');
            }
            text.push(*c);
        }
        text
    })
}

/// Where the caret belongs in `text`, if it stood at `caret` in `typed`: behind the same digit.
pub fn caret(typed: &str, caret: u32, text: &str) -> u32 {
    let caret = usize::try_from(caret).unwrap_or(usize::MAX);
    let before = typed.chars().take(caret).filter(|c| *c != ' ').count();
    let place = text
        .chars()
        .enumerate()
        .filter(|(_, c)| *c != ' ')
        .nth(before.wrapping_sub(1))
        .map_or(0, |(at, _)| at + 1);
    u32::try_from(place).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped_as_they_come() {
        assert_eq!(grouped("229901").as_deref(), Some("229901"));
        assert_eq!(grouped("2299011").as_deref(), Some("229901 1"));
        assert_eq!(grouped("22990119900307012x").as_deref(), Some("229901 19900307 012x"));
        assert_eq!(grouped("229901 19900307 012x").as_deref(), Some("229901 19900307 012x"));
    }

    #[test]
    fn other_words_are_left_alone() {
        assert_eq!(grouped("高龄津贴"), None);
        assert_eq!(grouped("2299011990030701234"), None);
    }

    #[test]
    fn the_caret_stays_behind_its_digit() {
        assert_eq!(caret("2299011", 7, "229901 1"), 8);
        assert_eq!(caret("229901", 3, "229901"), 3);
        assert_eq!(caret("2299011", 0, "229901 1"), 0);
        assert_eq!(caret("2299051 19900307", 7, "229905 11990030 7"), 8);
    }
}
