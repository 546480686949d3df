//! The list of staff.

use super::administrator::{Administrator, Answer};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::admin::staff::{StaffPage, StaffRow, staff as view};
use axum::extract::RawQuery;
use backend::accounts::{self, Account};
use backend::{Services, organisation};
use domain::permission::Role;
use std::collections::HashMap;
use uuid::Uuid;

pub(super) async fn list(admin: Administrator, RawQuery(raw): RawQuery) -> Answer {
    let lang = admin.lang();
    let asked = form_urlencoded::parse(raw.as_deref().unwrap_or_default().as_bytes());
    let role = asked.filter(|(name, _)| name == "role").find_map(|(_, value)| Role::parse(&value));
    let all = accounts::staff(admin.services(), &admin.actor).await?;
    let names = Names::load(admin.services(), lang).await?;
    let of = |role| all.iter().filter(|account| account.role == role).count();
    let counts = Role::ALL.into_iter().filter(|role| role.is_staff()).map(|role| (role, of(role))).collect();
    let shown = all.into_iter().filter(|account| role.is_none_or(|role| account.role == role));
    let rows = shown.map(|account| row(&names, account)).collect();
    let page = StaffPage { lang, role, counts, rows };
    Ok(admin.page(lang.t("人员", "Staff"), move || view(page)))
}

/// Names of places, by key.
pub(super) struct Names {
    /// Departments in the order of lists.
    pub departments: Vec<(Uuid, String)>,
    /// Halls.
    pub halls: Vec<(Uuid, String)>,
    /// Windows with their halls: key, hall, text.
    pub windows: Vec<(Uuid, Uuid, String)>,
}

impl Names {
    /// Reads them all; there are few.
    pub async fn load(services: &Services, lang: Lang) -> Result<Self, PageError> {
        let departments = organisation::departments(&services.db).await?;
        let halls = organisation::halls(&services.db).await?;
        let mut windows = Vec::new();
        for hall in &halls {
            let name = lang.pick(&hall.name, &hall.name_en);
            for window in organisation::windows(&services.db, hall.id).await? {
                windows.push((window.id, hall.id, format!("{name} {}", window.number)));
            }
        }
        Ok(Self {
            departments: departments
                .into_iter()
                .map(|one| (one.id, lang.pick(&one.name, &one.name_en).to_owned()))
                .collect(),
            halls: halls
                .into_iter()
                .map(|one| (one.id, lang.pick(&one.name, &one.name_en).to_owned()))
                .collect(),
            windows,
        })
    }

    fn place(&self, account: &Account) -> String {
        let halls: HashMap<Uuid, &String> = self.halls.iter().map(|(id, name)| (*id, name)).collect();
        let window = self.windows.iter().find(|(id, ..)| Some(*id) == account.window_id);
        match window {
            Some((.., text)) => text.clone(),
            None => {
                account.hall_id.and_then(|id| halls.get(&id)).map(|name| (*name).clone()).unwrap_or_default()
            }
        }
    }

    fn department(&self, id: Option<Uuid>) -> String {
        let found = self.departments.iter().find(|(one, _)| Some(*one) == id);
        found.map(|(_, name)| name.clone()).unwrap_or_default()
    }
}

fn row(names: &Names, account: Account) -> StaffRow {
    StaffRow {
        id: account.id.to_string(),
        department: names.department(account.department_id),
        place: names.place(&account),
        username: account.username.unwrap_or_default(),
        name: account.name,
        role: account.role,
        active: account.active,
        last_sign_in: account.last_sign_in_at,
    }
}
