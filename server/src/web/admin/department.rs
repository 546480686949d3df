//! One department.

use super::administrator::{Administrator, Answer};
use super::typed::{Posted, form, is_active, key_or_new, refused, saved, status, typed, values};
use crate::web::address::At;
use app::pages::admin::department::{DepartmentPage, department as view};
use app::pages::admin::values::Values;
use app::ui::flash::Flash;
use axum::Form;
use axum::response::Response;
use backend::organisation::{self, Department, DepartmentForm};
use uuid::Uuid;

const LIST: &str = "/admin/departments";

pub(super) async fn blank(admin: Administrator) -> Answer {
    Ok(shown(&admin, None, Values::default()))
}

pub(super) async fn show(admin: Administrator, At(id): At<Uuid>) -> Answer {
    let known = organisation::department(admin.db(), id).await?;
    let values = values(&DepartmentForm::of(&known))?;
    Ok(shown(&admin, Some(known), values))
}

pub(super) async fn create(admin: Administrator, Form(posted): Posted) -> Answer {
    save(admin, None, posted).await
}

pub(super) async fn edit(admin: Administrator, At(id): At<Uuid>, Form(posted): Posted) -> Answer {
    let known = organisation::department(admin.db(), id).await?;
    save(admin, Some(known), posted).await
}

async fn save(admin: Administrator, known: Option<Department>, posted: Vec<(String, String)>) -> Answer {
    let typed = typed(posted);
    let form: DepartmentForm = form(&typed)?;
    let id = known.as_ref().map(|known| known.id);
    match organisation::save_department(admin.services(), &admin.actor, id, &form).await {
        Ok(_) => {
            admin.services().catalogue.reload().await?;
            admin.done(saved(&form.name), LIST).await
        }
        Err(error) => Ok(shown(&admin, known, refused(typed, error)?)),
    }
}

pub(super) async fn active(admin: Administrator, At(id): At<Uuid>, Form(posted): Posted) -> Answer {
    let active = is_active(posted);
    organisation::set_department_active(admin.services(), &admin.actor, id, active).await?;
    let flash = if active {
        Flash::done("部门已启用。", "The department is in use again.")
    } else {
        Flash::done("部门已停用。", "The department is out of use.")
    };
    admin.done(flash, &format!("{LIST}/{id}")).await
}

fn shown(admin: &Administrator, known: Option<Department>, values: Values) -> Response {
    let lang = admin.lang();
    let id = known.as_ref().map(|known| known.id);
    let status = status(&values);
    let page = DepartmentPage {
        lang,
        id: id.map(|id| id.to_string()),
        active: known.is_none_or(|known| known.active),
        values,
    };
    let path = format!("{LIST}/{}", key_or_new(id));
    admin.form(status, lang.t("部门", "Departments"), path, move || view(page))
}
