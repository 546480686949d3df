//! What goes wrong before there is a request: said over the bare socket, in both languages.

use super::data::Stored;
use super::within;
use crate::journeys;
use crate::story::application;
use crate::support::City;
use server::listener::{self, Stage};
use server::middleware::limits::Limits;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// No answer takes longer, on however slow a machine.
const LONG: Duration = Duration::from_secs(60);

/// A portal at a socket.
struct Open {
    address: SocketAddr,
    stage: watch::Sender<Stage>,
    server: JoinHandle<usize>,
}

impl Open {
    async fn new(city: &City, change: impl FnOnce(&mut Limits)) -> Self {
        let (app, state) = within(city, change);
        let socket = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = socket.local_addr().unwrap();
        let (stage, reached) = watch::channel(Stage::Open);
        let limits = state.limits.clone();
        let server = tokio::spawn(async move { listener::serve(socket, app, &limits, reached, LONG).await });
        Self { address, stage, server }
    }

    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    /// Everything that is answered to these bytes, until the connection ends.
    async fn say(&self, bytes: &[u8]) -> String {
        let mut stream = self.connect().await;
        stream.write_all(bytes).await.unwrap();
        rest(&mut stream).await
    }
}

async fn rest(stream: &mut TcpStream) -> String {
    let mut all = Vec::new();
    timeout(LONG, stream.read_to_end(&mut all)).await.unwrap().unwrap();
    String::from_utf8(all).unwrap()
}

/// One answer of a connection that stays open.
async fn one(stream: &mut TcpStream) -> String {
    let (mut all, mut room) = (Vec::new(), [0; 4096]);
    loop {
        let read = timeout(LONG, stream.read(&mut room)).await.unwrap().unwrap();
        all.extend_from_slice(&room[..read]);
        let text = String::from_utf8_lossy(&all).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        if length.is_none_or(|length| body.len() >= length.parse().unwrap()) {
            return text;
        }
    }
}

#[track_caller]
fn told(answer: &str, status: &str, kind: &str) {
    assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{answer}");
    assert!(answer.contains(kind), "{answer}");
    assert!(answer.contains("什么也没有改动") && answer.contains("nothing was changed"), "{answer}");
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.contains(&format!("content-length: {}", body.len())), "{answer}");
}

const PAGE: &str = "text/html; charset=utf-8";
const PROBLEM: &str = "application/problem+json";

