//! The portal's address of the database in the words of PostgreSQL's own programs: variables of their
//! environment, since everybody on the machine can read arguments, and a password is among them.

use percent_encoding::percent_decode_str;
use url::Url;

/// What the driver calls it, and the variable.
const NAMES: &[(&str, &str)] = &[
    ("host", "PGHOST"),
    ("hostaddr", "PGHOSTADDR"),
    ("port", "PGPORT"),
    ("dbname", "PGDATABASE"),
    ("user", "PGUSER"),
    ("password", "PGPASSWORD"),
    ("sslmode", "PGSSLMODE"),
    ("ssl-mode", "PGSSLMODE"),
    ("sslrootcert", "PGSSLROOTCERT"),
    ("ssl-root-cert", "PGSSLROOTCERT"),
    ("ssl-ca", "PGSSLROOTCERT"),
    ("sslcert", "PGSSLCERT"),
    ("ssl-cert", "PGSSLCERT"),
    ("sslkey", "PGSSLKEY"),
    ("ssl-key", "PGSSLKEY"),
    ("application_name", "PGAPPNAME"),
];

/// Variables and their values.
pub(super) type Variables = Vec<(&'static str, String)>;

/// Reads one address; nothing where it is none.
pub(super) fn variables(url: &str) -> Option<Variables> {
    let url = Url::parse(url).ok()?;
    let decoded = |text: &str| percent_decode_str(text).decode_utf8().ok().map(|text| text.into_owned());
    let mut found = Variables::new();
    let before = [
        ("PGHOST", url.host_str().and_then(decoded)),
        ("PGPORT", url.port().map(|port| port.to_string())),
        ("PGUSER", decoded(url.username())),
        ("PGPASSWORD", url.password().and_then(decoded)),
        ("PGDATABASE", decoded(url.path().trim_start_matches('/'))),
    ];
    found.extend(before.into_iter().filter_map(|(name, value)| Some((name, value?))));
    let named = url.query_pairs().filter_map(|(key, value)| Some((variable(&key)?, value.into_owned())));
    found.extend(named);
    found.retain(|(_, value)| !value.is_empty());
    let options = options(&url);
    found.extend((!options.is_empty()).then_some(("PGOPTIONS", options)));
    Some(found)
}

fn variable(key: &str) -> Option<&'static str> {
    NAMES.iter().find(|(name, _)| *name == key).map(|(_, variable)| *variable)
}

/// `options=…`, and the driver's `options[name]=value`.
fn options(url: &Url) -> String {
    let one = |(key, value): (std::borrow::Cow<'_, str>, std::borrow::Cow<'_, str>)| match key.as_ref() {
        "options" => Some(value.into_owned()),
        key => {
            let name = key.strip_prefix("options[")?.strip_suffix(']')?;
            Some(format!("-c {name}={value}"))
        }
    };
    url.query_pairs().filter_map(one).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(url: &str, name: &str) -> Option<String> {
        // The last one counts, as in an environment.
        variables(url).unwrap().into_iter().rev().find(|(n, _)| *n == name).map(|(_, value)| value)
    }

    #[test]
    fn an_address_is_told_in_variables() {
        let url = "postgres://yi%40hao:p%2Bss%3A@db.example:5433/city?sslmode=verify-full&ssl-ca=/etc/ca";
        assert_eq!(value(url, "PGUSER").as_deref(), Some("yi@hao"));
        assert_eq!(value(url, "PGPASSWORD").as_deref(), Some("p+ss:"));
        assert_eq!(value(url, "PGHOST").as_deref(), Some("db.example"));
        assert_eq!(value(url, "PGPORT").as_deref(), Some("5433"));
        assert_eq!(value(url, "PGDATABASE").as_deref(), Some("city"));
        assert_eq!(value(url, "PGSSLMODE").as_deref(), Some("verify-full"));
        assert_eq!(value(url, "PGSSLROOTCERT").as_deref(), Some("/etc/ca"));
    }

    #[test]
    fn a_socket_and_options_are_told_too() {
        let url = "postgres://postgres@localhost/postgres?host=/run/pg&options=-c%20search_path%3Dcity\
                   &options[lock_timeout]=5s";
        assert_eq!(value(url, "PGHOST").as_deref(), Some("/run/pg"));
        assert_eq!(value(url, "PGOPTIONS").as_deref(), Some("-c search_path=city -c lock_timeout=5s"));
        assert_eq!(value(url, "PGPASSWORD"), None);
    }
}
