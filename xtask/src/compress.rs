//! Smaller siblings of a file, made once here rather than at every request.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

/// `bytes` in brotli, by its strongest setting; a second for the whole site.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut small = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut small, &params)?;
    Ok(small)
}

/// `bytes` in gzip.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// The same file in all encodings a browser may ask for.
pub struct Encoded {
    plain: Vec<u8>,
    brotli: Vec<u8>,
    gzip: Vec<u8>,
}

impl Encoded {
    /// Compresses `plain`.
    pub fn new(plain: Vec<u8>) -> Result<Self> {
        Ok(Self { brotli: brotli(&plain)?, gzip: gzip(&plain)?, plain })
    }

    /// Bytes plain and in brotli.
    pub fn sizes(&self) -> (usize, usize) {
        (self.plain.len(), self.brotli.len())
    }

    /// Writes `file`, `file.br` and `file.gz`.
    pub fn write(&self, file: &Path) -> Result<()> {
        fs::write(file, &self.plain)?;
        fs::write(sibling(file, "br"), &self.brotli)?;
        fs::write(sibling(file, "gz"), &self.gzip)?;
        Ok(())
    }
}

fn sibling(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}
