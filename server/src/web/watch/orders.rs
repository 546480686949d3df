//! Orders, as supervision sees them.

use super::{alerts, lines};
use crate::state::AppState;
use crate::web::address::At;
use crate::web::admin::typed::{Posted, refused, typed};
use crate::web::context::Context;
use crate::web::desk::answer;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::admin::values::Values;
use app::pages::watch::Place;
use app::pages::watch::new_order::{NewOrderPage, new_order, title as new_title};
use app::pages::watch::order::{OrderPage, order as one_view};
use app::pages::watch::orders::{OrdersAddress, OrdersPage, orders as view, title};
use app::shell::Area;
use app::ui::file_field::{KeptFile, RefusedFile};
use app::ui::flash::Flash;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use backend::uploads::MAX_SIZE;
use backend::watch::{self, Alert, Deed, NewOrder, OrderQuery, Subject};
use domain::field_error::{FieldCode, FieldError};
use domain::permission::{Actor, Role};
use domain::watch::{Card, OrderAction, OrderState};
use http::StatusCode;
use serde::Deserialize;
use std::collections::BTreeMap;
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

fn area(place: Place) -> Area {
    match place {
        Place::Review => Area::Review,
        Place::Supervise => Area::Supervise,
    }
}

pub(super) async fn new(
    context: Context,
    State(state): State<AppState>,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let chosen = chosen(&asked);
    if chosen.is_empty() {
        let flash = Flash::refused("请先选中至少一条监察提醒。", "Tick at least one alert first.");
        return context.redirect_with(flash, "/supervise/watch").await;
    }
    write(&context, &state, &actor, chosen, None, StatusCode::OK).await
}

fn chosen(pairs: &[(String, String)]) -> Vec<Uuid> {
    let ids = pairs.iter().filter(|(name, _)| name == "alert").filter_map(|(_, id)| id.parse().ok());
    ids.take(200).collect()
}

