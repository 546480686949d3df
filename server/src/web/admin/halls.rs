//! The list of halls.

use super::administrator::{Administrator, Answer};
use app::lang::Lang;
use app::pages::admin::halls::{HallRow, HallsPage, halls as view};
use backend::Services;
use backend::organisation::{self, Hall, Window};
use domain::division::DivisionCode;

pub(super) async fn list(admin: Administrator) -> Answer {
    let lang = admin.lang();
    let mut rows = Vec::new();
    for hall in organisation::halls(admin.db()).await? {
        let windows = organisation::windows(admin.db(), hall.id).await?;
        rows.push(row(admin.services(), lang, hall, &windows));
    }
    let page = HallsPage { lang, rows };
    Ok(admin.page(lang.t("大厅与窗口", "Halls and windows"), move || view(page)))
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
