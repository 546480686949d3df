//! The alerts, and one of them.

use super::lines;
use crate::state::AppState;
use crate::web::address::At;
use crate::web::admin::typed::{Posted, refused, typed};
use crate::web::context::Context;
use crate::web::desk::answer;
use crate::web::error::PageError;
use app::pages::admin::values::Values;
use app::pages::watch::alert::{AlertPage, alert as one_view};
use app::pages::watch::alerts::{AlertsAddress, AlertsPage, Cards, alerts as view, title};
use app::shell::Area;
use app::ui::flash::Flash;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use backend::watch::{self, AlertQuery, Subject};
use domain::permission::Role;
use domain::watch::{AlertState, Card};
use http::StatusCode;
use serde::Deserialize;
use uuid::Uuid;

/// Alerts on a page.
const PER_PAGE: u64 = 25;

/// The address as it comes.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    state: Option<String>,
    card: String,
    rule: String,
    department: String,
    from: String,
    to: String,
    page: String,
}

impl Wanted {
    /// Takes only what it can mean. The page opens with what nobody has dealt with.
    fn address(&self, known: &[(String, String)]) -> AlertsAddress {
        let day =
            |text: &str| text.parse::<chrono::NaiveDate>().map(|day| day.to_string()).unwrap_or_default();
        let narrowed = [&self.card, &self.rule, &self.department, &self.from, &self.to];
        let narrowed = narrowed.iter().any(|text| !text.is_empty());
        let state = match self.state.as_deref() {
            // A number of cards leads to all that give one.
            None if narrowed => None,
            None => Some(AlertState::Open),
            Some(text) => AlertState::parse(text),
        };
        AlertsAddress {
            state,
            carded: self.state.as_deref().map_or(narrowed, |text| text == "carded"),
            card: Card::parse(&self.card),
            rule: known
                .iter()
                .map(|(key, _)| key)
                .find(|key| **key == self.rule)
                .cloned()
                .unwrap_or_default(),
            department: self.department.parse::<Uuid>().map(|id| id.to_string()).unwrap_or_default(),
            from: day(&self.from),
            to: day(&self.to),
            page: self.page.parse().unwrap_or(1).max(1),
        }
    }
}

fn query(address: &AlertsAddress) -> AlertQuery {
    AlertQuery {
        state: address.state,
        carded: address.carded,
        card: address.card,
        rule: Some(address.rule.clone()).filter(|rule| !rule.is_empty()),
        department_id: address.department.parse().ok(),
        from: address.from.parse().ok(),
        to: address.to.parse().ok(),
        page: address.page,
        per_page: PER_PAGE,
    }
}

pub(super) async fn list(
    context: Context,
    State(state): State<AppState>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let (lang, services) = (context.lang, &state.services);
    let rules = services.watch.rules();
    let rules: Vec<(String, String)> = rules
        .iter()
        .map(|rule| (rule.key.clone(), lang.t(rule.name.clone(), rule.name_en.clone())))
        .collect();
    let address = wanted.address(&rules);
    let asked = query(&address);
    let found = watch::alerts(services, &actor, &asked).await?;
    let whole = AlertQuery { state: None, carded: true, card: None, department_id: None, ..asked };
    let cards = watch::cards(services, &actor, &whole).await?.into_iter().map(|row| Cards {
        id: row.id.to_string(),
        name: lang.pick(&row.name, &row.name_en).to_owned(),
        yellow: row.yellow,
        red: row.red,
    });
    let page = AlertsPage {
        lang,
        total: found.total,
        pages: found.total.div_ceil(PER_PAGE),
        rules,
        departments: lines::departments(services, lang).await?,
        lines: found.rows.into_iter().map(|row| lines::alert(lang, row)).collect(),
        cards: cards.collect(),
        query: address,
    };
    answer::page(&context, Area::Supervise, StatusCode::OK, title(lang), move || view(&page)).await
}

pub(super) async fn one(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
) -> Result<Response, PageError> {
    shown(&context, &state, id, Values::default(), StatusCode::OK).await
}

async fn shown(
    context: &Context,
    state: &AppState,
    id: Uuid,
    values: Values,
    status: StatusCode,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let (lang, services) = (context.lang, &state.services);
    let found = watch::alert(services, &actor, id).await?;
    let page = AlertPage {
        lang,
        article: lang.t(found.article.clone(), found.article_en.clone()),
        found_at: found.found_at,
        settled: found.settled.clone(),
        notes: lines::notes(services, &actor, Subject::Alert(id)).await?,
        stale: status == StatusCode::CONFLICT,
        line: lines::alert(lang, found),
        values,
    };
    let title = page.line.rule.clone();
    answer::page(context, Area::Supervise, status, title, move || one_view(&page)).await
}

pub(super) async fn dismiss(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
    Form(posted): Posted,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let typed = typed(posted);
    let reason = typed.get("reason").cloned().unwrap_or_default();
    match watch::dismiss(&state.services, &actor, id, &reason).await {
        Ok(()) => {
            let flash = Flash::done("已记为不予督办。", "The alert was dismissed.");
            context.redirect_with(flash, &format!("/supervise/watch/{id}")).await
        }
        Err(error) if lines::is_stale(&error) => {
            let values = Values { typed, errors: Vec::new() };
            shown(&context, &state, id, values, StatusCode::CONFLICT).await
        }
        Err(error) => {
            let values = refused(typed, error)?;
            shown(&context, &state, id, values, StatusCode::UNPROCESSABLE_ENTITY).await
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
    match watch::note(&state.services, &actor, Subject::Alert(id), &text).await {
        Ok(()) => context.redirect_with(noted(), &format!("/supervise/watch/{id}")).await,
        Err(error) => {
            let values = refused(typed, error)?;
            shown(&context, &state, id, values, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// What is said after a note.
pub(super) fn noted() -> Flash {
    Flash::done("备注已记下。", "The note was written down.")
}

/// A note on a case, from its page.
pub(super) async fn note_on_case(
    context: Context,
    State(state): State<AppState>,
    At(case_no): At<String>,
    Form(posted): Posted,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let text = typed(posted).remove("note").unwrap_or_default();
    let subject = Subject::case(&state.services, &case_no).await?;
    let flash = match watch::note(&state.services, &actor, subject, &text).await {
        Ok(()) => noted(),
        Err(error) => {
            refused(std::collections::BTreeMap::new(), error)?;
            Flash::refused(
                "备注没有记下：不能空，也不能超过 2000 字。",
                "The note was not written down: 1 to 2000 characters.",
            )
        }
    };
    context.redirect_with(flash, &format!("/supervise/cases/{case_no}")).await
}
