//! Windows of a hall.

use super::typed::{Posted, form, is_active, typed, values, wrong};
use crate::state::AppState;
use crate::web::address::At;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::pages::admin::halls::{WindowFormPage, window_form};
use app::pages::admin::values::Values;
use app::shell::Area;
use app::ui::flash::Flash;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use backend::organisation::{self, Hall, Window, WindowForm};
use domain::permission::Role;
use http::StatusCode;
use uuid::Uuid;

pub(super) async fn blank(
    context: Context,
    State(state): State<AppState>,
    At(hall): At<Uuid>,
) -> Result<Response, PageError> {
    context.require(Role::Admin)?;
    let hall = organisation::hall(&state.services.db, hall).await?;
    Ok(shown(&context, &hall, None, Values::default(), StatusCode::OK))
}

pub(super) async fn show(
    context: Context,
    State(state): State<AppState>,
    At((hall, window)): At<(Uuid, Uuid)>,
) -> Result<Response, PageError> {
    context.require(Role::Admin)?;
    let (hall, window) = both(&state, hall, window).await?;
    let values = values(&WindowForm::of(&window))?;
    Ok(shown(&context, &hall, Some(&window), values, StatusCode::OK))
}

/// The window, if it is in that hall.
async fn both(state: &AppState, hall: Uuid, window: Uuid) -> Result<(Hall, Window), PageError> {
    let window = organisation::window(&state.services.db, window).await?;
    if window.hall_id != hall {
        return Err(PageError::not_found());
    }
    Ok((organisation::hall(&state.services.db, hall).await?, window))
}

pub(super) async fn create(
    context: Context,
    State(state): State<AppState>,
    At(hall): At<Uuid>,
    Form(posted): Posted,
) -> Result<Response, PageError> {
    context.require(Role::Admin)?;
    let hall = organisation::hall(&state.services.db, hall).await?;
    save(context, state, hall, None, posted).await
}

pub(super) async fn edit(
    context: Context,
    State(state): State<AppState>,
    At((hall, window)): At<(Uuid, Uuid)>,
    Form(posted): Posted,
) -> Result<Response, PageError> {
    context.require(Role::Admin)?;
    let (hall, window) = both(&state, hall, window).await?;
    save(context, state, hall, Some(window), posted).await
}

async fn save(
    context: Context,
    state: AppState,
    hall: Hall,
    window: Option<Window>,
    posted: Vec<(String, String)>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Admin)?.actor();
    let typed = typed(posted);
    let form: WindowForm = form(&typed)?;
    let id = window.as_ref().map(|window| window.id);
    match organisation::save_window(&state.services, &actor, hall.id, id, &form).await {
        Ok(_) => {
            let flash = Flash::done(
                format!("已保存窗口 {}。", form.number),
                format!("Window {} was saved.", form.number),
            );
            context.redirect_with(flash, &format!("/admin/halls/{}", hall.id)).await
        }
        Err(error) => {
            let values = Values { errors: wrong(error)?, typed };
            Ok(shown(&context, &hall, window.as_ref(), values, StatusCode::UNPROCESSABLE_ENTITY))
        }
    }
}

pub(super) async fn active(
    context: Context,
    State(state): State<AppState>,
    At((hall, window)): At<(Uuid, Uuid)>,
    Form(posted): Posted,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Admin)?.actor();
    let (hall, window) = both(&state, hall, window).await?;
    let active = is_active(posted);
    organisation::set_window_active(&state.services, &actor, window.id, active).await?;
    let number = &window.number;
    let flash = if active {
        Flash::done(format!("窗口 {number} 已启用。"), format!("Window {number} is in use again."))
    } else {
        Flash::done(format!("窗口 {number} 已停用。"), format!("Window {number} is out of use."))
    };
    context.redirect_with(flash, &format!("/admin/halls/{}", hall.id)).await
}

fn shown(
    context: &Context,
    hall: &Hall,
    window: Option<&Window>,
    values: Values,
    status: StatusCode,
) -> Response {
    let lang = context.lang;
    let page = WindowFormPage {
        lang,
        hall: hall.id.to_string(),
        hall_name: lang.pick(&hall.name, &hall.name_en).to_owned(),
        id: window.map(|window| window.id.to_string()),
        active: window.is_none_or(|window| window.active),
        values,
    };
    let mut frame = context.frame(Area::Admin, lang.t("窗口", "Window"), Width::Full);
    // Also where it answers a post to an address that is no page.
    frame.path = format!("/admin/halls/{}/windows/{}", page.hall, page.id.as_deref().unwrap_or("new"));
    Context::html(status, frame, move || window_form(page))
}
