//! The code on a copy: 80 random bits in sixteen characters that nobody confuses when reading them
//! aloud or typing them from paper (Crockford's base 32).

/// No I, L, O and U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 16;

/// A code in its written form, without spaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyCode(String);

impl CopyCode {
    pub(super) fn random() -> Self {
        let bytes: [u8; LENGTH] = rand::random();
        let letter = |byte: u8| ALPHABET.get(usize::from(byte & 31)).copied().map_or('0', char::from);
        Self(bytes.into_iter().map(letter).collect())
    }

    /// Reads what was typed: small letters, spaces, hyphens and full-width forms are taken, and O, I
    /// and L for the digits they look like. `None` for what is no code.
    pub fn parse(typed: &str) -> Option<Self> {
        let code: Option<String> =
            typed.chars().filter(|c| !c.is_whitespace() && *c != '-' && *c != '－').map(folded).collect();
        code.filter(|code| code.len() == LENGTH).map(Self)
    }

    /// The sixteen characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn folded(c: char) -> Option<char> {
    // Full-width forms stand at a fixed distance from ASCII.
    let narrow = match u32::from(c) {
        wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0)?,
        _ => c,
    };
    let letter = match narrow.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    u8::try_from(letter).ok().filter(|byte| ALPHABET.contains(byte)).map(char::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_back_however_it_was_typed() {
        let code = CopyCode("0123456789ABCDEF".to_owned());
        for typed in ["0123456789ABCDEF", "o1 23-4567 89ab cdef", "ＯＩ２３ ４５６７ ８９ＡＢ ＣＤＥＦ"]
        {
            assert_eq!(CopyCode::parse(typed).as_ref(), Some(&code), "{typed}");
        }
        for typed in ["", "0123", "0123456789ABCDEFG", "0123456789ABCDE*", "U123456789ABCDEF", "证照"] {
            assert_eq!(CopyCode::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn random_codes_are_codes_and_differ() {
        let codes: std::collections::BTreeSet<_> = (0..1000).map(|_| CopyCode::random().0).collect();
        assert_eq!(codes.len(), 1000);
        assert!(codes.iter().all(|code| CopyCode::parse(code).is_some()));
    }
}
