//! The list of departments.

use super::administrator::{Administrator, Answer};
use app::pages::admin::departments::{DepartmentRow, DepartmentsPage, departments as view};
use backend::accounts;
use backend::organisation::{self, Department};

pub(super) async fn list(admin: Administrator) -> Answer {
    let lang = admin.lang();
    let staff = accounts::staff(admin.services(), &admin.actor).await?;
    let index = admin.services().catalogue.index();
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
    let rows = organisation::departments(admin.db()).await?.into_iter().map(row).collect();
    let page = DepartmentsPage { lang, rows };
    Ok(admin.page(lang.t("部门", "Departments"), move || view(page)))
}
