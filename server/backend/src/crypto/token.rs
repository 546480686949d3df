//! Secrets that let their bearer in: a session, a certificate shown for a minute.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use rand::Rng as _;
use std::fmt;
use zeroize::Zeroizing;

/// A random secret that lets its bearer in. It never shows itself.
#[derive(Clone)]
pub struct Token(Zeroizing<String>);

impl Token {
    /// The text for whoever bears it, and for nothing else.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// `BYTES` random bytes, in letters, digits, `-` and `_`.
    pub(crate) fn random<const BYTES: usize>() -> Self {
        let mut bytes = Zeroizing::new([0_u8; BYTES]);
        rand::rng().fill_bytes(bytes.as_mut_slice());
        Self(Zeroizing::new(URL_SAFE_NO_PAD.encode(bytes.as_slice())))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}