journeys! {
    async fn what_is_no_request_is_told(city: City) {
        let before = Stored::of(&city).await;
        let open = Open::new(&city, |_| {}).await;
        told(&open.say(b"what is this\r\n\r\n").await, "400", PAGE);
        told(&open.say(b"POST /api/v1/cases HTTP/1.1\r\nbroken field\r\n\r\n").await, "400", PROBLEM);
        let much = format!("GET / HTTP/1.1\r\nHost: a\r\nX: {}\r\n\r\n", "x".repeat(300 * 1024));
        let answer = open.say(much.as_bytes()).await;
        // By hyper or, where it read all of it at once, by the portal.
        assert!(answer.starts_with("HTTP/1.1 431 ") && answer.contains("什么也没有改动"), "{answer}");
        let many = format!("GET /api/v1/items HTTP/1.1\r\n{}\r\n", "X: y\r\n".repeat(200));
        told(&open.say(many.as_bytes()).await, "431", PROBLEM);
        let long = format!("GET /{} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "x".repeat(20 * 1024));
        let answer = open.say(long.as_bytes()).await;
        assert!(answer.starts_with("HTTP/1.1 414 ") && answer.contains("什么也没有改动"), "{answer}");
        assert_eq!(Stored::of(&city).await, before);
    }

    async fn who_drips_the_head_is_told_and_who_says_nothing_is_not(city: City) {
        let open = Open::new(&city, |limits| {
            limits.head_time = Duration::from_millis(100);
            limits.idle_time = Duration::from_millis(300);
        }).await;
        told(&open.say(b"POST /sign-in HTTP/1.1\r\nHost:").await, "408", PAGE);
        told(&open.say(b"POST /api/v1/cases HTTP/1.1\r\nHost:").await, "408", PROBLEM);
        assert_eq!(open.say(b"").await, "", "nobody is owed a word");
        let mut stream = open.connect().await;
        stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
        let answer = rest(&mut stream).await;
        assert!(answer.starts_with("HTTP/1.1 200 ") && answer.ends_with("}"), "one answer, then the end: {answer}");
    }

    async fn too_many_connections_are_told(city: City) {
        let open = Open::new(&city, |limits| limits.connections = 1).await;
        let mut first = open.connect().await;
        first.write_all(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
        assert!(one(&mut first).await.starts_with("HTTP/1.1 200 "));
        let answer = open.say(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n").await;
        told(&answer, "503", PAGE);
        assert!(answer.contains("retry-after: 10"), "{answer}");
        drop(first);
        // The place is given back, as soon as the end was noticed.
        let taken = async { while !open.say(b"GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").await.starts_with("HTTP/1.1 200 ") {} };
        timeout(LONG, taken).await.unwrap();
    }

    async fn a_browser_that_sends_too_much_still_reads_the_answer(city: City) {
        let before = Stored::of(&city).await;
        let open = Open::new(&city, |_| {}).await;
        let mut stream = open.connect().await;
        let bytes = 90 * 1024 * 1024;
        let head = format!("POST /uploads HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: {bytes}\r\n\r\n");
        stream.write_all(head.as_bytes()).await.unwrap();
        let piece = vec![b'x'; 1024 * 1024];
        for _ in 0..90 {
            // As browsers do: everything is sent before anything is read.
            if stream.write_all(&piece).await.is_err() {
                break;
            }
        }
        let answer = rest(&mut stream).await;
        assert!(answer.starts_with("HTTP/1.1 413 ") && answer.contains("一次最多上传 80 MB"), "{answer}");
        assert_eq!(Stored::of(&city).await, before);
    }

    async fn the_end_is_told_to_each_connection_and_what_is_at_work_is_answered(city: City) {
        let clerk = city.signed_in("clerk").await;
        let open = Open::new(&city, |_| {}).await;
        let mut quiet = open.connect().await;
        quiet.write_all(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
        assert!(!one(&mut quiet).await.contains("connection: close"));
        let mut just_come = open.connect().await;
        // A request of which the last byte is still missing.
        let body = application(80, "王秀英").to_string();
        let mut sending = open.connect().await;
        let head = format!(
            "POST /api/v1/cases HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {}\r\nIdempotency-Key: k\r\nExpect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            clerk.token(), body.len()
        );
        sending.write_all(head.as_bytes()).await.unwrap();
        // The portal asks for the body: it is at work.
        assert!(one(&mut sending).await.starts_with("HTTP/1.1 100 "));
        sending.write_all(&body.as_bytes()[..body.len() - 1]).await.unwrap();
        open.stage.send_replace(Stage::Leaving);
        assert_eq!(rest(&mut quiet).await, "", "who waits for nothing is let go");
        just_come.write_all(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
        let first = rest(&mut just_come).await;
        assert!(first.starts_with("HTTP/1.1 200 ") && first.contains("connection: close"), "{first}");
        let late = open.say(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n").await;
        assert!(late.starts_with("HTTP/1.1 200 ") && late.contains("connection: close"), "{late}");
        open.stage.send_replace(Stage::Closed);
        sending.write_all(&body.as_bytes()[body.len() - 1..]).await.unwrap();
        let answer = rest(&mut sending).await;
        assert!(answer.starts_with("HTTP/1.1 201 ") && answer.contains("case_no"), "{answer}");
        assert_eq!(open.server.await.unwrap(), 0, "nobody was cut off");
        assert!(TcpStream::connect(open.address).await.is_err(), "nobody listens");
    }
}
