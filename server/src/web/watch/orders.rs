//! Orders, as supervision lists them.

use super::lines;
use crate::state::AppState;
use crate::web::context::Context;
use crate::web::desk::answer;
use crate::web::error::PageError;
use app::pages::watch::Place;
use app::pages::watch::orders::{OrdersAddress, OrdersPage, orders as view, title};
use app::shell::Area;
use axum::extract::{Query, State};
use axum::response::Response;
use backend::watch::{self, Alert, OrderQuery};
use domain::permission::{Actor, Role};
use domain::watch::{Card, OrderState};
use http::StatusCode;
use serde::Deserialize;
use uuid::Uuid;

/// Orders on a page.
const PER_PAGE: u64 = 25;

/// The address as it comes.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    state: String,
    card: String,
    department: String,
    page: String,
}

impl Wanted {
    fn address(&self) -> OrdersAddress {
        OrdersAddress {
            state: OrderState::parse(&self.state),
            late: self.state == "late",
            card: Card::parse(&self.card),
            department: self.department.parse::<Uuid>().map(|id| id.to_string()).unwrap_or_default(),
            page: self.page.parse().unwrap_or(1).max(1),
        }
    }
}

pub(super) async fn list(
    context: Context,
    State(state): State<AppState>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let departments = lines::departments(&state.services, context.lang).await?;
    listed(&context, &state, &actor, Place::Supervise, &wanted, departments, Vec::new()).await
}

pub(super) async fn listed(
    context: &Context,
    state: &AppState,
    actor: &Actor,
    place: Place,
    wanted: &Wanted,
    departments: Vec<(String, String)>,
    alerts: Vec<Alert>,
) -> Result<Response, PageError> {
    let (lang, address) = (context.lang, wanted.address());
    let asked = OrderQuery {
        state: address.state,
        card: address.card,
        department_id: address.department.parse().ok(),
        year: None,
        late: address.late,
        page: address.page,
        per_page: PER_PAGE,
    };
    let found = watch::orders(&state.services, actor, &asked).await?;
    let page = OrdersPage {
        lang,
        place,
        query: address,
        total: found.total,
        pages: found.total.div_ceil(PER_PAGE),
        departments,
        lines: found.rows.into_iter().map(|row| lines::order(lang, row)).collect(),
        alerts: alerts.into_iter().map(|row| lines::alert(lang, row)).collect(),
    };
    answer::page(context, area(place), StatusCode::OK, title(lang), move || view(&page)).await
}

pub(super) fn area(place: Place) -> Area {
    match place {
        Place::Review => Area::Review,
        Place::Supervise => Area::Supervise,
    }
}
