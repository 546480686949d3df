//! The auditor's page.

use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::admin::audit::{AuditPage, AuditQuery, AuditRow, Break, Verdict, audit as view};
use app::shell::Area;
use axum::Router;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use axum::routing::{get, post};
use backend::Services;
use backend::audit::{self, Act, Fault, TrailQuery};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::calendar::CITY_OFFSET;
use domain::permission::{Actor, Role};
use http::StatusCode;

/// The addresses of this area.
pub fn routes() -> Router<AppState> {
    Router::new().route("/audit", get(page)).route("/audit/verify", post(verify))
}

async fn page(
    context: Context,
    State(state): State<AppState>,
    RawQuery(raw): RawQuery,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Auditor)?.actor();
    let page = build(&state.services, &actor, context.lang, read(raw.as_deref())).await?;
    Ok(shown(&context, page))
}

/// Walks the whole chain. Posted, because it is work and not a page to come back to.
async fn verify(context: Context, State(state): State<AppState>) -> Result<Response, PageError> {
    let actor = context.require(Role::Auditor)?.actor();
    let verdict = audit::verify(&state.services, &actor).await?;
    let mut page =
        build(&state.services, &actor, context.lang, AuditQuery { page: 1, ..AuditQuery::default() }).await?;
    page.verdict = Some(told(verdict));
    Ok(shown(&context, page))
}

fn shown(context: &Context, page: AuditPage) -> Response {
    let mut frame = context.frame(Area::Audit, context.lang.t("审计记录", "Audit trail"), Width::Full);
    if page.verdict.is_some() {
        // The answer to a post: the language switch leads to the trail.
        "/audit".clone_into(&mut frame.path);
    }
    Context::html(StatusCode::OK, frame, move || view(page))
}

fn read(raw: Option<&str>) -> AuditQuery {
    let mut query = AuditQuery { page: 1, ..AuditQuery::default() };
    for (name, value) in form_urlencoded::parse(raw.unwrap_or_default().as_bytes()) {
        match name.as_ref() {
            "action" => query.action = value.into_owned(),
            "account" => query.account = value.trim().to_owned(),
            "from" => query.from = value.parse().ok(),
            "to" => query.to = value.parse().ok(),
            "page" => query.page = value.parse().unwrap_or(1).max(1),
            _ => {}
        }
    }
    query
}

async fn build(
    services: &Services,
    actor: &Actor,
    lang: Lang,
    query: AuditQuery,
) -> Result<AuditPage, PageError> {
    let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let wanted = TrailQuery {
        action: given(&query.action),
        username: given(&query.account),
        from: query.from.and_then(start_of),
        before: query.to.and_then(|day| day.succ_opt()).and_then(start_of),
        page: query.page,
    };
    let found = audit::trail(services, actor, &wanted).await?;
    Ok(AuditPage {
        lang,
        actions: audit::actions(services, actor).await?,
        total: found.total,
        pages: found.total.div_ceil(audit::PER_PAGE),
        rows: found.acts.into_iter().map(line).collect(),
        query,
        verdict: None,
    })
}

/// The first moment of a day in the city.
fn start_of(day: NaiveDate) -> Option<DateTime<Utc>> {
    let midnight = day.and_time(NaiveTime::MIN).and_local_timezone(CITY_OFFSET).single();
    midnight.map(|at| at.with_timezone(&Utc))
}

fn line(act: Act) -> AuditRow {
    let Act { at, who, role, action, subject, detail, seq } = act;
    AuditRow { at, who: who.unwrap_or_default(), role, action, subject, detail: flat(&detail), seq }
}

/// Particulars in one line: `role: clerk · username: clerk`.
fn flat(detail: &serde_json::Value) -> String {
    let text = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match detail.as_object() {
        Some(parts) => {
            let parts = parts.iter().filter(|(_, value)| !value.is_null());
            let parts: Vec<String> = parts.map(|(name, value)| format!("{name}: {}", text(value))).collect();
            parts.join(" · ")
        }
        None if detail.is_null() => String::new(),
        None => text(detail),
    }
}

fn told(verdict: audit::Verdict) -> Verdict {
    let word = |fault| match fault {
        Fault::Missing => Break::Missing,
        Fault::Altered => Break::Altered,
        Fault::TailCut => Break::TailCut,
        Fault::TailForged => Break::TailForged,
        Fault::HeadForged => Break::HeadForged,
    };
    Verdict {
        sealed: verdict.sealed,
        unsealed: verdict.unsealed,
        head: verdict.head,
        breaks: verdict.faults.into_iter().map(|found| (found.seq, word(found.fault))).collect(),
    }
}