/// The form; filled in with what the rules say where nothing was typed yet.
async fn write(
    context: &Context,
    state: &AppState,
    actor: &Actor,
    ids: Vec<Uuid>,
    values: Option<Values>,
    status: StatusCode,
) -> Result<Response, PageError> {
    let (lang, services) = (context.lang, &state.services);
    let mut found = Vec::new();
    for id in ids {
        found.push(watch::alert(services, actor, id).await?);
    }
    let first = found.first().ok_or_else(PageError::not_found)?;
    let department = lang.pick(&first.department, &first.department_en).to_owned();
    let mixed = found.iter().any(|alert| alert.department_id != first.department_id);
    let mut values = values.unwrap_or_else(|| first_words(lang, &found));
    let mut status = status;
    if mixed && values.errors.is_empty() {
        values.errors.push(FieldError::new("alerts", FieldCode::Choice));
        status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    let page = NewOrderPage {
        lang,
        department: if mixed { String::new() } else { department },
        alerts: found.into_iter().map(|row| lines::alert(lang, row)).collect(),
        limits: lines::limits(services, lang),
        stale: status == StatusCode::CONFLICT,
        values,
    };
    answer::page(context, Area::Supervise, status, new_title(lang), move || new_order(&page)).await
}

/// The gravest card, the shortest limit, and words to begin with.
fn first_words(lang: Lang, alerts: &[Alert]) -> Values {
    let card = alerts.iter().map(|alert| alert.card).max().unwrap_or(Card::Yellow);
    let days = alerts.iter().map(|alert| alert.reply).min().unwrap_or(3);
    let words = lang.t(
        "经电子监察，你单位办理的下列办件存在所列问题。请核实原因，提出整改措施，并在期限内书面回复。",
        "Watch has found the following in cases of your department. Find out why, say what is done about it, and reply by the day given.",
    );
    let pairs =
        [("card", card.as_str().to_owned()), ("workdays", days.to_string()), ("words", words.to_owned())];
    Values {
        typed: pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        errors: Vec::new(),
    }
}

pub(super) async fn issue(
    context: Context,
    State(state): State<AppState>,
    Form(posted): Posted,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let ids = chosen(&posted);
    let typed = typed(posted.into_iter().filter(|(name, _)| name != "alert").collect());
    let text = |name: &str| typed.get(name).map(String::as_str).unwrap_or_default();
    let order = NewOrder {
        alerts: ids.clone(),
        card: Card::parse(text("card")).unwrap_or(Card::Yellow),
        workdays: text("workdays").trim().parse().unwrap_or_default(),
        words: text("words").to_owned(),
    };
    match watch::issue(&state.services, &actor, order).await {
        Ok(id) => {
            let flash = Flash::done(
                "督办单已发出，部门负责人可以看到。",
                "The order was issued; the head of the department sees it.",
            );
            context.redirect_with(flash, &Place::Supervise.order(&id.to_string())).await
        }
        Err(error) if lines::is_stale(&error) => {
            let values = Values { typed, errors: Vec::new() };
            write(&context, &state, &actor, ids, Some(values), StatusCode::CONFLICT).await
        }
        Err(error) => {
            let values = refused(typed, error)?;
            write(&context, &state, &actor, ids, Some(values), StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

pub(super) async fn one(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    shown(&context, &state, &actor, Place::Supervise, id, Again::default()).await
}

/// What a form brought that is shown again.
pub(super) struct Again {
    pub values: Values,
    pub kept: Vec<KeptFile>,
    pub refused: RefusedFile,
    pub status: StatusCode,
}

impl Default for Again {
    fn default() -> Self {
        let (values, kept, refused) = Default::default();
        Self { values, kept, refused, status: StatusCode::OK }
    }
}

impl Again {
    /// What is wrong with what was typed, or that somebody was faster.
    pub fn because(typed: BTreeMap<String, String>, error: backend::Error) -> Result<Self, PageError> {
        if lines::is_stale(&error) {
            let values = Values { typed, errors: Vec::new() };
            return Ok(Self { values, status: StatusCode::CONFLICT, ..Self::default() });
        }
        Ok(Self {
            values: refused(typed, error)?,
            status: StatusCode::UNPROCESSABLE_ENTITY,
            ..Self::default()
        })
    }
}

/// The order's page.
pub(super) async fn shown(
    context: &Context,
    state: &AppState,
    actor: &Actor,
    place: Place,
    id: Uuid,
    again: Again,
) -> Result<Response, PageError> {
    let (lang, services) = (context.lang, &state.services);
    let found = watch::order(services, actor, id).await?;
    let notes = match place {
        Place::Supervise => lines::notes(services, actor, Subject::Order(id)).await?,
        Place::Review => Vec::new(),
    };
    let number = watch::number(found.year, found.serial);
    let Again { values, kept, refused, status } = again;
    let page = OrderPage {
        lang,
        place,
        id: id.to_string(),
        number: number.clone(),
        department: lang.pick(&found.department, &found.department_en).to_owned(),
        order: found.order,
        late: found.late,
        version: found.version,
        words: found.words,
        issued_by: found.issued_by,
        issued_at: found.issued_at,
        alerts: found.alerts.into_iter().map(|row| lines::alert(lang, row)).collect(),
        events: found.events.into_iter().map(lines::happened).collect(),
        notes,
        limits: lines::limits(services, lang),
        megabytes: MAX_SIZE / 1024 / 1024,
        values,
        kept,
        refused,
        stale: status == StatusCode::CONFLICT,
    };
    answer::page(context, area(place), status, number, move || one_view(&page)).await
}

pub(super) async fn act(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
    Form(posted): Posted,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let typed = typed(posted);
    let text = |name: &str| typed.get(name).map(String::as_str).unwrap_or_default();
    let days = text("workdays").parse().unwrap_or_default();
    let action = match text("action") {
        "accept" => OrderAction::Accept,
        "send_back" => OrderAction::SendBack(days),
        "escalate" => OrderAction::Escalate(days),
        "close" => OrderAction::Close,
        _ => return Err(PageError::not_found()),
    };
    let deed = Deed { action, words: text("words").to_owned(), files: Vec::new() };
    let version = text("version").parse().unwrap_or_default();
    match watch::act(&state.services, &actor, id, version, deed).await {
        Ok(()) => {
            let flash = Flash::done("已处理，记入经过。", "Done; it stands in the history.");
            context.redirect_with(flash, &Place::Supervise.order(&id.to_string())).await
        }
        Err(error) => {
            let again = Again::because(typed, error)?;
            shown(&context, &state, &actor, Place::Supervise, id, again).await
        }
    }
}

pub(super) async fn note(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
    Form(posted): Posted,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let typed = typed(posted);
    let text = typed.get("note").cloned().unwrap_or_default();
    match watch::note(&state.services, &actor, Subject::Order(id), &text).await {
        Ok(()) => context.redirect_with(alerts::noted(), &Place::Supervise.order(&id.to_string())).await,
        Err(error) => {
            let again = Again::because(typed, error)?;
            shown(&context, &state, &actor, Place::Supervise, id, again).await
        }
    }
}
