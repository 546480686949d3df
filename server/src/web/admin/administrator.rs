//! The administrator at work. For everybody else these pages do not exist.

use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::shell::Area;
use app::ui::flash::Flash;
use axum::extract::FromRequestParts;
use axum::response::Response;
use backend::{Db, Services};
use domain::permission::{Actor, Role};
use http::StatusCode;
use http::request::Parts;
use leptos::IntoView;

/// A page, a way on, or why there is neither.
pub(super) type Answer = Result<Response, PageError>;

/// Who asks, and of what.
pub(super) struct Administrator {
    /// The request.
    pub context: Context,
    /// For the use cases.
    pub actor: Actor,
}

impl FromRequestParts<AppState> for Administrator {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, PageError> {
        let context = Context::from_request_parts(parts, state).await?;
        let actor = context.require(Role::Admin)?.actor();
        Ok(Self { context, actor })
    }
}

impl Administrator {
    /// The language.
    pub fn lang(&self) -> Lang {
        self.context.lang
    }

    /// The use cases.
    pub fn services(&self) -> &Services {
        &self.context.state.services
    }

    /// The database.
    pub fn db(&self) -> &Db {
        &self.services().db
    }

    /// A page.
    pub fn page<V: IntoView + 'static>(&self, title: &str, view: impl FnOnce() -> V) -> Response {
        self.context.page(Area::Admin, title, Width::Full, view)
    }

    /// A page that answers a post, by the status of how it went.
    pub fn answer<V: IntoView + 'static>(
        &self,
        status: StatusCode,
        title: &str,
        view: impl FnOnce() -> V,
    ) -> Response {
        Context::html(status, self.context.frame(Area::Admin, title, Width::Full), view)
    }

    /// A form, or what is wrong with it. `path` is where it is found again, for a post may have come
    /// to an address that is no page.
    pub fn form<V: IntoView + 'static>(
        &self,
        status: StatusCode,
        title: &str,
        path: String,
        view: impl FnOnce() -> V,
    ) -> Response {
        let mut frame = self.context.frame(Area::Admin, title, Width::Full);
        frame.path = path;
        Context::html(status, frame, view)
    }

    /// On to another page, which says what was done.
    ///
    /// # Errors
    /// Storage errors.
    pub async fn done(&self, flash: Flash, path: &str) -> Answer {
        self.context.redirect_with(flash, path).await
    }
}
