//! 考核方案: schemes, their entries as they stand, and the scores that come of them.

mod import;
mod score;
mod score_view;
mod tree;

use crate::state::AppState;
use crate::web::admin::upload::BYTES;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::supervise::schemes::{SchemeLine, SchemesPage, schemes as view, title};
use app::shell::Area;
use app::ui::flash::Flash;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Form, Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use backend::assessment::{self, SchemeCard};
use domain::assessment::Text;
use domain::permission::Role;
use serde::Deserialize;

/// The addresses of this part.
pub(super) fn routes() -> Router<AppState> {
    let upload = get(import::blank).post(import::take).layer(DefaultBodyLimit::max(BYTES));
    Router::new()
        .route("/supervise/schemes", get(list))
        .route("/supervise/schemes/import", upload)
        .route("/supervise/schemes/{key}", get(tree::page))
        .route("/supervise/schemes/{key}/force", post(force))
        .route("/supervise/schemes/{key}/scores", get(score::page).post(score::enter))
        .route("/supervise/schemes/{key}/settle", post(score::settle))
}

async fn list(context: Context, State(state): State<AppState>) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let lang = context.lang;
    let cards = assessment::schemes(&state.services, &actor).await?;
    let page = SchemesPage { lang, lines: cards.into_iter().map(|card| line(lang, card)).collect() };
    Ok(context.page(Area::Supervise, title(lang), Width::Full, move || view(page)))
}

fn line(lang: Lang, card: SchemeCard) -> SchemeLine {
    let by = card.imported_by.unwrap_or_default();
    SchemeLine {
        name: words(lang, &card.name),
        city: words(lang, &card.city),
        imported: format!("{} {by}", lang.moment(card.imported_at)).trim().to_owned(),
        key: card.key,
        version: card.version,
        document: card.document,
        active: card.active,
        entries: card.entries,
        reported: card.reported,
    }
}

/// The text in the page's language.
fn words(lang: Lang, text: &Text) -> String {
    lang.pick(&text.zh, &text.en).to_owned()
}

/// Put in force, or out of it.
#[derive(Deserialize)]
struct Force {
    version: i32,
    force: String,
}

async fn force(
    context: Context,
    State(state): State<AppState>,
    Path(key): Path<String>,
    Form(asked): Form<Force>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let on = asked.force == "on";
    assessment::activate(&state.services, &actor, &key, asked.version, on).await?;
    let flash = if on {
        Flash::done("方案已启用。", "The scheme is in force.")
    } else {
        Flash::done(
            "方案已停用，已填报的内容都保留。",
            "The scheme is out of force. Everything put in is kept.",
        )
    };
    context.redirect_with(flash, "/supervise/schemes").await
}
