//! Pages of staff: with their keys awake, and with the place where somebody sits.

use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::shell::{Area, Viewer};
use axum::http::StatusCode;
use axum::response::Response;
use backend::organisation;
use backend::sessions::Session;
use domain::permission::Role;
use leptos::IntoView;

/// A page of the counter.
pub(super) async fn answer<V: IntoView + 'static>(
    context: &Context,
    status: StatusCode,
    title: impl Into<String>,
    view: impl FnOnce() -> V,
) -> Result<Response, PageError> {
    page(context, Area::Desk, status, title, view).await
}

/// A page of staff.
pub async fn page<V: IntoView + 'static>(
    context: &Context,
    area: Area,
    status: StatusCode,
    title: impl Into<String>,
    view: impl FnOnce() -> V,
) -> Result<Response, PageError> {
    let mut frame = context.frame(area, title, Width::Full);
    frame.islands = true;
    if let (Some(viewer), Some(session)) = (frame.viewer.take(), &context.session) {
        frame.viewer = Some(Viewer { place: place(context, session).await?, ..viewer });
    }
    Ok(Context::html(status, frame, view))
}

/// Hall and window, or the department.
async fn place(context: &Context, session: &Session) -> Result<String, PageError> {
    let (lang, db) = (context.lang, &context.state.services.db);
    let account = &session.account;
    if account.role != Role::Clerk {
        return Ok(match account.department_id {
            Some(id) => {
                let department = organisation::department(db, id).await?;
                lang.pick(&department.name, &department.name_en).to_owned()
            }
            None => String::new(),
        });
    }
    let mut parts = Vec::new();
    if let Some(id) = account.hall_id {
        let hall = organisation::hall(db, id).await?;
        parts.push(lang.pick(&hall.name, &hall.name_en).to_owned());
    }
    if let Some(id) = account.window_id {
        let number = organisation::window(db, id).await?.number;
        parts.push(lang.t(format!("{number} 窗口"), format!("Window {number}")));
    }
    Ok(parts.join(" · "))
}
