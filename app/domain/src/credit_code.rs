//! The unified social credit code of legal persons and other organisations (GB 32100-2015).

mod registry;

pub use registry::Registry;

use crate::division::is_mainland_province;
use crate::number::iso7064::digit;
use crate::number::typed::{check_characters, exactly, number, text, value};
use crate::number::{NumberCode, NumberError};
use core::fmt;
use serde::{Deserialize, Serialize};

/// Digits and letters without I, O, S, V and Z; the place is the value.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
/// Weights of the organisation code (GB 11714).
const ORGANISATION_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// A checked code of eighteen characters: registering department, category, division of six
/// digits, organisation code of nine characters, check character. Public, so shown freely.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct CreditCode([u8; 18]);

impl CreditCode {
    /// Reads a code as people type it. Looks for: length, character, division, checksum.
    pub fn parse(typed: &str) -> Result<Self, NumberError> {
        Self::checked(exactly::<18>(typed)?)
    }

    pub(crate) fn checked(characters: [u8; 18]) -> Result<Self, NumberError> {
        check_characters(&characters, fits)?;
        let code = Self(characters);
        if !code.is_known_place() {
            return Err(NumberCode::Division.into());
        }
        if code.checks_fit() { Ok(code) } else { Err(NumberCode::Checksum.into()) }
    }

    /// Puts a code together: two characters of department and category, six digits of division,
    /// eight characters of the organisation; both check characters are computed.
    pub fn compose(registry: &str, division: &str, organisation: &str) -> Option<Self> {
        let mut characters = [b'0'; 18];
        let parts = [registry, division, organisation];
        if parts.map(str::len) != [2, 6, 8] {
            return None;
        }
        let typed = parts.into_iter().flat_map(str::bytes);
        characters.iter_mut().zip(typed).for_each(|(slot, byte)| *slot = byte);
        let [_, _, _, _, _, _, _, _, body @ .., organisation_check, _] = &mut characters;
        *organisation_check = check_of_organisation(body);
        let [body @ .., check] = &mut characters;
        *check = check_of_code(body);
        Self::checked(characters).ok()
    }

    /// The eighteen characters.
    pub fn as_str(&self) -> &str {
        text(&self.0)
    }

    /// Six digits of the division where it was registered.
    pub fn division(&self) -> &str {
        let [_, _, rest @ ..] = &self.0;
        text(rest.first_chunk::<6>().map_or(&[], |division| division))
    }

    /// The organisation code of nine characters.
    pub fn organisation(&self) -> &str {
        let [_, _, _, _, _, _, _, _, organisation @ .., _] = &self.0;
        text(organisation)
    }

    /// Department and category of registration; `None` for a pair not in the standard's list.
    pub fn registry(&self) -> Option<Registry> {
        let [department, category, ..] = self.0;
        Registry::of(department, category)
    }

    /// Bodies of the whole country are registered under 10, the Xinjiang Corps under 66 or 99.
    fn is_known_place(&self) -> bool {
        let [_, _, a, b, ..] = self.0;
        let province = number(&[a, b]);
        matches!(province, 10 | 66 | 71 | 81..=83 | 99) || is_mainland_province(province)
    }

    fn checks_fit(&self) -> bool {
        let [_, _, _, _, _, _, _, _, organisation @ .., organisation_check, _] = &self.0;
        let [body @ .., check] = &self.0;
        check_of_organisation(organisation) == *organisation_check && check_of_code(body) == *check
    }
}

/// Digits in the division, a digit or X as the organisation's check, else any of the alphabet.
fn fits(at: usize, byte: u8) -> bool {
    match at {
        3..=8 => byte.is_ascii_digit(),
        17 => byte.is_ascii_digit() || byte == b'X',
        _ => ALPHABET.contains(&byte),
    }
}

fn check_of_organisation(body: &[u8]) -> u8 {
    let sum: u32 = body.iter().zip(ORGANISATION_WEIGHTS).map(|(&c, weight)| value(c) * weight).sum();
    match 11 - sum % 11 {
        10 => b'X',
        11 => b'0',
        rest => digit(rest),
    }
}

/// The weights are the powers of 3, so the sum is built from the back like a number of base 3.
fn check_of_code(body: &[u8]) -> u8 {
    let place = |c: &u8| ALPHABET.iter().zip(0u32..).find(|&(letter, _)| letter == c).map_or(0, |(_, at)| at);
    let sum = body.iter().rev().fold(0, |sum, c| (sum * 3 + place(c)) % 31);
    let check = usize::try_from((31 - sum) % 31).unwrap_or(0);
    ALPHABET.get(check).copied().unwrap_or(b'0')
}

impl fmt::Display for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CreditCode({self})")
    }
}

impl TryFrom<String> for CreditCode {
    type Error = NumberError;

    fn try_from(typed: String) -> Result<Self, NumberError> {
        Self::parse(&typed)
    }
}

impl From<CreditCode> for String {
    fn from(code: CreditCode) -> Self {
        code.to_string()
    }
}
