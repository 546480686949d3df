//! Looking for numbers in bytes: plain, in hex, in base64, and hashed without a key.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use sha2::{Digest as _, Sha256};
use std::collections::HashMap;
use std::path::Path;

/// All needles begin with this many bytes of their own.
const HEAD: usize = 12;

/// What is looked for, by its first bytes.
#[derive(Default)]
pub struct Needles(HashMap<[u8; HEAD], Vec<(Vec<u8>, usize)>>);

impl Needles {
    pub fn of<'a>(numbers: impl IntoIterator<Item = &'a str>) -> Self {
        let mut needles = Self::default();
        for (n, number) in numbers.into_iter().enumerate() {
            for form in forms(number) {
                let head = *form.first_chunk().unwrap();
                needles.0.entry(head).or_default().push((form, n));
            }
        }
        needles
    }

    /// Which numbers stand in the bytes, and in what form.
    pub fn found(&self, bytes: &[u8]) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for (at, head) in bytes.windows(HEAD).enumerate() {
            for (form, n) in self.0.get(head).into_iter().flatten() {
                if bytes[at..].starts_with(form) {
                    found.push((*n, String::from_utf8_lossy(form).into_owned()));
                }
            }
        }
        found
    }

    /// Every file of a folder and of those in it.
    pub fn found_in(&self, folder: &Path) -> Vec<(String, usize, String)> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                found.extend(self.found_in(&path));
            } else {
                let name = path.display().to_string();
                let bytes = std::fs::read(&path).unwrap();
                found.extend(self.found(&bytes).into_iter().map(|(n, form)| (name.clone(), n, form)));
            }
        }
        found
    }
}

/// Every form in which a number may stand.
pub fn forms(number: &str) -> Vec<Vec<u8>> {
    let mut forms = Vec::new();
    for text in [number.to_uppercase(), number.to_lowercase()] {
        let hex = hex::encode(&text);
        let hash = hex::encode(Sha256::digest(&text));
        forms.extend([hex.to_uppercase(), hex, hash.to_uppercase(), hash]);
        for alignment in 0..3 {
            forms.extend(
                [STANDARD, URL_SAFE]
                    .map(|engine| inner(&engine.encode(shifted(&text, alignment)), alignment)),
            );
        }
        // UTF-16, as other programs write it.
        forms.push(text.chars().flat_map(|c| [c, '\0']).collect());
        forms.push(text);
    }
    let mut forms: Vec<Vec<u8>> = forms.into_iter().map(String::into_bytes).collect();
    forms.sort();
    forms.dedup();
    forms
}

/// The text with bytes of something else before and behind it.
pub fn shifted(text: &str, alignment: usize) -> String {
    format!("{}{text}??", "?".repeat(alignment))
}

/// The characters of the base64 that hang on the text alone.
fn inner(encoded: &str, alignment: usize) -> String {
    let bits = alignment * 8;
    let (first, last) = (bits.div_ceil(6), (bits + 18 * 8) / 6);
    encoded[first..last].to_owned()
}
