//! 预警与督办: the alarms of whoever looks, and taking note of one. Reviewers have the same page.

use crate::state::AppState;
use crate::web::context::{Context, own_path};
use crate::web::desk::answer;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::supervise::alarms::{AlarmsAddress, AlarmsPage, Line, Place, alarms as view, title};
use app::shell::Area;
use app::ui::flash::Flash;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use backend::alarms::{self, AlarmQuery, AlarmRow};
use backend::organisation;
use domain::alarm::AlarmKind;
use domain::permission::Role;
use http::StatusCode;
use serde::Deserialize;
use uuid::Uuid;

/// Alarms on a page.
const PER_PAGE: u64 = 25;

/// The address as it comes.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Wanted {
    list: String,
    kind: String,
    department: String,
    page: String,
}

impl Wanted {
    /// Takes only what it can mean; what remains needs no escaping.
    fn address(&self, place: Place) -> AlarmsAddress {
        AlarmsAddress {
            place,
            seen: self.list == "noted",
            kind: AlarmKind::parse(&self.kind),
            department: self.department.parse::<Uuid>().ok().map(|id| id.to_string()),
            page: self.page.parse().unwrap_or(1).max(1),
        }
    }
}

pub(super) async fn list(
    context: Context,
    State(state): State<AppState>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    show(&context, &state, Place::Supervise, &wanted).await
}

pub(super) async fn note(
    context: Context,
    State(state): State<AppState>,
    Path(id): Path<String>,
    Form(noted): Form<Noted>,
) -> Result<Response, PageError> {
    take_note(&context, &state, Place::Supervise, &id, &noted).await
}

/// The page, to those whose it is.
pub(in crate::web) async fn show(
    context: &Context,
    state: &AppState,
    place: Place,
    wanted: &Wanted,
) -> Result<Response, PageError> {
    let (lang, services) = (context.lang, &state.services);
    let actor = context.require(role(place))?.actor();
    let query = wanted.address(place);
    let asked = AlarmQuery {
        seen: query.seen,
        kind: query.kind,
        department_id: query.department.as_ref().and_then(|id| id.parse().ok()),
        page: query.page,
        per_page: PER_PAGE,
    };
    let found = alarms::list(services, &actor, &asked).await?;
    let waiting = match query.seen {
        true => {
            let asked = AlarmQuery { seen: false, page: 1, per_page: 1, ..asked };
            alarms::list(services, &actor, &asked).await?.total
        }
        false => found.total,
    };
    let page = AlarmsPage {
        lang,
        waiting,
        total: found.total,
        pages: found.total.div_ceil(PER_PAGE),
        departments: departments(state, lang, place).await?,
        lines: found.rows.into_iter().map(|row| line(lang, row)).collect(),
        query,
    };
    answer::page(context, area(place), StatusCode::OK, title(lang), move || view(page)).await
}

/// Where the button leads back to.
#[derive(Deserialize)]
pub(in crate::web) struct Noted {
    #[serde(default)]
    back: String,
}

/// Takes note, and leads back to the list.
pub(in crate::web) async fn take_note(
    context: &Context,
    state: &AppState,
    place: Place,
    id: &str,
    noted: &Noted,
) -> Result<Response, PageError> {
    let actor = context.require(role(place))?.actor();
    let id: Uuid = id.parse().map_err(|_| PageError::not_found())?;
    alarms::take_note(&state.services, &actor, id).await?;
    let flash = Flash::done("记下了：您知道这条提醒。", "Noted: you know of this alarm.");
    context.redirect_with(flash, own_path(&noted.back)).await
}

fn role(place: Place) -> Role {
    match place {
        Place::Review => Role::Reviewer,
        Place::Supervise => Role::Supervisor,
    }
}

fn area(place: Place) -> Area {
    match place {
        Place::Review => Area::Review,
        Place::Supervise => Area::Supervise,
    }
}

/// To choose from; a reviewer has one department and no choice.
async fn departments(state: &AppState, lang: Lang, place: Place) -> Result<Vec<(String, String)>, PageError> {
    if place == Place::Review {
        return Ok(Vec::new());
    }
    let all = organisation::departments(&state.services.db).await?;
    Ok(all.iter().map(|one| (one.id.to_string(), lang.pick(&one.name, &one.name_en).to_owned())).collect())
}

fn line(lang: Lang, row: AlarmRow) -> Line {
    Line {
        id: row.id.to_string(),
        item: lang.pick(&row.item_name, &row.item_name_en).to_owned(),
        department: lang.pick(&row.department, &row.department_en).to_owned(),
        number: row.case_no,
        status: row.status,
        kind: row.kind,
        rank: row.rank,
        basis: row.basis,
        step: row.step,
        at: row.raised_at,
        seen: row.seen,
    }
}
