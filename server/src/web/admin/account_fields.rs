//! The fields of a staff account, between the page and the account.

use app::pages::admin::values::Values;
use backend::accounts::{Account, StaffForm};
use backend::{Error, Services, organisation};
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Role;
use std::collections::BTreeMap;
use uuid::Uuid;

/// What the account says.
pub(super) fn values_of(account: &Account) -> Values {
    let key = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
    let fields = [
        ("username", account.username.clone().unwrap_or_default()),
        ("name", account.name.clone()),
        ("role", account.role.as_str().to_owned()),
        ("department_id", key(account.department_id)),
        ("hall_id", key(account.hall_id)),
        ("window_id", key(account.window_id)),
        ("head", if account.head { "on".to_owned() } else { String::new() }),
    ];
    Values { typed: fields.map(|(name, value)| (name.to_owned(), value)).into(), errors: Vec::new() }
}

/// What was typed, read; a window names its hall where none was chosen.
///
/// # Errors
/// Invalid, where a choice is none of those offered.
pub(super) async fn read(services: &Services, typed: &BTreeMap<String, String>) -> Result<StaffForm, Error> {
    let text = |name: &str| typed.get(name).map(|text| text.trim().to_owned()).unwrap_or_default();
    let mut errors = Vec::new();
    let mut wrong = |name: &str| errors.push(FieldError::new(name, FieldCode::Choice));
    let mut key = |name: &str| {
        let text = text(name);
        let id = text.parse::<Uuid>().ok();
        if id.is_none() && !text.is_empty() {
            wrong(name);
        }
        id
    };
    let (department_id, hall_id, window_id) = (key("department_id"), key("hall_id"), key("window_id"));
    let role = Role::parse(&text("role"));
    if role.is_none() {
        wrong("role");
    }
    let Some(role) = role.filter(|_| errors.is_empty()) else { return Err(Error::invalid(errors)) };
    let hall_id = match (hall_id, window_id) {
        (None, Some(window)) => hall_of(services, window).await,
        (hall, _) => hall,
    };
    let head = !text("head").is_empty();
    let (username, name) = (text("username"), text("name"));
    Ok(StaffForm { username, name, role, department_id, hall_id, window_id, head })
}

async fn hall_of(services: &Services, window: Uuid) -> Option<Uuid> {
    organisation::window(&services.db, window).await.ok().map(|window| window.hall_id)
}
