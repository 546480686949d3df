//! The document names every limit with the number that the portal has.

use server::middleware::limits::{Limit, Limits};

fn row(limit: &Limit) -> String {
    let status = limit.status.map_or_else(|| "connection ends".to_owned(), |status| status.to_string());
    format!("| {} | {} | {status} | {} |", limit.name, limit.number, limit.why)
}

#[test]
fn the_document_has_every_limit() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/operations.md");
    let document = std::fs::read_to_string(file).unwrap();
    let rows: Vec<String> = Limits::default().table().iter().map(row).collect();
    let missing: Vec<&String> = rows.iter().filter(|row| !document.contains(row.as_str())).collect();
    assert!(missing.is_empty(), "docs/operations.md lacks, under “Overload”:\n{}", rows.join("\n"));
}
