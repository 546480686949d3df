//! How an answer is compressed: by what the browser takes, and by how often it will be sent.

pub use axum::body::Bytes;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use http::{HeaderMap, HeaderValue, header};
use std::io::{self, Write as _};

/// What is sent again and again: 2 % longer than at the next three steps, at a tenth of their time.
const KEPT: (i32, i32) = (5, 18);
/// What is sent once. A window of 64 kB: the usual one of 4 MB costs more to set up than a page of
/// ours costs to compress.
const ONCE: (i32, i32) = (3, 16);

/// The compression of one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Packing {
    /// Brotli (RFC 7932).
    Brotli,
    /// gzip (RFC 1952): programs, and browsers without https.
    Gzip,
    /// As it is.
    Plain,
}

/// How often the compressed bytes will be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// To everybody for a while.
    Kept,
    /// To one person, once.
    Once,
}

impl Packing {
    /// The best one that a request takes (RFC 9110 12.5.3). Every browser names what it takes
    /// plainly, and who refuses it says `q=0`.
    pub fn of(headers: &HeaderMap) -> Self {
        let accepted =
            headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
        let taken: Vec<&str> = accepted.flat_map(|value| value.split(',')).filter_map(taken).collect();
        if taken.contains(&"br") {
            Self::Brotli
        } else if taken.contains(&"gzip") {
            Self::Gzip
        } else {
            Self::Plain
        }
    }

    /// The name in `Content-Encoding`.
    pub fn name(self) -> Option<HeaderValue> {
        match self {
            Self::Brotli => Some(HeaderValue::from_static("br")),
            Self::Gzip => Some(HeaderValue::from_static("gzip")),
            Self::Plain => None,
        }
    }

    /// The compressed bytes.
    ///
    /// # Errors
    /// Only when there is no memory for them.
    pub fn pack(self, plain: &Bytes, how: Use) -> io::Result<Bytes> {
        match self {
            Self::Brotli => Ok(run(plain, &settings(plain, how))?.into()),
            Self::Gzip => gzip(plain, how),
            Self::Plain => Ok(plain.clone()),
        }
    }
}

/// The name of a coding, unless it is refused.
fn taken(one: &str) -> Option<&str> {
    let mut parts = one.split(';').map(str::trim);
    let name = parts.next()?;
    let refused = parts.any(|part| {
        part.strip_prefix("q=").is_some_and(|weight| weight.parse::<f32>().is_ok_and(|weight| weight <= 0.0))
    });
    (!refused).then_some(name)
}

/// The last block of a stream, empty (RFC 7932 9.2).
pub const END: u8 = 3;

/// The first part of a stream of two, made for one reader.
///
/// # Errors
/// As [`Packing::pack`].
pub fn first(plain: &[u8]) -> io::Result<Vec<u8>> {
    // Both parts must have the same window.
    let (settings, lgwin) = (settings(plain, Use::Once), KEPT.1);
    run(
        plain,
        &BrotliEncoderParams { lgwin, bare_stream: true, byte_align: true, appendable: true, ..settings },
    )
}

/// The second part, which is kept: it refers to nothing before itself. [`END`] follows it.
///
/// # Errors
/// As [`Packing::pack`].
pub fn following(plain: &[u8]) -> io::Result<Bytes> {
    let bare = BrotliEncoderParams {
        bare_stream: true,
        byte_align: true,
        appendable: true,
        ..settings(plain, Use::Kept)
    };
    Ok(run(plain, &BrotliEncoderParams { catable: true, use_dictionary: false, ..bare })?.into())
}

fn settings(plain: &[u8], how: Use) -> BrotliEncoderParams {
    let (quality, lgwin) = match how {
        Use::Kept => KEPT,
        Use::Once => ONCE,
    };
    BrotliEncoderParams { quality, lgwin, size_hint: plain.len(), ..Default::default() }
}

fn run(mut plain: &[u8], settings: &BrotliEncoderParams) -> io::Result<Vec<u8>> {
    let mut small = Vec::with_capacity(plain.len() / 2);
    brotli::BrotliCompress(&mut plain, &mut small, settings)?;
    Ok(small)
}

fn gzip(plain: &[u8], how: Use) -> io::Result<Bytes> {
    let level = match how {
        Use::Kept => Compression::default(),
        Use::Once => Compression::fast(),
    };
    let mut small = GzEncoder::new(Vec::with_capacity(plain.len() / 2), level);
    small.write_all(plain)?;
    Ok(small.finish()?.into())
}

#[cfg(test)]
mod tests;
