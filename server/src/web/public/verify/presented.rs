//! What a code shows to whoever scans it.

use super::{disclosed, unreferred};
use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::pages::public::verify::presented::{PresentedPage, presented as view};
use app::shell::Area;
use axum::extract::{Path, State};
use axum::response::Response;
use backend::certificates::present::scan;
use http::StatusCode;

pub(super) async fn page(
    context: Context,
    State(state): State<AppState>,
    Path(token): Path<String>,
) -> Result<Response, PageError> {
    let (lang, services) = (context.lang, &state.services);
    let shown = scan(services, context.actor().as_ref(), &token).await?;
    let (status, title) = match &shown {
        Some(_) => (StatusCode::OK, lang.t("证照查验", "Verify a certificate")),
        None => (StatusCode::GONE, lang.t("二维码已失效", "This code has lapsed")),
    };
    let today = services.clock.today();
    let told = shown.map(|shown| disclosed(lang, shown, today));
    let page = PresentedPage { lang, told, at: services.clock.now() };
    let frame = context.frame(Area::Public, title, Width::Page);
    Ok(unreferred(Context::html(status, frame, move || view(page))))
}
