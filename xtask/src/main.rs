//! The newcomer's commands: `cargo xtask run | test | build | check | bench`.

mod apt;
mod compress;
mod css;
mod freshness;
mod place;
mod site;
mod toolchain;
mod wasm;

use anyhow::Result;
use xshell::Shell;
fn main() -> Result<()> {
    let sh = Shell::new()?;
    sh.change_dir(place::root());
    let site = site::build(&sh, place::Profile::Dev)?;
    eprintln!("{}", site.display());
    Ok(())
}
