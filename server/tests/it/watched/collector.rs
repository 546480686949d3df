//! A collector of traces: takes OTLP over HTTP and keeps all of it.

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::routing::post;
use opentelemetry_proto::tonic::collector::trace::v1::ExportTraceServiceRequest;
use opentelemetry_proto::tonic::trace::v1::Span;
use prost::Message as _;
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;

type Bodies = Arc<Mutex<Vec<Bytes>>>;

pub struct Collector {
    pub url: String,
    bodies: Bodies,
}

/// All that was told.
pub struct Heard {
    pub raw: Vec<u8>,
    pub spans: Vec<Span>,
    pub service: String,
}

impl Collector {
    pub async fn start() -> Self {
        let bodies = Bodies::default();
        let app = Router::new().route("/v1/traces", post(take)).with_state(bodies.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { url, bodies }
    }

    pub fn heard(&self) -> Heard {
        let bodies = self.bodies.lock().unwrap();
        let decoded: Vec<_> =
            bodies.iter().map(|body| ExportTraceServiceRequest::decode(body.as_ref()).unwrap()).collect();
        let resources: Vec<_> = decoded.into_iter().flat_map(|one| one.resource_spans).collect();
        let service = format!("{:?}", resources[0].resource);
        let scopes = resources.into_iter().flat_map(|one| one.scope_spans);
        Heard { raw: bodies.concat(), spans: scopes.flat_map(|one| one.spans).collect(), service }
    }
}

async fn take(State(bodies): State<Bodies>, body: Bytes) {
    bodies.lock().unwrap().push(body);
}
