//! Settings: environment variables, each with a default for one machine. A wrong one stops the
//! start with a sentence that names it.

use anyhow::{Context as _, Result, bail, ensure};
use chrono::NaiveDate;
use std::net::SocketAddr;
use std::path::PathBuf;

/// All settings of a running portal.
#[derive(Clone, Debug)]
pub struct Config {
    /// `DATABASE_URL`: `sqlite://…` or `postgres://…`.
    pub database_url: String,
    /// `YIHAO_LISTEN`: address and port.
    pub listen: SocketAddr,
    /// `YIHAO_DATA_DIR`: everything that the portal keeps beside its database.
    pub data_dir: PathBuf,
    /// `YIHAO_STORAGE`: where uploads go.
    pub storage: String,
    /// `YIHAO_KEY_FILE`: the keys of encrypted columns.
    pub key_file: PathBuf,
    /// `YIHAO_TODAY`: holds the clock, in demonstrations only.
    pub today: Option<NaiveDate>,
    /// A demonstration city: its accounts may be told.
    pub demo: bool,
    /// `YIHAO_ORIGIN`: the public address, where a proxy stands before the portal.
    pub origin: Option<String>,
    /// `YIHAO_SITE`: the folder of the browser's part.
    pub site: Option<PathBuf>,
    /// `YIHAO_OTLP`: a collector of traces, where there is one.
    pub otlp: Option<Otlp>,
}

/// A collector of OpenTelemetry.
#[derive(Clone, Debug, PartialEq)]
pub struct Otlp {
    /// Where it listens for OTLP over HTTP, such as `http://127.0.0.1:4318`.
    pub url: String,
    /// `YIHAO_OTLP_SHARE`: the share of requests that is told, from 0 to 1.
    pub share: f64,
}

/// Where a setting's text comes from; the environment, or a table in tests.
pub type Source<'a> = &'a dyn Fn(&str) -> Option<String>;

impl Config {
    /// Reads the environment.
    ///
    /// # Errors
    /// A sentence that names the wrong setting.
    pub fn from_env(demo: bool) -> Result<Self> {
        Self::read(&|name| std::env::var(name).ok().filter(|value| !value.is_empty()), demo)
    }

    /// Reads settings from anywhere.
    ///
    /// # Errors
    /// A sentence that names the wrong setting.
    pub fn read(source: Source<'_>, demo: bool) -> Result<Self> {
        let data_dir = PathBuf::from(source("YIHAO_DATA_DIR").unwrap_or_else(|| "data".into()));
        let in_data = |name: &str| data_dir.join(name).display().to_string();
        let config = Self {
            database_url: source("DATABASE_URL")
                .unwrap_or_else(|| format!("sqlite://{}", in_data("yihao.db"))),
            listen: address(source)?,
            storage: source("YIHAO_STORAGE").unwrap_or_else(|| format!("file://{}", in_data("uploads"))),
            key_file: source("YIHAO_KEY_FILE").unwrap_or_else(|| in_data("keys.json")).into(),
            today: today(source, demo)?,
            demo,
            origin: source("YIHAO_ORIGIN").map(|origin| origin.trim_end_matches('/').to_owned()),
            site: source("YIHAO_SITE").map(PathBuf::from),
            otlp: otlp(source)?,
            data_dir,
        };
        config.check()?;
        Ok(config)
    }

    fn check(&self) -> Result<()> {
        ensure!(
            self.database_url.starts_with("sqlite:") || self.database_url.starts_with("postgres"),
            "DATABASE_URL must begin with sqlite: or postgres:"
        );
        ensure!(
            self.storage.starts_with("file://") || self.storage.starts_with("s3://"),
            "YIHAO_STORAGE must begin with file:// or s3://"
        );
        if let Some(origin) = &self.origin {
            ensure!(
                origin.starts_with("https://") || origin.starts_with("http://"),
                "YIHAO_ORIGIN must be an address such as https://yihao.example.gov.cn"
            );
        }
        Ok(())
    }
}

fn address(source: Source<'_>) -> Result<SocketAddr> {
    let text = source("YIHAO_LISTEN").unwrap_or_else(|| "127.0.0.1:3000".into());
    text.parse().with_context(|| {
        format!("YIHAO_LISTEN must be an address and a port, such as 127.0.0.1:3000, not “{text}”")
    })
}

fn otlp(source: Source<'_>) -> Result<Option<Otlp>> {
    let Some(url) = source("YIHAO_OTLP") else { return Ok(None) };
    ensure!(
        url.starts_with("http://") || url.starts_with("https://"),
        "YIHAO_OTLP must be an address such as http://127.0.0.1:4318"
    );
    let share = source("YIHAO_OTLP_SHARE").map_or(Ok(1.0), |share| share.parse());
    let share = share.ok().filter(|share| (0.0..=1.0).contains(share));
    let share = share.context("YIHAO_OTLP_SHARE must be a share from 0 to 1, such as 0.01")?;
    Ok(Some(Otlp { url: url.trim_end_matches('/').to_owned(), share }))
}

fn today(source: Source<'_>, demo: bool) -> Result<Option<NaiveDate>> {
    let Some(text) = source("YIHAO_TODAY") else { return Ok(None) };
    if !demo {
        bail!("YIHAO_TODAY holds the clock and is only for serve --demo; unset it");
    }
    let date = text
        .parse()
        .with_context(|| format!("YIHAO_TODAY must be a day such as 2026-02-13, not “{text}”"))?;
    Ok(Some(date))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)], demo: bool) -> Result<Config> {
        let pairs: Vec<(String, String)> =
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Config::read(&|name| pairs.iter().find(|(n, _)| n == name).map(|(_, value)| value.clone()), demo)
    }

    #[test]
    fn everything_has_a_default() {
        let config = read(&[], false).unwrap();
        assert_eq!(config.database_url, "sqlite://data/yihao.db");
        assert_eq!(config.listen.port(), 3000);
    }

    #[test]
    fn a_wrong_setting_is_named() {
        for (name, value) in [
            ("YIHAO_LISTEN", "everywhere"),
            ("DATABASE_URL", "mysql://x"),
            ("YIHAO_STORAGE", "/tmp"),
            ("YIHAO_ORIGIN", "yihao"),
            ("YIHAO_TODAY", "2026-02-13"),
            ("YIHAO_OTLP", "collector:4317"),
            ("YIHAO_OTLP_SHARE", "1.5"),
        ] {
            let collector = ("YIHAO_OTLP", "http://127.0.0.1:4318");
            let error = read(&[(name, value), collector], false).unwrap_err();
            assert!(format!("{error:#}").contains(name), "{error:#}");
        }
    }

    #[test]
    fn a_demonstration_may_hold_the_clock() {
        let config = read(&[("YIHAO_TODAY", "2026-02-13")], true).unwrap();
        assert_eq!(config.today.map(|day| day.to_string()).as_deref(), Some("2026-02-13"));
    }
}
