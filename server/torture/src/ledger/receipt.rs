//! A receipt, as far as it is a promise.

use anyhow::{Context as _, Result};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// What an acknowledgement said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// 办件编号.
    pub case_no: String,
    /// 查询码.
    pub query_code: String,
    /// SHA-256 of the whole receipt as sent.
    pub hash: String,
}

impl Receipt {
    /// Reads the body of a receipt.
    ///
    /// # Errors
    /// Where it is none.
    pub fn read(body: &[u8]) -> Result<Self> {
        let json: Value = serde_json::from_slice(body).context("a receipt that is no JSON")?;
        let text = |name: &str| json.get(name).and_then(Value::as_str).map(str::to_owned);
        let field = |name: &str| text(name).with_context(|| format!("a receipt without {name}"));
        let hash = hex::encode(Sha256::digest(body));
        Ok(Self { case_no: field("case_no")?, query_code: field("query_code")?, hash })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_receipt_is_not_taken_for_one() {
        assert!(Receipt::read(b"{}").is_err());
        assert!(Receipt::read(b"<html>").is_err());
    }
}
