//! Staff accounts, kept by an administrator.

use domain::{
    field_error::{FieldCode, FieldError},
    permission::{Actor, Role},
};
use entity::{account, session, window};
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::OnConflict,
};
use serde_json::json;
use uuid::Uuid;

use super::{Account, normalised, register::taken, row};
use crate::{
    Error, Kind, Portal, Result,
    audit::{self, Entry},
};

/// A staff account as an administrator fills it in.
#[derive(Clone, Debug)]
pub struct StaffForm {
    /// Sign-in name: 2–32 of `a–z 0–9 . _ -`, beginning with a letter.
    pub username: String,
    /// Name shown.
    pub name: String,
    /// Any role but citizen.
    pub role: Role,
    /// Department; a reviewer must have one.
    pub department_id: Option<Uuid>,
    /// Hall; a clerk must have one.
    pub hall_id: Option<Uuid>,
    /// Window, in the hall.
    pub window_id: Option<Uuid>,
    /// 负责人: heads the department; for reviewers only.
    pub head: bool,
}

/// Every staff account, by name.
///
/// # Errors
/// [`Kind::Denied`] to anyone but an administrator.
pub async fn staff(portal: &Portal, actor: &Actor) -> Result<Vec<Account>> {
    must_be_admin(actor)?;
    let rows = account::Entity::find()
        .filter(account::COLUMN.role.ne(Role::Citizen.as_str()))
        .order_by_asc(account::Column::Username)
        .all(&portal.db.read)
        .await?;
    rows.into_iter().map(Account::try_from).collect()
}

/// Appoints a member of staff.
///
/// # Errors
/// [`Kind::Invalid`] by field, with `taken` for a sign-in name in use.
pub async fn create_staff(
    portal: &Portal,
    actor: &Actor,
    form: StaffForm,
    password: &str,
) -> Result<Account> {
    must_be_admin(actor)?;
    let mut errors = errors(portal, &form).await?;
    errors.extend(portal.passwords.check("password", password));
    refuse(errors)?;
    let hash = portal.passwords.hash(password).await?;
    let id = Uuid::now_v7();
    let mut new = columns(&form);
    new.id = Set(id);
    new.password_hash = Set(hash);
    new.active = Set(true);
    new.created_at = Set(portal.clock.now());
    let tx = portal.db.begin().await?;
    let once = OnConflict::new().do_nothing().to_owned();
    if account::Entity::insert(new).on_conflict(once).exec_without_returning(&tx).await? == 0 {
        return Err(taken("username"));
    }
    tell(&tx, portal, actor, "staff.create", id, &form).await?;
    tx.commit().await?;
    super::get(portal, id).await
}

/// Changes a staff account; its sessions end when its role or place changes.
///
/// # Errors
/// [`Kind::NotFound`], [`Kind::Invalid`] by field.
pub async fn edit_staff(portal: &Portal, actor: &Actor, id: Uuid, form: StaffForm) -> Result<Account> {
    must_be_admin(actor)?;
    let mut wrong = errors(portal, &form).await?;
    if actor.account == Some(id) && form.role != Role::Admin {
        // Nobody locks themselves out.
        wrong.push(FieldError::new("role", FieldCode::Choice));
    }
    refuse(wrong)?;
    let tx = portal.db.begin().await?;
    let before = staff_row(&tx, id).await?;
    let changed = account::Entity::update_many().set(columns(&form)).filter(account::COLUMN.id.eq(id));
    changed.exec(&tx).await.map_err(Error::from).map_err(|error| match error.kind() {
        Kind::Conflict => taken("username"),
        _ => error,
    })?;
    let same = before.role == form.role.as_str() && before.head == form.head;
    if !same || before.department_id != form.department_id {
        end_sessions(&tx, id).await?;
    }
    tell(&tx, portal, actor, "staff.edit", id, &form).await?;
    tx.commit().await?;
    super::get(portal, id).await
}

/// Closes a staff account, which ends its sessions, or opens it again.
///
/// # Errors
/// [`Kind::NotFound`]; [`Kind::Denied`] for one's own account.
pub async fn set_active(portal: &Portal, actor: &Actor, id: Uuid, active: bool) -> Result<()> {
    must_be_admin(actor)?;
    if actor.account == Some(id) {
        return Err(Error::denied());
    }
    let change = account::ActiveModel { active: Set(active), ..Default::default() };
    change_and_end(portal, actor, id, change, if active { "staff.open" } else { "staff.close" }).await
}

