//! Reads a number the way people type it: full-width, lower-case, with spaces and hyphens.

use super::{NumberCode, NumberError};

/// Stands for any character that is no ASCII letter, digit or mark; never valid in a number.
const FOREIGN: u8 = b'?';

/// Full-width forms become their ASCII twins, lower case becomes upper case.
pub(crate) fn fold(c: char) -> char {
    let code = u32::from(c);
    let narrow = match code {
        0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    narrow.to_ascii_uppercase()
}

/// Spaces of any width, and the invisible characters that come along when text is pasted.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}')
}

fn ascii(c: char) -> u8 {
    u8::try_from(c).ok().filter(u8::is_ascii).unwrap_or(FOREIGN)
}

/// The characters that count.
pub(crate) fn significant(text: &str) -> impl Iterator<Item = u8> + '_ {
    text.chars().filter(|&c| !is_space(c) && !is_hyphen(c)).map(|c| ascii(fold(c)))
}

/// Exactly `N` characters, or the length is wrong.
pub(crate) fn exactly<const N: usize>(text: &str) -> Result<[u8; N], NumberError> {
    let mut typed = significant(text);
    let mut out = [0; N];
    for slot in &mut out {
        *slot = typed.next().ok_or(NumberCode::Length)?;
    }
    match typed.next() {
        None => Ok(out),
        Some(_) => Err(NumberCode::Length.into()),
    }
}

/// The first character that `fits` (given its place from 1) refuses is an error.
pub(crate) fn check_characters(bytes: &[u8], fits: impl Fn(usize, u8) -> bool) -> Result<(), NumberError> {
    match (1..).zip(bytes).find(|&(at, &byte)| !fits(at, byte)) {
        None => Ok(()),
        Some((at, _)) => Err(NumberError::character(at)),
    }
}

/// The number written by ASCII digits; anything else counts as 0, so check first.
pub(crate) fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |n: u32, &d| n.wrapping_mul(10).wrapping_add(value(d)))
}

/// 0–9 for digits, 10–35 for A–Z; other bytes 0.
pub(crate) fn value(byte: u8) -> u32 {
    char::from(byte).to_digit(36).unwrap_or(0)
}

/// The text of bytes that were checked to be ASCII.
pub(crate) fn text(bytes: &[u8]) -> &str {
    core::str::from_utf8(bytes).unwrap_or_default()
}
