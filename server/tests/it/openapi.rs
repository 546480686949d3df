//! The document says what there is, and is the one that is committed.

use serde_json::Value;

#[test]
fn the_committed_document_is_that_of_the_program() {
    let committed = include_str!("../../openapi.json");
    let now = server::api_v1::document_text().unwrap();
    assert!(committed == now, "write it anew: cargo run -p server -- openapi > server/openapi.json");
}

#[test]
fn every_stable_call_is_in_the_document() {
    let document: Value = serde_json::from_str(&server::api_v1::document_text().unwrap()).unwrap();
    for (path, methods) in [
        ("/api/v1/session", &["post", "delete"][..]),
        ("/api/v1/items", &["get"]),
        ("/api/v1/items/{code}", &["get"]),
        ("/api/v1/persons/lookup", &["post"]),
        ("/api/v1/entities/lookup", &["post"]),
        ("/api/v1/cases", &["get", "post"]),
        ("/api/v1/cases/{case_no}", &["get"]),
        ("/api/v1/cases/{case_no}/actions", &["post"]),
        ("/api/v1/track", &["post"]),
        ("/api/v1/supervision/completion", &["get"]),
        ("/api/v1/supervision/export/{what}", &["get"]),
        ("/api/v1/uploads", &["post"]),
    ] {
        for method in methods {
            assert!(document["paths"][path][method]["responses"].is_object(), "{method} {path}");
        }
    }
}
