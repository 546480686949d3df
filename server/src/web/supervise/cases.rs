//! The cases behind a number.

use super::asked::{Parts, names};
use super::wanted::wanted;
use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::desk::rows::lamp;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::supervise::address::{CasesQuery, Query};
use app::pages::supervise::cases::{Row, title};
use app::pages::supervise::measure::Told as _;
use app::pages::supervise::period::Preset;
use app::pages::supervise::{CasesPage, Chip, supervised_cases as view};
use app::shell::Area;
use axum::Form;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use backend::cases::{self, CaseRow};
use backend::{Kind, Services};
use domain::calendar::CITY_OFFSET;
use domain::permission::{Actor, Role};
use http::StatusCode;
use serde::Deserialize;

/// Cases on a page.
pub(super) const PER_PAGE: u64 = 25;

pub(super) async fn list(
    context: Context,
    State(state): State<AppState>,
    RawQuery(raw): RawQuery,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let query = Parts::of(raw.as_deref()).cases();
    let page = build(&state.services, &actor, context.lang, query).await?;
    Ok(shown(&context, StatusCode::OK, page))
}

#[derive(Deserialize)]
pub(super) struct Find {
    #[serde(default)]
    number: String,
}

/// Opens a case by its number. Posted: what is typed here may be anything and stays out of addresses.
pub(super) async fn find(
    context: Context,
    State(state): State<AppState>,
    Form(form): Form<Find>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let number = domain::intake::digits(&form.number);
    match cases::get(&state.services, &actor, &number).await {
        Ok(case) => Ok(context.redirect(&format!("/supervise/cases/{}", case.case_no))),
        Err(error) if matches!(error.kind(), Kind::NotFound) => {
            let mut page =
                build(&state.services, &actor, context.lang, CasesQuery { page: 1, ..CasesQuery::default() })
                    .await?;
            page.not_found = true;
            Ok(shown(&context, StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        Err(error) => Err(error.into()),
    }
}

fn shown(context: &Context, status: StatusCode, page: CasesPage) -> Response {
    let mut frame = context.frame(Area::Supervise, title(page.lang, &page.query), Width::Full);
    if page.not_found {
        // The answer to a post: the language switch leads to the list.
        "/supervise/cases".clone_into(&mut frame.path);
    }
    Context::html(status, frame, move || view(page))
}

async fn build(
    services: &Services,
    actor: &Actor,
    lang: Lang,
    query: CasesQuery,
) -> Result<CasesPage, PageError> {
    let found = cases::list(services, actor, &wanted(&query)).await?;
    let rows = found.rows.into_iter().map(|row| line(services, lang, row)).collect();
    let today = services.clock.today();
    let period = query.period.unwrap_or_else(|| Preset::Month.period(today));
    let figures = Query { heads: query.heads.clone(), ..Query::of(period) };
    Ok(CasesPage {
        lang,
        chips: chips(services, lang, &query).await?,
        back: figures.address(),
        total: found.total,
        pages: found.total.div_ceil(PER_PAGE),
        rows,
        query,
        not_found: false,
    })
}

async fn chips(services: &Services, lang: Lang, query: &CasesQuery) -> Result<Vec<Chip>, PageError> {
    let first = CasesQuery { page: 1, ..query.clone() };
    let measure = query.measure.map(|measure| Chip {
        name: measure.name(lang).to_owned(),
        without: CasesQuery { measure: None, ..first.clone() }.address(),
    });
    let period = query.period.map(|period| Chip {
        name: period.words(lang),
        without: CasesQuery { period: None, ..first.clone() }.address(),
    });
    let named = names(services, lang, &query.heads).await?;
    let heads = named.into_iter().map(|(by, name)| {
        let heads = query.heads.clone().with(by, None);
        Chip { name, without: CasesQuery { heads, ..first.clone() }.address() }
    });
    let cut = query.cut.as_ref().map(|cut| Chip {
        name: cut.words(lang),
        without: CasesQuery { cut: None, ..first.clone() }.address(),
    });
    Ok(measure.into_iter().chain(period).chain(cut).chain(heads).collect())
}

pub(super) fn line(services: &Services, lang: Lang, row: CaseRow) -> Row {
    Row {
        lamp: lamp(services, row.light, row.days_left, row.promised_due, row.statutory_due),
        item: lang.pick(&row.item_name, &row.item_name_en).to_owned(),
        department: lang.pick(&row.department, &row.department_en).to_owned(),
        status: row.status,
        outcome: row.outcome,
        submitted: row.submitted_at.with_timezone(&CITY_OFFSET).date_naive(),
        due: row.promised_due.or(row.statutory_due),
        decided: row.decided_on,
        holder: row.assignee.unwrap_or_default(),
        number: row.case_no,
    }
}
