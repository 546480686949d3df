//! Rules, board, unit, image and composition name only what there is.

use promql_parser::parser::{self, Expr};
use promql_parser::util::{ExprVisitor, walk_expr};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    std::fs::read_to_string(folder().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn yaml(path: &str) -> Value {
    serde_saphyr::from_str(&read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn rules() -> Vec<Value> {
    let groups = yaml("deploy/prometheus/alerts.yml");
    groups["groups"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|group| group["rules"].as_array().unwrap().clone())
        .collect()
}

/// Every expression of the rules and of the board, with where it stands.
fn expressions() -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut found: Vec<_> = rules().iter().map(|rule| (text(&rule["alert"]), text(&rule["expr"]))).collect();
    let board: Value = serde_json::from_str(&read("deploy/grafana/board.json")).unwrap();
    for panel in board["panels"].as_array().unwrap() {
        for target in panel["targets"].as_array().into_iter().flatten() {
            found.push((text(&panel["title"]), text(&target["expr"])));
        }
    }
    found
}

#[derive(Default)]
struct Names(BTreeSet<String>);

impl ExprVisitor for Names {
    type Error = String;

    fn pre_visit(&mut self, expr: &Expr) -> Result<bool, String> {
        match expr {
            Expr::VectorSelector(selector) => self.0.extend(selector.name.clone()),
            Expr::MatrixSelector(selector) => self.0.extend(selector.vs.name.clone()),
            _ => {}
        }
        Ok(true)
    }
}

fn named(expression: &str) -> BTreeSet<String> {
    let parsed = parser::parse(expression).unwrap_or_else(|error| panic!("{expression}: {error}"));
    let mut names = Names::default();
    walk_expr(&mut names, &parsed).unwrap();
    names.0
}

/// The family of a series: histograms have three.
pub fn family(name: &str) -> &str {
    ["_bucket", "_sum", "_count"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name)
}

/// All source of a folder.
fn source(folder: &Path) -> String {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts = entries.map(|path| match path.extension() {
        None if path.is_dir() => source(&path),
        Some(end) if end == "rs" && !path.ends_with("metrics/names.rs") => {
            std::fs::read_to_string(path).unwrap()
        }
        _ => String::new(),
    });
    texts.collect()
}

/// What rules and board ask for is told, or will be once it happens: what counts refusals and
/// failures begins with the first.
pub fn only_what_is_told(told: &BTreeSet<String>) {
    let told: BTreeSet<&str> = told.iter().map(|name| family(name)).collect();
    assert!(told.len() > 25, "{told:?}");
    let code = source(&folder().join("src")) + &source(&folder().join("backend/src"));
    for (place, expression) in expressions() {
        for name in named(&expression) {
            let family = family(&name);
            let known = name == "up" || told.contains(family) || code.contains(&format!("\"{family}\""));
            assert!(known, "{place} asks for {name}, which nobody tells");
        }
    }
}

#[test]
fn every_alert_says_what_it_is_and_the_manual_what_to_do() {
    let manual = read("../docs/operations.md");
    for rule in rules() {
        let name = rule["alert"].as_str().unwrap();
        assert!(["page", "ticket"].contains(&rule["labels"]["severity"].as_str().unwrap()), "{name}");
        assert!(rule["annotations"]["summary"].as_str().is_some_and(|text| text.len() > 20), "{name}");
        assert!(manual.contains(&format!("`{name}`")), "docs/operations.md does not name {name}");
    }
}

#[test]
fn a_name_is_found_in_an_expression_and_a_wrong_expression_is_refused() {
    let names = named("sum(rate(a_total[5m])) / histogram_quantile(0.9, b_bucket{x=\"c\"}) > on (i) d");
    assert_eq!(names, ["a_total", "b_bucket", "d"].map(str::to_owned).into());
    assert!(parser::parse("sum(rate(a_total[5m])").is_err());
}

#[test]
fn deployment_sets_only_what_the_portal_reads() {
    let code = source(&folder().join("src"));
    let files = ["Dockerfile", "compose.yaml", "systemd/yihao.service", "systemd/yihao.env.example"];
    let mut found = BTreeSet::new();
    for file in files {
        let text = read(&format!("deploy/{file}"));
        let words = text.split(|c: char| !(c.is_ascii_uppercase() || c == '_'));
        found.extend(
            words.filter(|word| word.starts_with("YIHAO_") || *word == "DATABASE_URL").map(str::to_owned),
        );
    }
    assert!(found.len() > 6, "{found:?}");
    for name in found {
        assert!(code.contains(&format!("\"{name}\"")), "nobody reads {name}");
    }
}

#[test]
fn the_composition_is_whole() {
    let all = yaml("deploy/compose.yaml");
    let services = all["services"].as_object().unwrap();
    for (name, service) in services {
        for other in service["depends_on"].as_object().into_iter().flat_map(|on| on.keys()) {
            assert!(services.contains_key(other), "{name} waits for {other}");
        }
        for volume in service["volumes"].as_array().into_iter().flatten() {
            let from = volume.as_str().unwrap().split(':').next().unwrap();
            let there = match from.strip_prefix("./") {
                Some(path) => folder().join("deploy").join(path).exists(),
                None => all["volumes"].as_object().unwrap().contains_key(from),
            };
            assert!(there, "{name} mounts {from}");
        }
    }
    let portal = &services["portal"]["environment"];
    assert!(portal["DATABASE_URL"].as_str().unwrap().contains("@database/"));
    assert_eq!(portal["AWS_ENDPOINT_URL"], "http://store:7070");
    let shell = services["database"]["command"].to_string();
    assert!(shell.contains("fsync=on") && shell.contains("synchronous_commit=on"), "{shell}");
}
