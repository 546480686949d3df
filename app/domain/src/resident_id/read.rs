//! The checks of a number, in their order.

use super::{IdError, ResidentId};
use crate::division::is_mainland_province;
use crate::number::NumberCode;
use crate::number::iso7064::{digit, mod_11_2};
use crate::number::typed::{check_characters, number, value};
use chrono::{Datelike, NaiveDate};

/// Nobody born earlier can be in the register.
const EARLIEST_YEAR: i32 = 1850;

/// All checks on eighteen characters.
pub(super) fn checked(digits: [u8; 18], today: NaiveDate) -> Result<ResidentId, IdError> {
    check_characters(&digits, |at, byte| byte.is_ascii_digit() || (at == 18 && byte == b'X'))?;
    let birth = birth(&digits).ok_or(NumberCode::Date)?;
    if birth > today {
        return Err(NumberCode::Future.into());
    }
    if !is_known_place(&digits) {
        return Err(NumberCode::Division.into());
    }
    let [body @ .., check] = &digits;
    if mod_11_2(body) != *check {
        return Err(NumberCode::Checksum.into());
    }
    Ok(ResidentId { digits, birth })
}

/// Fifteen digits hold no check character: century and check are put in.
pub(super) fn upgraded(old: [u8; 15], today: NaiveDate) -> Result<ResidentId, IdError> {
    check_characters(&old, |_, byte| byte.is_ascii_digit())?;
    let [a, b, c, d, e, f, y1, y2, m1, m2, d1, d2, s1, s2, s3] = old;
    let centenarian = number(&[s1, s2, s3]) >= 996 && y1 >= b'5';
    let century = if centenarian { b'8' } else { b'9' };
    let mut digits = [a, b, c, d, e, f, b'1', century, y1, y2, m1, m2, d1, d2, s1, s2, s3, 0];
    complete(&mut digits);
    checked(digits, today)
}

/// Puts the parts of a number in their places.
pub(super) fn composed(division: &str, birth: NaiveDate, sequence: u16) -> Option<ResidentId> {
    let place: [u8; 6] = division.as_bytes().try_into().ok()?;
    let year = u32::try_from(birth.year()).ok().filter(|&year| year <= 9999)?;
    let sequence = Some(u32::from(sequence)).filter(|&sequence| sequence < 1000)?;
    let day = year * 10_000 + birth.month() * 100 + birth.day();
    let mut digits = [0; 18];
    let (head, tail) = digits.split_first_chunk_mut::<6>()?;
    *head = place;
    write_number(tail.first_chunk_mut::<8>()?, day);
    write_number(tail.last_chunk_mut::<4>()?, sequence * 10);
    complete(&mut digits);
    checked(digits, NaiveDate::MAX).ok()
}

fn write_number(slots: &mut [u8], mut n: u32) {
    for slot in slots.iter_mut().rev() {
        *slot = digit(n % 10);
        n /= 10;
    }
}

fn complete(digits: &mut [u8; 18]) {
    let [body @ .., check] = digits;
    *check = mod_11_2(body);
}

fn birth(digits: &[u8; 18]) -> Option<NaiveDate> {
    let [_, _, _, _, _, _, y1, y2, y3, y4, m1, m2, d1, d2, ..] = *digits;
    let year = i32::try_from(number(&[y1, y2, y3, y4])).ok().filter(|&year| year >= EARLIEST_YEAR)?;
    NaiveDate::from_ymd_opt(year, number(&[m1, m2]), number(&[d1, d2]))
}

/// Only a province that never was is refused: counties come and go, their people stay.
fn is_known_place(digits: &[u8; 18]) -> bool {
    let [a, b, c, ..] = *digits;
    match value(a) * 10 + value(b) {
        71 | 81..=83 => true,
        90..=99 => is_mainland_province(value(b) * 10 + value(c)),
        province => is_mainland_province(province),
    }
}
