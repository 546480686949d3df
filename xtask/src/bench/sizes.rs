//! What a browser downloads.

use std::fs;

use anyhow::{Context as _, Result};

use super::table::Line;
use crate::compress;
use crate::place::{self, Profile};

/// Bytes plain and in brotli.
type Size = (usize, usize);

/// Sizes against their bars; 1 kB is 1,000 bytes.
pub fn measure() -> Result<Vec<Line>> {
    let wasm = size("yihao.wasm")?;
    let css = size("yihao.css")?;
    let js = sum(size("yihao.js")?, size("boot.js")?);
    Ok(vec![
        line("WASM on a page with islands", wasm, Some(60_000)),
        line("CSS and JS together", sum(css, js), Some(35_000)),
        line("CSS", css, None),
        line("JS on a page with islands", js, None),
    ])
}

fn sum(one: Size, other: Size) -> Size {
    (one.0 + other.0, one.1 + other.1)
}

fn line(what: &str, (plain, brotli): Size, most: Option<usize>) -> Line {
    let bar = most.map(|most| format!("≤ {} kB", most / 1000)).unwrap_or_default();
    let verdict = most.map_or("", |most| if brotli <= most { "met" } else { "**not met**" });
    Line::of([what, &format!("{brotli} bytes in brotli ({plain} plain)"), "", "", &bar, verdict])
}

/// Bytes of a file of the site.
fn size(name: &str) -> Result<Size> {
    let file = Profile::Release.site().join("pkg").join(name);
    let plain = fs::read(&file).with_context(|| format!("no {name} in {}", place::target().display()))?;
    let brotli = compress::brotli(&plain)?;
    Ok((plain.len(), brotli.len()))
}
