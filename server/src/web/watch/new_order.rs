//! An order written for alerts of one department.

use super::lines;
use crate::state::AppState;
use crate::web::admin::typed::{Posted, refused, typed};
use crate::web::context::Context;
use crate::web::desk::answer;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::admin::values::Values;
use app::pages::watch::Place;
use app::pages::watch::new_order::{NewOrderPage, new_order, title};
use app::shell::Area;
use app::ui::flash::Flash;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use backend::watch::{self, Alert, NewOrder};
use domain::field_error::{FieldCode, FieldError};
use domain::permission::{Actor, Role};
use domain::watch::Card;
use http::StatusCode;
use uuid::Uuid;

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
    answer::page(context, Area::Supervise, status, title(lang), move || new_order(&page)).await
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
