//! One window of a hall.

use super::administrator::{Administrator, Answer};
use super::typed::{Posted, form, is_active, key_or_new, refused, status, typed, values};
use crate::web::address::At;
use crate::web::error::PageError;
use app::pages::admin::values::Values;
use app::pages::admin::window::{WindowPage, window as view};
use app::ui::flash::Flash;
use axum::Form;
use axum::response::Response;
use backend::organisation::{self, Hall, Window, WindowForm};
use uuid::Uuid;

pub(super) async fn blank(admin: Administrator, At(hall): At<Uuid>) -> Answer {
    let hall = organisation::hall(admin.db(), hall).await?;
    Ok(shown(&admin, &hall, None, Values::default()))
}

pub(super) async fn show(admin: Administrator, At(place): At<(Uuid, Uuid)>) -> Answer {
    let (hall, known) = both(&admin, place).await?;
    let values = values(&WindowForm::of(&known))?;
    Ok(shown(&admin, &hall, Some(known), values))
}

/// The window, if it is in that hall.
async fn both(admin: &Administrator, (hall, window): (Uuid, Uuid)) -> Result<(Hall, Window), PageError> {
    let window = organisation::window(admin.db(), window).await?;
    if window.hall_id != hall {
        return Err(PageError::not_found());
    }
    Ok((organisation::hall(admin.db(), hall).await?, window))
}

pub(super) async fn create(admin: Administrator, At(hall): At<Uuid>, Form(posted): Posted) -> Answer {
    let hall = organisation::hall(admin.db(), hall).await?;
    save(admin, hall, None, posted).await
}

pub(super) async fn edit(admin: Administrator, At(place): At<(Uuid, Uuid)>, Form(posted): Posted) -> Answer {
    let (hall, known) = both(&admin, place).await?;
    save(admin, hall, Some(known), posted).await
}

async fn save(
    admin: Administrator,
    hall: Hall,
    known: Option<Window>,
    posted: Vec<(String, String)>,
) -> Answer {
    let typed = typed(posted);
    let form: WindowForm = form(&typed)?;
    let id = known.as_ref().map(|known| known.id);
    match organisation::save_window(admin.services(), &admin.actor, hall.id, id, &form).await {
        Ok(_) => {
            let number = &form.number;
            let flash = Flash::done(format!("已保存窗口 {number}。"), format!("Window {number} was saved."));
            admin.done(flash, &format!("/admin/halls/{}", hall.id)).await
        }
        Err(error) => Ok(shown(&admin, &hall, known, refused(typed, error)?)),
    }
}

pub(super) async fn active(
    admin: Administrator,
    At(place): At<(Uuid, Uuid)>,
    Form(posted): Posted,
) -> Answer {
    let (hall, window) = both(&admin, place).await?;
    let active = is_active(posted);
    organisation::set_window_active(admin.services(), &admin.actor, window.id, active).await?;
    let number = &window.number;
    let flash = if active {
        Flash::done(format!("窗口 {number} 已启用。"), format!("Window {number} is in use again."))
    } else {
        Flash::done(format!("窗口 {number} 已停用。"), format!("Window {number} is out of use."))
    };
    admin.done(flash, &format!("/admin/halls/{}", hall.id)).await
}

fn shown(admin: &Administrator, hall: &Hall, known: Option<Window>, values: Values) -> Response {
    let lang = admin.lang();
    let id = known.as_ref().map(|known| known.id);
    let status = status(&values);
    let page = WindowPage {
        lang,
        hall: hall.id.to_string(),
        hall_name: lang.pick(&hall.name, &hall.name_en).to_owned(),
        id: id.map(|id| id.to_string()),
        active: known.is_none_or(|known| known.active),
        values,
    };
    let path = format!("/admin/halls/{}/windows/{}", hall.id, key_or_new(id));
    admin.form(status, lang.t("窗口", "Window"), path, move || view(page))
}
