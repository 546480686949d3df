//! One hall, with its windows.

use super::administrator::{Administrator, Answer};
use super::typed::{Posted, form, is_active, key_or_new, refused, saved, status, typed, values};
use super::windows;
use crate::web::address::At;
use app::pages::admin::hall::{HallPage, hall as view};
use app::pages::admin::values::Values;
use app::ui::flash::Flash;
use axum::Form;
use backend::organisation::{self, Hall, HallForm};
use backend::{Services, places::Place};
use domain::division::DivisionCode;
use uuid::Uuid;

const LIST: &str = "/admin/halls";

pub(super) async fn blank(admin: Administrator) -> Answer {
    shown(&admin, None, Values::default()).await
}

pub(super) async fn show(admin: Administrator, At(id): At<Uuid>) -> Answer {
    let known = organisation::hall(admin.db(), id).await?;
    let values = values(&HallForm::of(&known))?;
    shown(&admin, Some(known), values).await
}

pub(super) async fn create(admin: Administrator, Form(posted): Posted) -> Answer {
    save(admin, None, posted).await
}

pub(super) async fn edit(admin: Administrator, At(id): At<Uuid>, Form(posted): Posted) -> Answer {
    let known = organisation::hall(admin.db(), id).await?;
    save(admin, Some(known), posted).await
}

async fn save(admin: Administrator, known: Option<Hall>, posted: Vec<(String, String)>) -> Answer {
    let typed = typed(posted);
    let form: HallForm = form(&typed)?;
    let id = known.as_ref().map(|known| known.id);
    match organisation::save_hall(admin.services(), &admin.actor, id, &form).await {
        // Its windows come next.
        Ok(id) => admin.done(saved(&form.name), &format!("{LIST}/{id}")).await,
        Err(error) => shown(&admin, known, refused(typed, error)?).await,
    }
}

pub(super) async fn active(admin: Administrator, At(id): At<Uuid>, Form(posted): Posted) -> Answer {
    let active = is_active(posted);
    organisation::set_hall_active(admin.services(), &admin.actor, id, active).await?;
    let flash = if active {
        Flash::done("大厅已启用。", "The hall is in use again.")
    } else {
        Flash::done("大厅已停用。", "The hall is out of use.")
    };
    admin.done(flash, &format!("{LIST}/{id}")).await
}

async fn shown(admin: &Administrator, known: Option<Hall>, values: Values) -> Answer {
    let lang = admin.lang();
    let id = known.as_ref().map(|known| known.id);
    let status = status(&values);
    let page = HallPage {
        lang,
        id: id.map(|id| id.to_string()),
        active: known.is_none_or(|known| known.active),
        divisions: divisions(admin.services(), values.get("division_code")),
        values,
        windows: match id {
            Some(id) => windows::of_hall(admin, id).await?,
            None => Vec::new(),
        },
    };
    let path = format!("{LIST}/{}", key_or_new(id));
    Ok(admin.form(status, lang.t("大厅与窗口", "Halls and windows"), path, move || view(page)))
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
