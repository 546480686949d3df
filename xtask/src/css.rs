//! The style sheet: `style/main.css` and all it imports, in one small file.

use std::path::Path;

use anyhow::{Result, anyhow};
use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use lightningcss::targets::{Browsers, Targets};

/// The oldest browsers the style sheet is written for: three years old.
fn browsers() -> Targets {
    let version = |major: u32, minor: u32| Some((major << 16) | (minor << 8));
    Targets::from(Browsers {
        android: version(119, 0),
        chrome: version(119, 0),
        edge: version(119, 0),
        firefox: version(119, 0),
        ios_saf: version(17, 1),
        opera: version(105, 0),
        safari: version(17, 1),
        samsung: version(23, 0),
        ie: None,
    })
}

/// Bundles and minifies the style sheet beginning at `entry`.
pub fn bundle(entry: &Path) -> Result<Vec<u8>> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(entry).map_err(|error| anyhow!("{error}"))?;
    let targets = browsers();
    sheet
        .minify(MinifyOptions { targets, ..MinifyOptions::default() })
        .map_err(|error| anyhow!("the style sheet cannot be minified: {error}"))?;
    let printed = sheet.to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() })?;
    Ok(printed.code.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_bundled_and_nesting_is_kept_small() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("main.css"), "@import \"part.css\" layer(base);").unwrap();
        std::fs::write(folder.path().join("part.css"), "a { color: #ff0000; & b { color: #000000 } }")
            .unwrap();
        let css = String::from_utf8(bundle(&folder.path().join("main.css")).unwrap()).unwrap();
        assert!(css.starts_with("@layer base{a{color:red"), "{css}");
    }

    #[test]
    fn a_wrong_style_sheet_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let entry = folder.path().join("main.css");
        std::fs::write(&entry, "a { color: red } }").unwrap();
        assert!(bundle(&entry).unwrap_err().to_string().contains("main.css"));
    }
}
