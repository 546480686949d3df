//! The working calendar.

use super::import::{faults, nothing_chosen};
use super::upload::texts;
use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::admin::calendar::{CalendarPage, Covered, calendar as view};
use app::pages::admin::import::Outcome;
use app::shell::Area;
use axum::extract::{Multipart, RawQuery, State};
use axum::response::Response;
use backend::places::{self, CalendarSummary};
use chrono::Datelike as _;
use domain::permission::Role;
use http::StatusCode;

pub(super) async fn page(
    context: Context,
    State(state): State<AppState>,
    RawQuery(raw): RawQuery,
) -> Result<Response, PageError> {
    context.require(Role::Admin)?;
    let asked = form_urlencoded::parse(raw.as_deref().unwrap_or_default().as_bytes());
    let year = asked.filter(|(name, _)| name == "year").find_map(|(_, value)| value.parse().ok());
    let year = year.filter(|year| (1949..=2200).contains(year));
    shown(&context, &state, year, None, StatusCode::OK).await
}

pub(super) async fn take(
    context: Context,
    State(state): State<AppState>,
    form: Multipart,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Admin)?.actor();
    let lang = context.lang;
    let files = texts(form).await?;
    let Some(json) = files.get("calendar") else {
        return shown(&context, &state, None, Some(nothing_chosen(lang)), StatusCode::UNPROCESSABLE_ENTITY)
            .await;
    };
    match places::import_calendar(&state.services, &actor, json).await {
        Ok(summary) => {
            state.services.reference.reload(&state.services.db).await?;
            let year = Some(summary.to.year());
            shown(&context, &state, year, Some(Outcome::Done(lines(lang, &summary))), StatusCode::OK).await
        }
        Err(error) => {
            let told = faults(lang, error)?;
            shown(&context, &state, None, Some(told), StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

fn lines(lang: Lang, summary: &CalendarSummary) -> Vec<String> {
    let (from, to) = (lang.date(summary.from), lang.date(summary.to));
    let (off, on) = (summary.holidays, summary.workdays);
    vec![
        lang.t(format!("已公布 {from}至{to}"), format!("Announced from {from} to {to}")),
        lang.t(format!("放假 {off} 天，调休上班 {on} 天"), format!("{off} days off, {on} make-up days")),
    ]
}

async fn shown(
    context: &Context,
    state: &AppState,
    year: Option<i32>,
    outcome: Option<Outcome>,
    status: StatusCode,
) -> Result<Response, PageError> {
    let (lang, db) = (context.lang, &state.services.db);
    let today = state.services.clock.today();
    let year = year.unwrap_or_else(|| today.year());
    let covered = places::coverage(db).await?.map(|covered| Covered {
        from: covered.from,
        to: covered.to,
        source: covered.source,
        imported: lang.moment(covered.imported_at),
    });
    let page = CalendarPage { lang, today, covered, year, days: places::days(db, year).await?, outcome };
    let frame = context.frame(Area::Admin, lang.t("工作日历", "Working calendar"), Width::Full);
    Ok(Context::html(status, frame, move || view(page)))
}
