//! Departments.

use super::typed::{Posted, form, is_active, typed, values, wrong};
use crate::state::AppState;
use crate::web::address::At;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::pages::admin::departments::{
    DepartmentFormPage, DepartmentRow, DepartmentsPage, department_form, departments as view,
};
use app::pages::admin::values::Values;
use app::shell::Area;
use app::ui::flash::Flash;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use backend::accounts;
use backend::organisation::{self, Department, DepartmentForm};
use domain::permission::Role;
use http::StatusCode;
use uuid::Uuid;

const HOME: &str = "/admin/departments";

pub(super) async fn list(context: Context, State(state): State<AppState>) -> Result<Response, PageError> {
    let actor = context.require(Role::Admin)?.actor();
    let (services, lang) = (&state.services, context.lang);
    let staff = accounts::staff(services, &actor).await?;
    let index = services.catalogue.index();
    let row = |one: Department| DepartmentRow {
        items: index.cards().filter(|card| card.department_key == one.key).count(),
        staff: staff.iter().filter(|account| account.active && account.department_id == Some(one.id)).count(),
        id: one.id.to_string(),
        name: lang.pick(&one.name, &one.name_en).to_owned(),
        key: one.key,
        uscc: one.uscc,
        phone: one.phone.unwrap_or_default(),
        active: one.active,
    };
    let rows = organisation::departments(&services.db).await?.into_iter().map(row).collect();
    let page = DepartmentsPage { lang, rows };
    Ok(context.page(Area::Admin, lang.t("部门", "Departments"), Width::Full, move || view(page)))
}

pub(super) async fn blank(context: Context) -> Result<Response, PageError> {
    context.require(Role::Admin)?;
    Ok(shown(&context, None, Values::default(), StatusCode::OK))
}

pub(super) async fn show(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
) -> Result<Response, PageError> {
    context.require(Role::Admin)?;
    let department = organisation::department(&state.services.db, id).await?;
    let values = values(&DepartmentForm::of(&department))?;
    Ok(shown(&context, Some((id, department.active)), values, StatusCode::OK))
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
    let department = organisation::department(&state.services.db, id).await?;
    save(context, state, Some((id, department.active)), posted).await
}

async fn save(
    context: Context,
    state: AppState,
    known: Option<(Uuid, bool)>,
    posted: Vec<(String, String)>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Admin)?.actor();
    let typed = typed(posted);
    let form: DepartmentForm = form(&typed)?;
    match organisation::save_department(&state.services, &actor, known.map(|(id, _)| id), &form).await {
        Ok(_) => {
            state.services.catalogue.reload().await?;
            let flash = Flash::done(format!("已保存 {}。", form.name), format!("{} was saved.", form.name));
            context.redirect_with(flash, HOME).await
        }
        Err(error) => {
            let values = Values { errors: wrong(error)?, typed };
            Ok(shown(&context, known, values, StatusCode::UNPROCESSABLE_ENTITY))
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
    organisation::set_department_active(&state.services, &actor, id, active).await?;
    let flash = if active {
        Flash::done("部门已启用。", "The department is in use again.")
    } else {
        Flash::done("部门已停用。", "The department is out of use.")
    };
    context.redirect_with(flash, &format!("{HOME}/{id}")).await
}

fn shown(context: &Context, known: Option<(Uuid, bool)>, values: Values, status: StatusCode) -> Response {
    let lang = context.lang;
    let page = DepartmentFormPage {
        lang,
        id: known.map(|(id, _)| id.to_string()),
        active: known.is_none_or(|(_, active)| active),
        values,
    };
    let frame = context.frame(Area::Admin, lang.t("部门", "Departments"), Width::Full);
    Context::html(status, frame, move || department_form(page))
}
