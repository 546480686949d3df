//! 卡包: a citizen's own certificates.

mod copies;
mod one;
mod show;

use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::citizen::certificates::{Card, WalletPage, wallet as view};
use app::shell::Area;
use app::ui::certificate::State as Standing;
use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use backend::certificates::{Producer, Summary, producers, wallet};
use chrono::NaiveDate;
use domain::permission::Role;
use std::collections::BTreeMap;

/// The addresses of the wallet.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/my/certificates", get(all))
        .route("/my/certificates/{id}", get(one::page))
        .route("/my/certificates/{id}/present", post(show::present).get(show::lapsed))
        .route("/my/certificates/{id}/copies", get(copies::form).post(copies::make))
        .route("/my/certificates/{id}/copies/{copy}", get(copies::page))
}

async fn all(context: Context, State(state): State<AppState>) -> Result<Response, PageError> {
    let (lang, services) = (context.lang, &state.services);
    let actor = context.require(Role::Citizen)?.actor();
    let held = wallet::all(services, &actor).await?;
    let producers = producers(services).await?;
    let today = services.clock.today();
    let mut cards: Vec<_> = held.iter().filter(|one| !one.standing.superseded).collect();
    // What ends first stands first; what does not end, by its name.
    cards.sort_by(|a, b| order(a).cmp(&order(b)));
    let cards = cards.into_iter().map(|one| card(lang, one, &producers, today)).collect();
    let title = lang.t("我的证照", "My certificates");
    Ok(context.page(Area::Citizen, title, Width::Page, move || view(WalletPage { lang, cards })))
}

fn order(one: &Summary) -> (NaiveDate, &str) {
    (one.standing.valid_until.unwrap_or(NaiveDate::MAX), &one.name)
}

fn card(lang: Lang, one: &Summary, producers: &BTreeMap<String, Vec<Producer>>, today: NaiveDate) -> Card {
    Card {
        id: one.id.to_string(),
        name: lang.pick(&one.name, &one.name_en).to_owned(),
        issuer: one.issuer.clone(),
        state: Standing::of(&one.standing, today),
        term: (one.standing.valid_from, one.standing.valid_until),
        renewal: renewal(lang, producers, &one.code),
    }
}

/// The items that grant it once more: id and name.
fn renewal(lang: Lang, producers: &BTreeMap<String, Vec<Producer>>, code: &str) -> Vec<(String, String)> {
    let items = producers.get(code).into_iter().flatten();
    items.map(|item| (item.id.clone(), lang.pick(&item.name, &item.name_en).to_owned())).collect()
}
