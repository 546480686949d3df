//! An answer, read to its end.

use axum::body::to_bytes;
use axum::response::Response;
use http::{HeaderMap, StatusCode};
use serde_json::Value;
use std::ops::Index;

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
    pub json: Value,
}

impl Answer {
    pub async fn read(response: Response) -> Self {
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = to_bytes(response.into_body(), 64 << 20).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let json = serde_json::from_str(&text).unwrap_or(Value::Null);
        Self { status, headers, text, json }
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The case number of a receipt.
    pub fn case_no(&self) -> String {
        self["case_no"].as_str().unwrap_or_else(|| panic!("no receipt: {}", self.text)).to_owned()
    }

    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        self
    }

    /// A problem with this status and code, in the form of RFC 9457.
    #[track_caller]
    pub fn problem(self, status: u16, code: &str) -> Self {
        assert_eq!((self.status.as_u16(), self["code"].as_str()), (status, Some(code)), "{}", self.text);
        assert_eq!(self.header("content-type"), "application/problem+json");
        assert_eq!(self["status"], status);
        assert!(self["title"].as_str().is_some_and(|title| !title.is_empty()), "{}", self.text);
        assert!(self["detail"].as_str().is_some_and(|detail| !detail.is_empty()), "{}", self.text);
        self
    }

    /// The code of the error of this field.
    pub fn field(&self, name: &str) -> Option<&str> {
        self["errors"].as_array()?.iter().find(|error| error["field"] == name)?["code"].as_str()
    }
}

impl Index<&str> for Answer {
    type Output = Value;

    fn index(&self, key: &str) -> &Value {
        &self.json[key]
    }
}
