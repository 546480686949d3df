//! The identifier of an electronic certificate (GB/T 36904):
//! `1.2.156.3005.2.` type `.` issuer `.` serial `.` version `.` check character.

use crate::number::iso7064::mod_37_36;
use crate::number::typed::{fold, is_space};
use crate::number::{NumberCode, NumberError};
use core::fmt;

/// Root of all identifiers in the tree of objects.
pub const OID_ROOT: &str = "1.2.156.3005.2.";
/// Longest serial taken; the standard names no length.
const LONGEST_SERIAL: usize = 64;

/// A checked identifier.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CertificateId {
    /// 证照类型代码: 18 characters of the definer and three digits.
    kind: String,
    issuer: String,
    serial: String,
    version: String,
    check: char,
}

impl CertificateId {
    /// Reads an identifier with or without its root. Looks for: length (of the parts and their
    /// number), character, checksum.
    pub fn parse(typed: &str) -> Result<Self, NumberError> {
        let plain: String = typed.chars().filter(|&c| !is_space(c)).map(fold).collect();
        let plain = plain.strip_prefix(OID_ROOT).unwrap_or(&plain);
        let mut parts = plain.split('.');
        let mut next = || parts.next().ok_or(NumberCode::Length);
        let found = [next()?, next()?, next()?, next()?, next()?];
        if parts.next().is_some() || !lengths_fit(found) {
            return Err(NumberCode::Length.into());
        }
        check_characters(found)?;
        Self::checked(found)
    }

    fn checked([kind, issuer, serial, version, check]: [&str; 5]) -> Result<Self, NumberError> {
        let expected =
            char::from(mod_37_36([kind, issuer, serial, version].into_iter().flat_map(str::bytes)));
        if !check.starts_with(expected) {
            return Err(NumberCode::Checksum.into());
        }
        let [kind, issuer, serial, version] = [kind, issuer, serial, version].map(str::to_owned);
        Ok(Self { kind, issuer, serial, version, check: expected })
    }

    /// Puts an identifier together and computes its check character. `kind` has 21 characters,
    /// `issuer` 18 (or six, of a division), `version` begins at 1.
    pub fn compose(kind: &str, issuer: &str, serial: &str, version: u16) -> Option<Self> {
        let version = format!("{version:03}");
        let check = char::from(mod_37_36([kind, issuer, serial, &version].into_iter().flat_map(str::bytes)));
        Self::parse(&format!("{kind}.{issuer}.{serial}.{version}.{check}")).ok()
    }

    /// Type of certificate, 21 characters.
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// Credit code of who defined the type, as written in it.
    pub fn definer(&self) -> &str {
        self.kind.get(..18).unwrap_or_default()
    }

    /// Code of who issued the certificate.
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// Serial number.
    pub fn serial(&self) -> &str {
        &self.serial
    }

    /// Version; one more at each change.
    pub fn version(&self) -> u16 {
        self.version.parse().unwrap_or_default()
    }

    /// The check character.
    pub const fn check_character(&self) -> char {
        self.check
    }

    /// Without the root.
    pub fn short(&self) -> String {
        format!("{}.{}.{}.{}.{}", self.kind, self.issuer, self.serial, self.version, self.check)
    }
}

impl fmt::Display for CertificateId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{OID_ROOT}{}", self.short())
    }
}

/// Issuers are named by a credit code; some certificates in use name a division of six digits.
fn lengths_fit([kind, issuer, serial, version, check]: [&str; 5]) -> bool {
    let [kind, issuer, serial, version, check] =
        [kind, issuer, serial, version, check].map(|p| p.chars().count());
    kind == 21
        && matches!(issuer, 6 | 18)
        && (1..=LONGEST_SERIAL).contains(&serial)
        && version == 3
        && check == 1
}

/// Digits and capital letters; the end of the type and the version are digits. The place counts
/// dots, but not the root.
fn check_characters(parts: [&str; 5]) -> Result<(), NumberError> {
    let mut before = 0;
    for (part, first_digit) in parts.into_iter().zip([18, usize::MAX, usize::MAX, 0, usize::MAX]) {
        let fits =
            |(at, c): (usize, char)| c.is_ascii_digit() || (c.is_ascii_uppercase() && at < first_digit);
        if let Some(wrong) = part.chars().enumerate().position(|place| !fits(place)) {
            return Err(NumberError::character(before + wrong + 1));
        }
        before += part.len() + 1;
    }
    Ok(())
}