/// Sets a new password for a member of staff, which ends their sessions.
///
/// # Errors
/// [`Kind::NotFound`]; [`Kind::Invalid`] on `password`.
pub async fn reset_password(portal: &Portal, actor: &Actor, id: Uuid, password: &str) -> Result<()> {
    must_be_admin(actor)?;
    refuse(portal.passwords.check("password", password).into_iter().collect())?;
    let password_hash = Set(portal.passwords.hash(password).await?);
    let change = account::ActiveModel { password_hash, ..Default::default() };
    change_and_end(portal, actor, id, change, "staff.reset_password").await
}

async fn change_and_end(
    portal: &Portal,
    actor: &Actor,
    id: Uuid,
    change: account::ActiveModel,
    action: &'static str,
) -> Result<()> {
    let tx = portal.db.begin().await?;
    staff_row(&tx, id).await?;
    account::Entity::update_many().set(change).filter(account::COLUMN.id.eq(id)).exec(&tx).await?;
    end_sessions(&tx, id).await?;
    audit::record(&tx, portal.clock.now(), Entry::new(actor, action, format!("account/{id}"))).await?;
    tx.commit().await?;
    Ok(())
}

/// An administrator, or the portal itself on the command line of whoever runs it.
fn must_be_admin(actor: &Actor) -> Result<()> {
    if actor.is(Role::Admin) || actor.role.is_none() { Ok(()) } else { Err(Error::denied()) }
}

/// An administrator keeps staff, not citizens.
async fn staff_row(tx: &impl ConnectionTrait, id: Uuid) -> Result<account::Model> {
    let row = row(tx, id).await?;
    if row.role == Role::Citizen.as_str() { Err(Error::not_found()) } else { Ok(row) }
}

async fn end_sessions(tx: &impl ConnectionTrait, id: Uuid) -> Result<()> {
    session::Entity::delete_many().filter(session::COLUMN.account_id.eq(id)).exec(tx).await?;
    Ok(())
}

fn columns(form: &StaffForm) -> account::ActiveModel {
    let StaffForm { username, name, role, department_id, hall_id, window_id, head } = form;
    account::ActiveModel {
        username: Set(Some(normalised(username))),
        name: Set(name.trim().to_owned()),
        role: Set(role.as_str().to_owned()),
        department_id: Set(*department_id),
        hall_id: Set(*hall_id),
        window_id: Set(*window_id),
        head: Set(*head),
        ..Default::default()
    }
}

async fn errors(portal: &Portal, form: &StaffForm) -> Result<Vec<FieldError>> {
    let mut errors = Vec::new();
    let mut wrong = |field: &str, code| errors.push(FieldError::new(field, code));
    if !is_username(&normalised(&form.username)) {
        wrong("username", FieldCode::Character { at: None });
    }
    if form.name.trim().is_empty() {
        wrong("name", FieldCode::Missing);
    }
    if form.name.contains(char::is_control) {
        wrong("name", FieldCode::Character { at: None });
    }
    if form.role == Role::Citizen {
        wrong("role", FieldCode::Choice);
    }
    if form.role == Role::Reviewer && form.department_id.is_none() {
        wrong("department_id", FieldCode::Missing);
    }
    if form.head && form.role != Role::Reviewer {
        wrong("head", FieldCode::Choice);
    }
    if form.role == Role::Clerk && form.hall_id.is_none() {
        wrong("hall_id", FieldCode::Missing);
    }
    if let Some(id) = form.window_id {
        let window = window::Entity::find_by_id(id).one(&portal.db.read).await?;
        if window.map(|window| window.hall_id) != form.hall_id {
            wrong("window_id", FieldCode::Choice);
        }
    }
    Ok(errors)
}

/// A name can never look like an identity number.
fn is_username(name: &str) -> bool {
    (2..=32).contains(&name.len())
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '.' | '_' | '-'))
}

fn refuse(errors: Vec<FieldError>) -> Result<()> {
    if errors.is_empty() { Ok(()) } else { Err(Error::invalid(errors)) }
}

async fn tell(
    tx: &impl ConnectionTrait,
    portal: &Portal,
    actor: &Actor,
    action: &'static str,
    id: Uuid,
    form: &StaffForm,
) -> Result<()> {
    let StaffForm { username, name: _, role, department_id, hall_id, window_id, head } = form;
    let detail = json!({
        "username": username, "role": role.as_str(),
        "department": department_id, "hall": hall_id, "window": window_id, "head": head,
    });
    audit::record(tx, portal.clock.now(), Entry::new(actor, action, format!("account/{id}")).detail(detail))
        .await
}
