//! A program that calls the API.

use super::Answer;
use axum::Router;
use axum::body::Body;
use http::{Method, Request, StatusCode, header};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use tower::ServiceExt as _;

/// Sends one request at a time, and remembers every answer.
#[derive(Clone)]
pub struct Client {
    app: Router,
    token: Option<String>,
    /// Everything that was ever answered.
    pub heard: Arc<Mutex<Vec<String>>>,
}

impl Client {
    pub fn new(app: Router) -> Self {
        Self { app, token: None, heard: Arc::default() }
    }

    /// The same caller at another server of the same city.
    pub fn at(&self, app: Router) -> Self {
        Self { app, ..self.clone() }
    }

    /// The token of whoever signed in.
    pub fn token(&self) -> &str {
        self.token.as_deref().unwrap_or_default()
    }

    /// Sends a body as it is made.
    pub async fn stream(&self, path: &str, kind: &str, body: Body) -> Answer {
        let token = self.token.as_deref().unwrap_or_default();
        let request = Request::post(path)
            .header(header::HOST, "127.0.0.1:3000")
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .header(header::CONTENT_TYPE, kind);
        let request = request.body(body).unwrap();
        Answer::read(self.app.clone().oneshot(request).await.unwrap()).await
    }

    pub async fn sign_in(mut self, username: &str, password: &str) -> Self {
        let answer =
            self.post("/api/v1/session", json!({ "username": username, "password": password })).await;
        assert_eq!(answer.status, StatusCode::OK, "{username}: {}", answer.text);
        self.token = Some(answer["token"].as_str().unwrap().to_owned());
        self
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, &[], None).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.send(Method::POST, path, &[], Some(body.to_string())).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        self.send(Method::DELETE, path, &[], None).await
    }

    /// Takes in a case under a key.
    pub async fn submit(&self, key: &str, body: Value) -> Answer {
        self.send(Method::POST, "/api/v1/cases", &[("idempotency-key", key)], Some(body.to_string())).await
    }

    /// Does something to a case as it is now.
    pub async fn act(&self, case_no: &str, mut action: Value) -> Answer {
        let path = format!("/api/v1/cases/{case_no}");
        if action.get("version").is_none() {
            action["version"] = self.get(&path).await["version"].clone();
        }
        self.post(&format!("{path}/actions"), action).await
    }

    pub async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<String>,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "127.0.0.1:3000");
        if let Some(token) = &self.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        if body.is_some() && !headers.iter().any(|(name, _)| *name == "content-type") {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(body.map_or_else(Body::empty, Body::from)).unwrap();
        let answer = Answer::read(self.app.clone().oneshot(request).await.unwrap()).await;
        self.heard.lock().unwrap().push(answer.text.clone());
        answer
    }
}
