//! An address with several hosts becomes one address for each.

/// libpq's word for which server will do.
const WANTED: &str = "target_session_attrs";

/// Splits `postgres://user:password@a:5432,b:5433/name?…`, or one with `host=/a,/b&port=1,2`.
///
/// # Errors
/// A sentence, where ports and hosts do not go together or a server is wanted that takes no writes.
pub(super) fn split(url: &str) -> Result<Vec<String>, String> {
    let Some((scheme, rest)) = url.split_once("://") else { return Ok(vec![url.to_owned()]) };
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (authority, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
    let (user, named) = authority.rfind('@').map_or(("", authority), |at| authority.split_at(at + 1));
    let pairs: Vec<(&str, &str)> = query.split('&').filter_map(|pair| pair.split_once('=')).collect();
    wanted(&pairs)?;
    let (hosts, ports) = (list(&pairs, "host"), list(&pairs, "port"));
    let named: Vec<&str> = named.split(',').collect();
    let count = named.len().max(hosts.len());
    let one = |at: usize| {
        let authority = nth(&named, at)?;
        let own = [("host", &hosts), ("port", &ports)];
        let own = own.into_iter().filter(|(_, values)| !values.is_empty());
        let own: Option<Vec<_>> = own.map(|(key, values)| Some((key, nth(values, at)?))).collect();
        Some(format!("{scheme}://{user}{authority}{path}{}", written(&pairs, &own?)))
    };
    let addresses: Option<Vec<String>> = (0..count).map(one).collect();
    addresses
        .ok_or_else(|| format!("{count} hosts are named, but not as many ports; name one, or one for each"))
}

/// The one for all, or one for each.
fn nth<'a>(values: &[&'a str], at: usize) -> Option<&'a str> {
    if values.len() == 1 { values.first().copied() } else { values.get(at).copied() }
}

fn list<'a>(pairs: &[(&str, &'a str)], key: &str) -> Vec<&'a str> {
    let values = pairs.iter().find(|(name, _)| *name == key).map(|(_, value)| value.split(','));
    values.into_iter().flatten().collect()
}

/// The query of one host, without what only libpq knows.
fn written(pairs: &[(&str, &str)], own: &[(&str, &str)]) -> String {
    let common = pairs.iter().filter(|(key, _)| !matches!(*key, WANTED | "host" | "port"));
    let all: Vec<String> = common.chain(own).map(|(key, value)| format!("{key}={value}")).collect();
    if all.is_empty() { String::new() } else { format!("?{}", all.join("&")) }
}

/// The portal writes: whatever else is asked for, only a primary will do.
fn wanted(pairs: &[(&str, &str)]) -> Result<(), String> {
    let word = pairs.iter().find(|(key, _)| *key == WANTED).map(|(_, value)| *value);
    match word {
        None | Some("any" | "read-write" | "primary") => Ok(()),
        Some(word) => Err(format!("{WANTED}={word}: the portal writes, so it must be read-write")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_host_gets_an_address_of_its_own() {
        let url =
            "postgres://yihao:p%40ss@db1:5432,db2:5433/yihao?target_session_attrs=read-write&sslmode=require";
        assert_eq!(
            split(url).unwrap(),
            [
                "postgres://yihao:p%40ss@db1:5432/yihao?sslmode=require",
                "postgres://yihao:p%40ss@db2:5433/yihao?sslmode=require"
            ]
        );
    }

    #[test]
    fn sockets_are_named_in_the_query() {
        assert_eq!(
            split("postgres://postgres@localhost/city?host=/run/a,/run/b&port=5432,5433").unwrap(),
            [
                "postgres://postgres@localhost/city?host=/run/a&port=5432",
                "postgres://postgres@localhost/city?host=/run/b&port=5433"
            ]
        );
        let shared = split("postgres://u@localhost/city?host=/run/a,/run/b&port=5432").unwrap();
        assert!(shared.iter().all(|url| url.ends_with("&port=5432")), "{shared:?}");
    }

    #[test]
    fn one_host_stays_as_it_is() {
        for url in [
            "postgres://postgres@localhost/postgres?host=/tmp/x",
            "postgres://u:p@h:5432/d",
            "postgres://[::1]:5432/d",
        ] {
            assert_eq!(split(url).unwrap(), [url]);
        }
    }

    #[test]
    fn what_cannot_be_is_said() {
        let three = split("postgres://u@h/d?host=a,b,c&port=1,2").unwrap_err();
        assert!(three.contains("3 hosts"), "{three}");
        let standby = split("postgres://u@a,b/d?target_session_attrs=standby").unwrap_err();
        assert!(standby.contains("must be read-write"), "{standby}");
    }
}
