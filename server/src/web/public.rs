//! Pages for everyone: the catalogue, tracking, signing in.

pub mod cards;
mod door;
pub(in crate::web) mod eligibility;
mod find;
mod guidance;
mod guide;
mod home;
mod looks;
mod mains;
mod track;
mod verify;

pub(in crate::web) use guidance::PLAIN;
pub(in crate::web) use guide::origin_of;

use crate::middleware::admission;
use crate::middleware::page_cache::{self, PageCache};
use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::pages::public::help;
use app::render::render;
use app::shell::Area;
use axum::middleware::from_fn_with_state;
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Extension, Router};
use mains::{Main, Mains};

/// The addresses of this area.
pub fn routes(state: &AppState) -> Router<AppState> {
    let same_for_all = Router::new()
        .route("/", get(home::home))
        .route("/items", get(find::items))
        .route("/items/{id}", get(guide::guide))
        .route("/help", get(help_page))
        .layer(Extension(Mains::new()))
        .route_layer(from_fn_with_state(state.clone(), admission::admit_made))
        .route_layer(from_fn_with_state(PageCache::new(state), page_cache::serve));
    Router::new()
        .merge(same_for_all)
        .route("/items/{id}/eligibility", get(eligibility::page).post(eligibility::judge))
        .route("/items/{id}/guidance", get(guidance::page).post(guidance::answer))
        .route("/track", get(track::form).post(track::answer))
        .merge(verify::routes())
        .route("/register", get(door::register_form).post(door::register))
        .route("/sign-in", get(door::sign_in_form).post(door::sign_in))
        .route("/sign-out", post(door::sign_out))
        .route("/language", post(looks::language))
        .route("/look", post(looks::look))
}

async fn help_page(context: Context, mains: Extension<Mains>) -> Result<Response, PageError> {
    let lang = context.lang;
    let make = async { Ok(Main::new(lang.t("帮助", "Help"), render(move || help::help(lang)))) };
    let main = mains.of(&context, make).await?;
    Ok(main.framed(context.frame(Area::Public, &main.title, Width::Page)))
}
