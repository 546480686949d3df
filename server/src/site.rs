//! The browser's part: where its files lie and what this build calls them.

use app::shell::Assets;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// The folder of static files, with the names of this build.
#[derive(Clone, Debug)]
pub struct Site {
    /// The folder.
    pub folder: PathBuf,
    /// The files that pages name.
    pub assets: Assets,
}

impl Site {
    /// Finds the folder: the setting, beside the program, or one above it.
    pub fn find(setting: Option<&Path>) -> Self {
        let folder = setting.map(Path::to_owned).or_else(beside_program).unwrap_or_else(|| "target/site".into());
        let assets = assets(&folder);
        Self { folder, assets }
    }
}

fn beside_program() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    let folder = program.parent()?;
    [folder.join("site"), folder.join("../site")].into_iter().find(|candidate| candidate.is_dir())
}

/// The manifest maps plain names to names that carry the hash of their content.
fn assets(folder: &Path) -> Assets {
    let manifest: HashMap<String, String> = std::fs::read(folder.join("manifest.json"))
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default();
    let named = |name: &str| format!("/pkg/{}", manifest.get(name).map_or(name, String::as_str));
    Assets { css: named("yihao.css"), boot: named("boot.js") }
}
