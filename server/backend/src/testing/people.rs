//! Fictitious people and places for tests.

use domain::{
    permission::{Actor, Role},
    resident_id::ResidentId,
};
use entity::{department, hall};
use sea_orm::{ActiveValue::Set, EntityTrait};
use uuid::Uuid;

use crate::{
    Portal, Result,
    accounts::{self, Account, Registration, StaffForm},
    edition::{self, Volume},
};

/// The password of everyone in tests.
pub const PASSWORD: &str = "yihao-demo-2026";

/// A registered citizen.
///
/// # Panics
/// When registration fails.
pub async fn citizen(portal: &Portal, number: ResidentId, name: &str) -> Account {
    let registration = Registration {
        number,
        name: name.to_owned(),
        phone: "13800005678".to_owned(),
        password: PASSWORD.to_owned(),
        username: None,
    };
    made(accounts::register_citizen(portal, registration).await)
}

/// A member of staff with a department and a hall of their own; the name is the role's, with a number.
///
/// # Panics
/// When the account cannot be made.
pub async fn staff(portal: &Portal, role: Role) -> Account {
    let (department_id, hall_id) = (department(portal).await, hall(portal).await);
    staff_of(portal, role, department_id, hall_id).await
}

/// A member of staff of a department and a hall.
///
/// # Panics
/// When the account cannot be made.
pub async fn staff_of(portal: &Portal, role: Role, department_id: Uuid, hall_id: Uuid) -> Account {
    let form = StaffForm {
        username: format!("{}-{}", role.as_str(), short()),
        name: "王工".to_owned(),
        role,
        department_id: Some(department_id),
        hall_id: Some(hall_id),
        window_id: None,
        head: false,
    };
    let admin = Actor { role: Some(Role::Admin), ..Actor::portal() };
    made(accounts::create_staff(portal, &admin, form, PASSWORD).await)
}

/// A department.
///
/// # Panics
/// When it cannot be written.
pub async fn department(portal: &Portal) -> Uuid {
    let id = Uuid::now_v7();
    let row = department::ActiveModel {
        id: Set(id),
        key: Set(short()),
        name: Set("示范市民政局".to_owned()),
        uscc: Set(short()),
        central_code: Set("00".to_owned()),
        sort: Set(0),
        active: Set(true),
        ..Default::default()
    };
    let tx = made(portal.db.begin().await);
    made(department::Entity::insert(row).exec_without_returning(&tx).await.map_err(Into::into));
    made(edition::commit(portal, tx, Volume::Catalogue).await);
    id
}

/// A hall.
///
/// # Panics
/// When it cannot be written.
pub async fn hall(portal: &Portal) -> Uuid {
    let id = Uuid::now_v7();
    let row = hall::ActiveModel {
        id: Set(id),
        name: Set("示范市政务服务中心".to_owned()),
        division_code: Set("229901".to_owned()),
        address: Set("幸福路1号".to_owned()),
        hours: Set("9:00–17:00".to_owned()),
        phone: Set("0000-0000000".to_owned()),
        active: Set(true),
        ..Default::default()
    };
    let tx = made(portal.db.begin().await);
    made(hall::Entity::insert(row).exec_without_returning(&tx).await.map_err(Into::into));
    made(edition::commit(portal, tx, Volume::Catalogue).await);
    id
}

/// A text that no other call gives, without digits enough for a number.
pub(super) fn short() -> String {
    hex::encode(rand::random::<[u8; 6]>())
}

#[expect(clippy::panic, reason = "a test tells of its failure by panicking")]
pub(super) fn made<T>(outcome: Result<T>) -> T {
    outcome.unwrap_or_else(|error| panic!("{error:?} {:?}", error.causes()))
}
