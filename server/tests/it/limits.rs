//! What a request may be: each limit says its sentence in both languages, to people as a page and to
//! programs as a problem, and nothing was changed.

mod crowded;
mod data;
mod docs;
mod requests;
mod stopping;
mod wire;

use crate::support::{Answer, City};
use axum::Router;
use axum::body::Body;
use http::{Method, Request, header};
use server::config::Config;
use server::middleware::limits::Limits;
use server::router::router;
use server::site::Site;
use server::state::AppState;
use tower::ServiceExt as _;

/// A portal on the same city, within other limits.
fn within(city: &City, change: impl FnOnce(&mut Limits)) -> (Router, AppState) {
    let mut limits = Limits::default();
    change(&mut limits);
    let config = Config::read(&|_| None, true).unwrap();
    let site = Site::find(Some(city.folder().as_path()));
    let state = AppState::within(city.services.clone(), config, site, limits);
    (router(state.clone()), state)
}

/// A request that is too much of something.
struct Much {
    method: Method,
    path: String,
    fields: Vec<(&'static str, String)>,
    body: Box<dyn Fn() -> Body + Send + Sync>,
}

impl Much {
    fn new(method: Method, path: impl Into<String>) -> Self {
        Self { method, path: path.into(), fields: Vec::new(), body: Box::new(Body::empty) }
    }

    fn field(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.fields.push((name, value.into()));
        self
    }

    fn form(self, text: String) -> Self {
        self.field("content-type", "application/x-www-form-urlencoded").body(move || Body::from(text.clone()))
    }

    fn body(mut self, body: impl Fn() -> Body + Send + Sync + 'static) -> Self {
        self.body = Box::new(body);
        self
    }

    async fn send(&self, app: &Router, extra: (&'static str, &str)) -> Answer {
        let mut request = Request::builder()
            .method(&self.method)
            .uri(&self.path)
            .header(header::HOST, "127.0.0.1:3000")
            .header(extra.0, extra.1);
        for (name, value) in &self.fields {
            request = request.header(*name, value);
        }
        Answer::read(app.clone().oneshot(request.body((self.body)()).unwrap()).await.unwrap()).await
    }
}

/// The page says it in both languages, as the part of a sentence, and no byte is stored.
#[track_caller]
fn is_page(answer: &Answer, status: u16, words: &str) {
    assert_eq!(answer.status.as_u16(), status, "{}", answer.text);
    assert_eq!(answer.header("content-type"), "text/html; charset=utf-8", "{}", answer.text);
    assert!(answer.text.contains(words), "“{words}” is not in {}", answer.text);
    assert!(answer.text.contains("<h1"), "{}", answer.text);
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(answer.header("content-security-policy").contains("default-src 'self'"));
}

/// A page in Chinese and in English, with these words of them.
async fn page(app: &Router, much: &Much, status: u16, words: [&str; 2]) -> Answer {
    let chinese = much.send(app, ("cookie", "yihao_lang=zh")).await;
    is_page(&chinese, status, words[0]);
    let english = much.send(app, ("cookie", "yihao_lang=en")).await;
    is_page(&english, status, words[1]);
    english
}

/// A problem in Chinese and in English, with these words of them.
async fn problem(app: &Router, much: &Much, status: u16, code: &str, words: [&str; 2]) -> Answer {
    let chinese = much.send(app, ("accept-language", "zh-CN")).await.problem(status, code);
    assert!(chinese["detail"].as_str().unwrap().contains(words[0]), "{}", chinese.text);
    let english = much.send(app, ("accept-language", "en")).await.problem(status, code);
    assert!(english["detail"].as_str().unwrap().contains(words[1]), "{}", english.text);
    assert_eq!(english.header("content-language"), "en");
    english
}
