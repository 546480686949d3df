//! The site folder: what the server hands out as files.
//!
//! ```text
//! site/manifest.json            {"yihao.css": "yihao.1a2b3c4d5e6f.css", …}
//! site/pkg/yihao.css            by its plain name: for a short while in a cache
//! site/pkg/yihao.1a2b….css      by its content: may be kept for ever
//! site/pkg/….br  ….gz           the same, compressed
//! ```

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};
use xshell::Shell;

use crate::compress::Encoded;
use crate::place::{self, Profile};
use crate::{css, freshness, wasm};

/// Builds the site of a profile, unless nothing it is made of has changed.
pub fn build(sh: &Shell, profile: Profile) -> Result<PathBuf> {
    let site = profile.site();
    let stamp = site.join(".made-of");
    let fingerprint = freshness::fingerprint(&sources(), "1")?;
    if freshness::is_fresh(&stamp, &fingerprint) {
        eprintln!("The site is up to date");
        return Ok(site);
    }
    assemble(sh, &site)?;
    freshness::remember(&stamp, &fingerprint)?;
    Ok(site)
}

/// All a site is made of.
fn sources() -> Vec<PathBuf> {
    ["app", "frontend", "style", "Cargo.lock", "Cargo.toml", "xtask/src"]
        .map(|part| place::root().join(part))
        .into()
}

fn assemble(sh: &Shell, folder: &Path) -> Result<()> {
    let root = place::root();
    let browser = wasm::build(sh)?;
    let mut site = Site::new(folder)?;
    site.add("yihao.wasm", browser.module)?;
    site.add("yihao.js", browser.script)?;
    let boot = fs::read_to_string(root.join("frontend/boot.js"))?;
    let boot = site.with_hashed_names(boot, &["yihao.js", "yihao.wasm"]);
    site.add("boot.js", boot.into_bytes())?;
    site.add("live.js", fs::read(root.join("frontend/live.js"))?)?;
    let entry = root.join("style/main.css");
    if entry.is_file() {
        site.add("yihao.css", css::bundle(&entry)?)?;
    }
    site.add_pictures(&root.join("style"))?;
    site.finish()
}

/// A site being put together.
struct Site {
    folder: PathBuf,
    names: BTreeMap<String, String>,
}

impl Site {
    /// An empty site in `folder`; what lay there is gone.
    fn new(folder: &Path) -> Result<Self> {
        let _ = fs::remove_dir_all(folder);
        fs::create_dir_all(folder.join("pkg"))?;
        Ok(Self { folder: folder.to_owned(), names: BTreeMap::new() })
    }

    /// Adds a file under its plain and its hashed name.
    fn add(&mut self, name: &str, bytes: Vec<u8>) -> Result<()> {
        let hashed = hashed_name(name, &bytes);
        let encoded = Encoded::new(bytes)?;
        let (plain, brotli) = encoded.sizes();
        eprintln!("  {name:<16} {plain:>8} bytes, {brotli:>7} brotli");
        for file in [name, hashed.as_str()] {
            encoded.write(&self.folder.join("pkg").join(file))?;
        }
        self.names.insert(name.to_owned(), hashed);
        Ok(())
    }

    /// Puts the hashed names of files already added into a text.
    fn with_hashed_names(&self, text: String, names: &[&str]) -> String {
        names.iter().fold(text, |text, name| match self.names.get(*name) {
            Some(hashed) => text.replace(&format!("./{name}"), &format!("./{hashed}")),
            None => text,
        })
    }

    /// Adds every picture of a folder.
    fn add_pictures(&mut self, folder: &Path) -> Result<()> {
        for entry in fs::read_dir(folder).with_context(|| format!("no folder {}", folder.display()))? {
            let path = entry?.path();
            let is_picture = path.extension().is_some_and(|ending| ending == "svg");
            if let (true, Some(name)) = (is_picture, path.file_name().and_then(|name| name.to_str())) {
                self.add(name, fs::read(&path)?)?;
            }
        }
        Ok(())
    }

    /// Writes the list of names.
    fn finish(self) -> Result<()> {
        let manifest = serde_json::to_vec_pretty(&self.names)?;
        Ok(fs::write(self.folder.join("manifest.json"), manifest)?)
    }
}

/// `yihao.css` → `yihao.1a2b3c4d5e6f.css`.
fn hashed_name(name: &str, bytes: &[u8]) -> String {
    let digest = hex::encode(Sha256::digest(bytes));
    let short: String = digest.chars().take(12).collect();
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}.{short}.{ending}"),
        None => format!("{name}.{short}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_carries_its_content() {
        assert_eq!(hashed_name("a.css", b""), "a.e3b0c44298fc.css");
        assert_ne!(hashed_name("a.css", b"1"), hashed_name("a.css", b"2"));
    }

    #[test]
    fn the_boot_script_asks_for_hashed_files() {
        let folder = tempfile::tempdir().unwrap();
        let mut site = Site::new(folder.path()).unwrap();
        site.add("yihao.js", b"x".to_vec()).unwrap();
        let text = site.with_hashed_names("import \"./yihao.js\"".into(), &["yihao.js"]);
        assert_eq!(text, "import \"./yihao.2d711642b726.js\"");
        site.finish().unwrap();
        let manifest = fs::read_to_string(folder.path().join("manifest.json")).unwrap();
        assert!(manifest.contains("yihao.2d711642b726.js"));
        assert!(folder.path().join("pkg/yihao.js.br").is_file());
    }
}
