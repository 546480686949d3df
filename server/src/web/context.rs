//! What a page's handler knows of the request: language, look, who is signed in; and how it answers.

use super::cookies;
use super::error::PageError;
use crate::state::AppState;
use app::lang::Lang;
use app::shell::{Area, Frame, Viewer, document};
use app::ui::flash::Flash;
use axum::extract::FromRequestParts;
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use backend::alarms;
use backend::sessions::{self, Session};
use domain::permission::{Actor, Role};
use http::{Method, StatusCode, request::Parts};
use leptos::IntoView;

/// The width of a page's main part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// For reading and one question.
    Page,
    /// For lists and guides.
    Wide,
    /// For desks.
    Full,
}

impl Width {
    fn class(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Wide => "page wide",
            Self::Full => "page full",
        }
    }
}

/// The request as a page's handler sees it.
#[derive(Clone, Debug)]
pub struct Context {
    /// The language chosen.
    pub lang: Lang,
    /// The look chosen.
    pub look: String,
    /// Who is signed in.
    pub session: Option<Session>,
    /// The page's own address with its query.
    pub path: String,
    /// The message of the step before.
    pub flash: Option<Flash>,
    /// Alarms that wait for whoever is signed in, where they are told any.
    pub alarms: Option<u64>,
    /// The state, for what the answer needs.
    pub state: AppState,
}

impl FromRequestParts<AppState> for Context {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, PageError> {
        let jar = CookieJar::from_headers(&parts.headers);
        let session = match jar.get(cookies::session_name(state)) {
            Some(token) => sessions::find(&state.services, token.value()).await?,
            None => None,
        };
        let flash = match &session {
            Some(session) if session.has_flash && parts.method == Method::GET => {
                sessions::take_flash(&state.services, session).await?
            }
            Some(_) | None => None,
        };
        let alarms = waiting(parts, session.as_ref(), state).await?;
        Ok(Self { alarms, ..Self::new(&jar, parts, session, flash, state) })
    }
}

impl Context {
    fn new(
        jar: &CookieJar,
        parts: &Parts,
        session: Option<Session>,
        flash: Option<Flash>,
        state: &AppState,
    ) -> Self {
        let (lang, look) = (cookies::language(jar), cookies::look(jar).to_owned());
        let path = parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        let flash = flash.map(|flash| Flash { lang, ..flash });
        Self { lang, look, session, path, flash, alarms: None, state: state.clone() }
    }

    /// A context without a session: for error pages when storage itself fails.
    pub fn plain(parts: &Parts, state: &AppState) -> Self {
        Self::new(&CookieJar::from_headers(&parts.headers), parts, None, None, state)
    }

    /// Whoever is signed in, as anybody.
    ///
    /// # Errors
    /// Sends to sign in.
    pub fn signed_in(&self) -> Result<&Session, PageError> {
        self.session.as_ref().ok_or_else(|| PageError::SignIn(self.path.clone()))
    }

    /// Whoever is signed in, if in this role. To everybody else the page does not exist.
    ///
    /// # Errors
    /// Sends to sign in, or is not found.
    pub fn require(&self, role: Role) -> Result<&Session, PageError> {
        let session = self.signed_in()?;
        if session.account.role == role { Ok(session) } else { Err(PageError::not_found()) }
    }

    /// Who asks, for use cases that serve everybody.
    pub fn actor(&self) -> Option<Actor> {
        self.session.as_ref().map(Session::actor)
    }

    fn viewer(&self) -> Option<Viewer> {
        let account = &self.session.as_ref()?.account;
        let name = match account.role {
            Role::Citizen => backend::persons::mask_name(&account.name),
            Role::Clerk | Role::Reviewer | Role::Supervisor | Role::Admin | Role::Auditor => {
                account.name.clone()
            }
        };
        Some(Viewer {
            name,
            role: account.role,
            place: String::new(),
            head: account.head,
            alarms: self.alarms,
        })
    }

    /// The frame of a page, to change what differs before [`Context::html`].
    pub fn frame(&self, area: Area, title: impl Into<String>, width: Width) -> Frame {
        Frame {
            lang: self.lang,
            title: title.into(),
            area,
            viewer: self.viewer(),
            look: self.look.clone(),
            path: self.path.clone(),
            flash: self.flash.clone(),
            islands: false,
            live: false,
            body_class: "",
            width: width.class(),
            assets: self.state.site.assets.clone(),
        }
    }

    /// The page as an answer.
    pub fn html<V: IntoView + 'static>(
        status: StatusCode,
        frame: Frame,
        view: impl FnOnce() -> V,
    ) -> Response {
        (status, Html(document(frame, view))).into_response()
    }

    /// A page of the usual kind.
    pub fn page<V: IntoView + 'static>(
        &self,
        area: Area,
        title: impl Into<String>,
        width: Width,
        view: impl FnOnce() -> V,
    ) -> Response {
        Self::html(StatusCode::OK, self.frame(area, title, width), view)
    }

    /// A page shown again because something is wrong with what was typed.
    pub fn invalid<V: IntoView + 'static>(
        &self,
        area: Area,
        title: impl Into<String>,
        width: Width,
        view: impl FnOnce() -> V,
    ) -> Response {
        Self::html(StatusCode::UNPROCESSABLE_ENTITY, self.frame(area, title, width), view)
    }

    /// On to another page (303), after a form.
    pub fn redirect(&self, path: &str) -> Response {
        Redirect::to(path).into_response()
    }

    /// On to another page, with something to say there.
    ///
    /// # Errors
    /// Storage errors.
    pub async fn redirect_with(&self, flash: Flash, path: &str) -> Result<Response, PageError> {
        if let Some(session) = &self.session {
            sessions::set_flash(&self.state.services, session, &flash).await?;
        }
        Ok(self.redirect(path))
    }
}

/// The number in the navigation of those who are told alarms.
async fn waiting(
    parts: &Parts,
    session: Option<&Session>,
    state: &AppState,
) -> Result<Option<u64>, PageError> {
    match session.filter(|_| parts.method == Method::GET).map(|session| session.account.role) {
        Some(Role::Reviewer | Role::Supervisor) => {}
        Some(Role::Citizen | Role::Clerk | Role::Admin | Role::Auditor) | None => return Ok(None),
    }
    let Some(session) = session else { return Ok(None) };
    Ok(Some(alarms::waiting(&state.services, &session.actor()).await?))
}

/// An address of this portal that a form may send back to; anything else leads home.
pub fn own_path(back: &str) -> &str {
    let own = back.starts_with('/') && !back.starts_with("//") && !back.contains(['\\', '\r', '\n']);
    if own { back } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn a_form_never_leads_to_another_site() {
        assert_eq!(own_path("/items?q=x"), "/items?q=x");
        for evil in ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", ""] {
            assert_eq!(own_path(evil), "/", "{evil}");
        }
    }
}
