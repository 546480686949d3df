//! The windows of a hall as a list.

use super::administrator::Administrator;
use crate::web::error::PageError;
use app::pages::admin::windows::WindowRow;
use backend::accounts::{self, Account};
use backend::organisation::{self, Window, WindowKind};
use uuid::Uuid;

pub(super) async fn of_hall(admin: &Administrator, hall: Uuid) -> Result<Vec<WindowRow>, PageError> {
    let staff = accounts::staff(admin.services(), &admin.actor).await?;
    let windows = organisation::windows(admin.db(), hall).await?;
    Ok(windows.into_iter().map(|window| row(&staff, window)).collect())
}

fn row(staff: &[Account], window: Window) -> WindowRow {
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
