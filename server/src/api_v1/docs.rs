//! What the OpenAPI document says beside the routes.

use axum::response::{IntoResponse as _, Response};
use http::header;
use utoipa::openapi::OpenApi as Document;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Yihao API",
        version = "1",
        description = "一号一窗一网一次：政务服务接口。Instants are ISO 8601 with offset +08:00, days ISO 8601, money fen as \
            integers. Errors are `application/problem+json` in the language of `Accept-Language` (zh by default). Fields may \
            be added; none changes its meaning."
    ),
    modifiers(&Bearer),
    tags(
        (name = "session", description = "Sign in and out"),
        (name = "items", description = "The catalogue"),
        (name = "persons", description = "People, for the counter"),
        (name = "cases", description = "Applications and what becomes of them"),
        (name = "certificates", description = "Electronic certificates"),
        (name = "supervision", description = "Figures"),
    )
)]
struct Base;

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, document: &mut Document) {
        let bearer = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some("The token of POST /api/v1/session."))
            .build();
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
    }
}

pub(super) fn base() -> Document {
    Base::openapi()
}

/// `GET /api/v1/openapi.json`
pub(super) async fn served(text: String) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], text).into_response()
}
