//! `yihao check-config`: every setting as it would be used, secrets left out.

use super::failure::Failure;
use super::opening;
use crate::config::Config;
use crate::site::Site;
use backend::Db;

/// `YIHAO_TODAY` is judged as `serve` without `--demo` would judge it.
pub(super) async fn run() -> Result<(), Failure> {
    let config = opening::config(false)?;
    opening::options(&config)?;
    tell(&config);
    let db = Db::connect(&config.database_url).await.map_err(|error| {
        Failure::Usage(anyhow::anyhow!(
            "the database (DATABASE_URL) cannot be opened: {}",
            error.causes().join(": ")
        ))
    })?;
    db.ping().await?;
    let schema = if db.migrations_current().await.unwrap_or(false) { "up to date" } else { "to be migrated" };
    println!("{:<16} reachable, schema {schema}", "database");
    db.close().await?;
    Ok(())
}

fn tell(config: &Config) {
    let Config { database_url, listen, data_dir, storage, key_file, today: _, demo: _, origin, site, otlp } =
        config;
    let key = if key_file.exists() { "there" } else { "will be made" };
    let site = Site::find(site.as_deref());
    let built =
        if site.folder.join("manifest.json").exists() { "built" } else { "not built: pages have no style" };
    println!("{:<16} {}", "DATABASE_URL", without_password(database_url));
    println!("{:<16} {listen}", "YIHAO_LISTEN");
    println!("{:<16} {}", "YIHAO_DATA_DIR", data_dir.display());
    println!("{:<16} {storage}", "YIHAO_STORAGE");
    println!("{:<16} {} ({key})", "YIHAO_KEY_FILE", key_file.display());
    println!("{:<16} {}", "YIHAO_ORIGIN", origin.as_deref().unwrap_or("none: people come over plain http"));
    println!("{:<16} {} ({built})", "YIHAO_SITE", site.folder.display());
    let traces = otlp.as_ref().map_or_else(
        || "none: traces go nowhere".to_owned(),
        |otlp| format!("{} (share {})", without_password(&otlp.url), otlp.share),
    );
    println!("{:<16} {traces}", "YIHAO_OTLP");
}

/// `postgres://user:***@host/name`
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let Some((user, host)) = rest.rsplit_once('@') else { return url.to_owned() };
    match user.split_once(':') {
        Some((name, _)) => format!("{scheme}://{name}:***@{host}"),
        None => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::without_password;

    #[test]
    fn a_password_is_never_printed() {
        assert_eq!(without_password("postgres://a:s@cret@h/db"), "postgres://a:***@h/db");
        assert_eq!(without_password("postgres://a@h/db"), "postgres://a@h/db");
        assert_eq!(without_password("sqlite://data/yihao.db"), "sqlite://data/yihao.db");
    }
}
