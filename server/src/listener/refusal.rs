//! What is said to whom no page can be made for: nothing is known of them, so it is said in both
//! languages.

use serde_json::json;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// How long a connection stays open after its last answer, so that the answer is read.
const LINGER: Duration = Duration::from_secs(2);
/// Bytes that are read and forgotten meanwhile.
const FORGOTTEN: usize = 1024 * 1024;

/// Why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Not HTTP, or broken.
    Malformed,
    /// The head did not arrive in time.
    Slow,
    /// The address is longer than anybody reads.
    Address,
    /// The header fields are more than anybody reads.
    Head,
    /// Too many connections.
    Busy,
}

impl Refusal {
    /// What the library under us said in a bare answer of this status.
    pub(super) fn of_status(status: &[u8]) -> Option<Self> {
        match status {
            b"400" => Some(Self::Malformed),
            b"414" => Some(Self::Address),
            b"431" => Some(Self::Head),
            _ => None,
        }
    }

    fn status(self) -> (u16, &'static str, &'static str) {
        match self {
            Self::Malformed => (400, "Bad Request", "malformed"),
            Self::Slow => (408, "Request Timeout", "too_slow"),
            Self::Address => (414, "URI Too Long", "address_too_long"),
            Self::Head => (431, "Request Header Fields Too Large", "head_too_large"),
            Self::Busy => (503, "Service Unavailable", "busy"),
        }
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Malformed => (
                "请求不完整或格式不对，什么也没有改动。请回到上一页再试。",
                "The request cannot be read; nothing was changed. Go back and try again.",
            ),
            Self::Slow => (
                "请求没有按时收全，什么也没有改动。请到信号好的地方再试。",
                "The request did not arrive in time; nothing was changed. Try again where the signal is better.",
            ),
            Self::Address => (
                "网址太长，什么也没有改动。请缩短后再试。",
                "The address is too long; nothing was changed. Shorten it and try again.",
            ),
            Self::Head => (
                "浏览器带来的信息太多，什么也没有改动。请清除本网站的 Cookie 后再试。",
                "The browser sends too much along; nothing was changed. Clear the cookies of this site and try again.",
            ),
            Self::Busy => (
                "现在人太多，什么也没有改动。请 10 秒后再试；之前提交、保存过的都还在。",
                "The portal is busy; nothing was changed. Try again in 10 seconds. What was handed in or saved before is safe.",
            ),
        }
    }

    /// The whole answer: a problem to programs, a page to everybody else.
    pub(super) fn answer(self, program: bool) -> Vec<u8> {
        let (status, reason, _) = self.status();
        let (kind, body) = if program {
            ("application/problem+json", self.problem())
        } else {
            ("text/html; charset=utf-8", self.page())
        };
        let wait = if self == Self::Busy { "retry-after: 10\r\n" } else { "" };
        format!(
            "HTTP/1.1 {status} {reason}\r\ncontent-type: {kind}\r\n{wait}cache-control: no-store\r\n\
             content-security-policy: default-src 'none'\r\nx-content-type-options: nosniff\r\n\
             connection: close\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        )
        .into_bytes()
    }

    fn problem(self) -> String {
        let (status, title, code) = self.status();
        let (zh, en) = self.words();
        let kind = format!("urn:yihao:problem:{code}");
        json!({ "type": kind, "title": title, "status": status, "code": code, "detail": format!("{zh} {en}"), "errors": [] })
            .to_string()
    }

    fn page(self) -> String {
        let (status, _, _) = self.status();
        let (zh, en) = self.words();
        format!(
            "<!DOCTYPE html><html lang=\"zh-CN\"><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width\"><title>{status} · 一号</title>\
             <h1>{zh}</h1><p lang=\"en\">{en}</p></html>"
        )
    }

    /// Says it and hangs up, in a way that lets it be read.
    pub(super) async fn tell(self, mut stream: TcpStream, program: bool) {
        let said = timeout(LINGER, stream.write_all(&self.answer(program))).await;
        if let Ok(Ok(())) = said {
            linger(stream).await;
        }
    }
}

/// Ends the writing side and reads on for a while: a close with bytes unread would take the answer
/// away from who has not read it yet.
pub(super) async fn linger(mut stream: TcpStream) {
    let read = async {
        stream.shutdown().await.ok()?;
        let mut room = [0; 4096];
        let mut left = FORGOTTEN;
        while left > 0 {
            match stream.read(&mut room).await.ok()? {
                0 => break,
                read => left = left.saturating_sub(read),
            }
        }
        Some(())
    };
    // Whoever keeps on sending has had their time.
    timeout(LINGER, read).await.ok().flatten().unwrap_or_default();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_refusal_speaks_both_languages_as_page_and_as_problem() {
        for refusal in [Refusal::Malformed, Refusal::Slow, Refusal::Address, Refusal::Head, Refusal::Busy] {
            for program in [false, true] {
                let answer = String::from_utf8(refusal.answer(program)).unwrap();
                let (head, body) = answer.split_once("\r\n\r\n").unwrap();
                assert!(head.contains(&format!("content-length: {}", body.len())), "{head}");
                assert!(body.contains("什么也没有改动") && body.contains("nothing was changed"), "{body}");
                assert_eq!(head.contains("problem+json"), program);
            }
        }
    }
}
