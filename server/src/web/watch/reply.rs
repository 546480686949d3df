//! The orders to a department, and its reply. Only its head knows of them.

use super::order::{Again, shown};
use super::orders::{Wanted, listed};
use crate::state::AppState;
use crate::web::address::At;
use crate::web::context::Context;
use crate::web::error::PageError;
use crate::web::review::posted::Posted;
use app::pages::admin::values::Values;
use app::pages::watch::Place;
use app::ui::file_field::{KeptFile, RefusedFile};
use app::ui::flash::Flash;
use axum::extract::{Query, Request, State};
use axum::response::Response;
use backend::watch::{self, AlertQuery, Deed};
use domain::permission::{Actor, Role};
use domain::watch::OrderAction;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Alerts shown below the orders.
const NEWEST: u64 = 20;

fn head(context: &Context) -> Result<Actor, PageError> {
    let actor = context.require(Role::Reviewer)?.actor();
    if actor.head { Ok(actor) } else { Err(PageError::not_found()) }
}

pub(super) async fn list(
    context: Context,
    State(state): State<AppState>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let actor = head(&context)?;
    let newest = AlertQuery { page: 1, per_page: NEWEST, ..AlertQuery::default() };
    let alerts = watch::of_department(&state.services, &actor, &newest).await?.rows;
    listed(&context, &state, &actor, Place::Review, &wanted, Vec::new(), alerts).await
}

pub(super) async fn one(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
) -> Result<Response, PageError> {
    let actor = head(&context)?;
    shown(&context, &state, &actor, Place::Review, id, Again::default()).await
}

pub(super) async fn answer(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
    request: Request,
) -> Result<Response, PageError> {
    let actor = head(&context)?;
    let posted = Posted::read(&state, &actor, request).await?;
    if let Some((status, why)) = posted.untaken(context.lang) {
        let refused = RefusedFile { material: String::new(), why };
        let values = Values { typed: typed(&posted), errors: Vec::new() };
        let again = Again { values, kept: kept(&posted), refused, status };
        return shown(&context, &state, &actor, Place::Review, id, again).await;
    }
    let deed = Deed { action: OrderAction::Answer, words: posted.text("words"), files: posted.uploads() };
    let version = posted.value("version").parse().unwrap_or_default();
    match watch::act(&state.services, &actor, id, version, deed).await {
        Ok(()) => {
            let flash = Flash::done("回复已提交监察部门。", "The reply was sent to supervision.");
            context.redirect_with(flash, &Place::Review.order(&id.to_string())).await
        }
        Err(error) => {
            let again = Again { kept: kept(&posted), ..Again::because(typed(&posted), error)? };
            shown(&context, &state, &actor, Place::Review, id, again).await
        }
    }
}

fn typed(posted: &Posted) -> BTreeMap<String, String> {
    BTreeMap::from([("words".to_owned(), posted.value("words").to_owned())])
}

fn kept(posted: &Posted) -> Vec<KeptFile> {
    let files = posted.typed().files.into_iter();
    files
        .map(|(id, file)| KeptFile { id, name: file.name, size: file.size, material: String::new() })
        .collect()
}
