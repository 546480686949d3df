//! `cargo xtask bench`: the figures of `docs/measurements.md`, as a Markdown table.

use std::fs;
use std::time::Instant;

use anyhow::{Context as _, Result};
use xshell::Shell;

use crate::place::{self, Profile};
use crate::stage::minutes;
use crate::{compress, server, site};

/// One figure of the table.
struct Figure {
    what: String,
    value: String,
    bar: &'static str,
}

/// Measures, and prints the table.
pub fn run(sh: &Shell) -> Result<()> {
    let mut figures = build_times(sh)?;
    figures.extend(sizes()?);
    println!("| figure | value | bar |\n|---|---|---|");
    for Figure { what, value, bar } in figures {
        println!("| {what} | {value} | {bar} |");
    }
    Ok(())
}

/// How long the release takes from what is built already.
fn build_times(sh: &Shell) -> Result<Vec<Figure>> {
    let began = Instant::now();
    site::build(sh, Profile::Release)?;
    let site = began.elapsed();
    let began = Instant::now();
    server::build(sh, Profile::Release)?;
    let figure = |what: &str, took| Figure { what: what.to_owned(), value: minutes(took), bar: "" };
    Ok(vec![figure("building the site", site), figure("building the server, release", began.elapsed())])
}

/// What a browser downloads.
fn sizes() -> Result<Vec<Figure>> {
    let wasm = size("yihao.wasm")?;
    let css = size("yihao.css").unwrap_or((0, 0));
    let scripts = [size("yihao.js")?, size("boot.js")?];
    let js = scripts.iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    let both = (css.0 + js.0, css.1 + js.1);
    let figure = |what: &str, (plain, brotli): (usize, usize), bar| Figure {
        what: what.to_owned(),
        value: format!("{plain} bytes, {brotli} in brotli"),
        bar,
    };
    Ok(vec![
        figure("WASM on a page with islands", wasm, "≤ 60 kB brotli"),
        figure("CSS", css, ""),
        figure("JS on a page with islands", js, ""),
        figure("CSS and JS together", both, "≤ 35 kB brotli"),
        figure("scripts on a page without islands", (0, 0), "none"),
    ])
}

/// Bytes of a file of the site, plain and in brotli.
fn size(name: &str) -> Result<(usize, usize)> {
    let file = Profile::Release.site().join("pkg").join(name);
    let plain = fs::read(&file).with_context(|| format!("no {name} in {}", place::target().display()))?;
    let brotli = compress::brotli(&plain)?;
    Ok((plain.len(), brotli.len()))
}
