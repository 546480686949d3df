//! One keep-alive connection to a server on this machine, which may vanish at any moment; what drives
//! and what tortures a portal speak to it through this.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use bytes::Bytes;
use http::{HeaderMap, Method, Request, header};
use http_body_util::{BodyExt as _, Full};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::timeout;

/// Nobody waits longer for an answer; what comes later counts as cut off.
const PATIENCE: Duration = Duration::from_secs(30);

/// What is asked, ready to be asked again and again.
#[derive(Clone, Debug)]
pub struct Call {
    /// GET or POST.
    pub method: Method,
    /// Path and query.
    pub path: String,
    /// Name and value.
    pub headers: Vec<(&'static str, String)>,
    /// Empty for GET.
    pub body: Bytes,
}

impl Call {
    /// Reads a page as a browser does, which takes compressed answers.
    pub fn get(path: &str) -> Self {
        Self { method: Method::GET, path: path.to_owned(), headers: Vec::new(), body: Bytes::new() }
    }

    /// Sends JSON.
    pub fn json(path: &str, body: &Value) -> Self {
        let call = Self { method: Method::POST, body: Bytes::from(body.to_string()), ..Self::get(path) };
        call.with(header::CONTENT_TYPE.as_str(), "application/json")
    }

    /// Sends a form.
    pub fn form(path: &str, body: String) -> Self {
        let call = Self { method: Method::POST, body: Bytes::from(body), ..Self::get(path) };
        call.with(header::CONTENT_TYPE.as_str(), "application/x-www-form-urlencoded")
    }

    /// Adds a header.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// In somebody's name.
    #[must_use]
    pub fn by(self, token: &str) -> Self {
        self.with(header::AUTHORIZATION.as_str(), format!("Bearer {token}"))
    }
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// All headers.
    pub headers: HeaderMap,
    /// The body as sent.
    pub body: Bytes,
}

impl Answer {
    /// The body, if the status is the one hoped for.
    ///
    /// # Errors
    /// With status and body, where it is another.
    pub fn expect(self, status: u16) -> Result<Bytes> {
        ensure!(self.status == status, "answered {}: {}", self.status, String::from_utf8_lossy(&self.body));
        Ok(self.body)
    }

    /// The body as JSON, if the status is the one hoped for.
    ///
    /// # Errors
    /// As [`Answer::expect`], and where the body is no JSON.
    pub fn json(self, status: u16) -> Result<Value> {
        Ok(serde_json::from_slice(&self.expect(status)?)?)
    }

    /// The body as JSON, whatever the status; what is none tells nothing.
    pub fn value(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or(Value::Null)
    }

    /// The body as text, for telling what went wrong.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A connection.
#[derive(Debug)]
pub struct Client {
    sender: SendRequest<Full<Bytes>>,
    address: String,
}

impl Client {
    /// Connects to `127.0.0.1:port`.
    ///
    /// # Errors
    /// Where nobody listens.
    pub async fn connect(address: &str) -> Result<Self> {
        let stream = TcpStream::connect(address).await.with_context(|| format!("nobody at {address}"))?;
        Self::over(stream, address).await
    }

    /// Connects from a certain address of this machine: one address alone runs out of ports when
    /// connections are closed as quickly as they are made.
    ///
    /// # Errors
    /// Where nobody listens, or the address is not of this machine.
    pub async fn connect_from(source: SocketAddr, address: &str) -> Result<Self> {
        let socket = TcpSocket::new_v4()?;
        socket.bind(source)?;
        let stream = socket.connect(address.parse()?).await?;
        Self::over(stream, address).await
    }

    async fn over(stream: TcpStream, address: &str) -> Result<Self> {
        stream.set_nodelay(true)?;
        let (sender, connection) = handshake(TokioIo::new(stream)).await?;
        // It ends with the sender; a broken connection shows at the next call.
        tokio::spawn(connection);
        Ok(Self { sender, address: address.to_owned() })
    }

    /// Whether another request may be sent.
    pub fn is_open(&self) -> bool {
        !self.sender.is_closed()
    }

    /// Sends one request and reads the whole answer.
    ///
    /// # Errors
    /// Where it was cut off: nobody knows then whether it was done.
    pub async fn send(&mut self, call: &Call) -> Result<Answer> {
        let mut request = Request::builder().method(&call.method).uri(&call.path);
        request = request.header(header::HOST, &self.address);
        for (name, value) in &call.headers {
            request = request.header(*name, value);
        }
        let request = request.body(Full::new(call.body.clone()))?;
        timeout(PATIENCE, self.answer(request)).await.context("no answer in time")?
    }

    async fn answer(&mut self, request: Request<Full<Bytes>>) -> Result<Answer> {
        self.sender.ready().await?;
        let (head, body) = self.sender.send_request(request).await?.into_parts();
        let body = body.collect().await?.to_bytes();
        Ok(Answer { status: head.status.as_u16(), headers: head.headers, body })
    }
}

/// One request over a connection of its own.
///
/// # Errors
/// Where nobody answers.
pub async fn ask(address: &str, call: &Call) -> Result<Answer> {
    Client::connect(address).await?.send(call).await
}
