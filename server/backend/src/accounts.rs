//! Accounts: citizens who register themselves, and staff whom an administrator appoints.

mod confirm;
mod passwords;
mod register;
mod sign_in;
mod staff;

use chrono::{DateTime, Utc};
use domain::permission::{Actor, Role};
use entity::account;
use sea_orm::{ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

pub use confirm::confirm;
pub use passwords::{Cost, PasswordError, Passwords};
pub use register::{Registration, register_citizen};
pub use sign_in::sign_in;
pub use staff::{StaffForm, create_staff, edit_staff, reset_password, set_active, staff};

use crate::{Error, Portal, Result};

/// An account without its password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Key.
    pub id: Uuid,
    /// Sign-in name; citizens may go without.
    pub username: Option<String>,
    /// The person, for a citizen.
    pub person_id: Option<Uuid>,
    /// The one role.
    pub role: Role,
    /// Name shown.
    pub name: String,
    /// Department of a member of staff.
    pub department_id: Option<Uuid>,
    /// Hall of a clerk.
    pub hall_id: Option<Uuid>,
    /// Window of a clerk.
    pub window_id: Option<Uuid>,
    /// 负责人: heads the department.
    pub head: bool,
    /// Colleagues who are absent and whom this account stands in for; known of a session's account.
    pub stands_in_for: Vec<Uuid>,
    /// Whether it may sign in.
    pub active: bool,
    /// When created.
    pub created_at: DateTime<Utc>,
    /// Last time signed in.
    pub last_sign_in_at: Option<DateTime<Utc>>,
}

impl Account {
    /// The account as the rules know it.
    pub fn actor(&self) -> Actor {
        Actor {
            account: Some(self.id),
            name: self.name.clone(),
            role: Some(self.role),
            person: self.person_id,
            department: self.department_id,
            head: self.head,
            stands_in_for: self.stands_in_for.clone(),
        }
    }
}

impl TryFrom<account::Model> for Account {
    type Error = Error;

    fn try_from(row: account::Model) -> Result<Self> {
        let role = Role::parse(&row.role).ok_or_else(|| Error::internal("a role that does not exist"))?;
        Ok(Self {
            id: row.id,
            username: row.username,
            person_id: row.person_id,
            role,
            name: row.name,
            department_id: row.department_id,
            hall_id: row.hall_id,
            window_id: row.window_id,
            head: row.head,
            stands_in_for: Vec::new(),
            active: row.active,
            created_at: row.created_at,
            last_sign_in_at: row.last_sign_in_at,
        })
    }
}

/// The account with this key.
///
/// # Errors
/// [`crate::Kind::NotFound`] when there is none.
pub async fn get(portal: &Portal, id: Uuid) -> Result<Account> {
    row(&portal.db.read, id).await?.try_into()
}

async fn row(db: &impl ConnectionTrait, id: Uuid) -> Result<account::Model> {
    account::Entity::find_by_id(id).one(db).await?.ok_or_else(Error::not_found)
}

async fn by_username(db: &impl ConnectionTrait, username: &str) -> Result<Option<account::Model>> {
    let username = normalised(username);
    // PostgreSQL takes no NUL in a text; nobody has such a name.
    if username.contains(char::is_control) {
        return Ok(None);
    }
    Ok(account::Entity::find().filter(account::COLUMN.username.eq(username)).one(db).await?)
}

async fn of_person(db: &impl ConnectionTrait, person: Uuid) -> Result<Option<account::Model>> {
    Ok(account::Entity::find().filter(account::COLUMN.person_id.eq(person)).one(db).await?)
}

/// Sign-in names know no capitals.
fn normalised(username: &str) -> String {
    username.trim().to_lowercase()
}

#[cfg(test)]
mod tests;
