//! The organisation: departments, halls and their windows.

mod department;
mod form;
mod hall;
#[cfg(test)]
mod tests;
mod window;

pub use department::{Department, department, departments, save_department, set_department_active};
pub(crate) use form::Reading;
pub use form::{DepartmentForm, HallForm, WindowForm};
pub use hall::{Hall, hall, halls, save_hall, set_hall_active};
pub use window::{Window, WindowKind, save_window, set_window_active, window, windows};

use domain::permission::Actor;
use uuid::Uuid;

use crate::audit::Entry;

fn switched(actor: &Actor, what: &str, id: Uuid, active: bool) -> Entry {
    let action = if active { "switched_on" } else { "switched_off" };
    Entry::new(actor, action, format!("{what}/{id}"))
}
