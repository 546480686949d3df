//! Halls.

use super::typed::{Posted, form, is_active, typed, values, wrong};
use crate::state::AppState;
use crate::web::address::At;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::admin::halls::{HallFormPage, HallRow, HallsPage, WindowRow, hall_form, halls as view};
use app::pages::admin::values::Values;
use app::shell::Area;
use app::ui::flash::Flash;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use backend::accounts::{self, Account};
use backend::organisation::{self, Hall, HallForm, Window, WindowKind};
use backend::{Services, places::Place};
use domain::division::DivisionCode;
use domain::permission::{Actor, Role};
use http::StatusCode;
use uuid::Uuid;

const HOME: &str = "/admin/halls";

pub(super) async fn list(context: Context, State(state): State<AppState>) -> Result<Response, PageError> {
    context.require(Role::Admin)?;
    let (services, lang) = (&state.services, context.lang);
    let mut rows = Vec::new();
    for hall in organisation::halls(&services.db).await? {
        let windows = organisation::windows(&services.db, hall.id).await?;
        rows.push(row(services, lang, hall, &windows));
    }
    let page = HallsPage { lang, rows };
    Ok(context
        .page(Area::Admin, lang.t("大厅与窗口", "Halls and windows"), Width::Full, move || view(page)))
}

fn row(services: &Services, lang: Lang, hall: Hall, windows: &[Window]) -> HallRow {
    let division = DivisionCode::parse(&hall.division_code).ok();
    HallRow {
        id: hall.id.to_string(),
        name: lang.pick(&hall.name, &hall.name_en).to_owned(),
        division: division.map(|code| services.reference.path(code)).unwrap_or_default(),
        address: lang.pick(&hall.address, &hall.address_en).to_owned(),
        hours: lang.pick(&hall.hours, &hall.hours_en).to_owned(),
        windows: (windows.iter().filter(|window| window.active).count(), windows.len()),
        active: hall.active,
    }
}

pub(super) async fn blank(context: Context, State(state): State<AppState>) -> Result<Response, PageError> {
    context.require(Role::Admin)?;
    Ok(shown(&context, &state.services, None, Values::default(), Vec::new(), StatusCode::OK))
}

pub(super) async fn show(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Admin)?.actor();
    let hall = organisation::hall(&state.services.db, id).await?;
    let values = values(&HallForm::of(&hall))?;
    let windows = windows(&state.services, &actor, id).await?;
    Ok(shown(&context, &state.services, Some((id, hall.active)), values, windows, StatusCode::OK))
}

pub(super) async fn create(
    context: Context,
    State(state): State<AppState>,
    Form(posted): Posted,
) -> Result<Response, PageError> {
    context.require(Role::Admin)?;
    save(context, state, None, posted).await
}

pub(super) async fn edit(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
    Form(posted): Posted,
) -> Result<Response, PageError> {
    context.require(Role::Admin)?;
    let hall = organisation::hall(&state.services.db, id).await?;
    save(context, state, Some((id, hall.active)), posted).await
}

async fn save(
    context: Context,
    state: AppState,
    known: Option<(Uuid, bool)>,
    posted: Vec<(String, String)>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Admin)?.actor();
    let typed = typed(posted);
    let form: HallForm = form(&typed)?;
    match organisation::save_hall(&state.services, &actor, known.map(|(id, _)| id), &form).await {
        Ok(id) => {
            let flash = Flash::done(format!("已保存 {}。", form.name), format!("{} was saved.", form.name));
            context.redirect_with(flash, &format!("{HOME}/{id}")).await
        }
        Err(error) => {
            let values = Values { errors: wrong(error)?, typed };
            let windows = match known {
                Some((id, _)) => windows(&state.services, &actor, id).await?,
                None => Vec::new(),
            };
            Ok(shown(&context, &state.services, known, values, windows, StatusCode::UNPROCESSABLE_ENTITY))
        }
    }
}

pub(super) async fn active(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
    Form(posted): Posted,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Admin)?.actor();
    let active = is_active(posted);
    organisation::set_hall_active(&state.services, &actor, id, active).await?;
    let flash = if active {
        Flash::done("大厅已启用。", "The hall is in use again.")
    } else {
        Flash::done("大厅已停用。", "The hall is out of use.")
    };
    context.redirect_with(flash, &format!("{HOME}/{id}")).await
}

async fn windows(services: &Services, actor: &Actor, hall: Uuid) -> Result<Vec<WindowRow>, PageError> {
    let staff = accounts::staff(services, actor).await?;
    let windows = organisation::windows(&services.db, hall).await?;
    Ok(windows.into_iter().map(|window| window_row(&staff, window)).collect())
}

fn window_row(staff: &[Account], window: Window) -> WindowRow {
    let sits = |one: &&Account| one.active && one.window_id == Some(window.id);
    let clerks: Vec<&str> = staff.iter().filter(sits).map(|one| one.name.as_str()).collect();
    WindowRow {
        id: window.id.to_string(),
        clerks: clerks.join(" · "),
        number: window.number,
        name: window.name,
        general: window.kind == WindowKind::General,
        active: window.active,
    }
}

fn shown(
    context: &Context,
    services: &Services,
    known: Option<(Uuid, bool)>,
    values: Values,
    windows: Vec<WindowRow>,
    status: StatusCode,
) -> Response {
    let lang = context.lang;
    let page = HallFormPage {
        lang,
        id: known.map(|(id, _)| id.to_string()),
        active: known.is_none_or(|(_, active)| active),
        divisions: divisions(services, values.get("division_code")),
        values,
        windows,
    };
    let frame = context.frame(Area::Admin, lang.t("大厅与窗口", "Halls and windows"), Width::Full);
    Context::html(status, frame, move || hall_form(page))
}

/// The city and its districts; and the one stored, should it lie elsewhere.
fn divisions(services: &Services, stored: &str) -> Vec<(String, String)> {
    let reference = &services.reference;
    let city = reference.city().and_then(|code| reference.place(code));
    let below: Vec<Place> = city.iter().flat_map(|city| reference.children(Some(city.code))).collect();
    let mut options: Vec<(String, String)> = city
        .into_iter()
        .chain(below)
        .map(|place| (place.code.to_string(), reference.path(place.code)))
        .collect();
    if !stored.is_empty() && !options.iter().any(|(code, _)| code == stored) {
        let name = DivisionCode::parse(stored).map(|code| reference.path(code)).unwrap_or_default();
        options.push((stored.to_owned(), if name.is_empty() { stored.to_owned() } else { name }));
    }
    options
}
