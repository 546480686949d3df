//! The browser's part: where its files lie and what this build calls them.

use app::shell::Assets;
use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use http::{HeaderValue, header};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use tower_http::services::ServeDir;

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
        let folder =
            setting.map(Path::to_owned).or_else(beside_program).unwrap_or_else(|| "target/site".into());
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
    Assets { css: named("yihao.css"), boot: named("boot.js"), live: named("live.js") }
}

/// `/pkg`: the files, compressed when they were built. They need nothing of what handlers work with.
pub fn routes<S: Clone + Send + Sync + 'static>(site: &Site) -> Router<S> {
    let files = ServeDir::new(site.folder.join("pkg")).precompressed_br().precompressed_gzip();
    Router::new().nest_service("/pkg", files).layer(from_fn(cache))
}

/// A name with a hash never changes its content; a plain name is asked for anew each time.
async fn cache(request: Request, next: Next) -> Response {
    let hashed = request.uri().path().split('.').any(is_hash);
    let mut response = next.run(request).await;
    if response.status().is_success() {
        let value = if hashed { "public, max-age=31536000, immutable" } else { "no-cache" };
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(value));
    }
    response
}

/// The hash that the build puts between name and ending.
fn is_hash(part: &str) -> bool {
    part.len() >= 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit())
}
