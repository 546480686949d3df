//! Rows of departments, halls and windows.

use entity::{department, division, hall, window};
use sea_orm::{
    ActiveValue::Set, ActiveValue::Unchanged, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use crate::organisation::{Department, Hall, Window, WindowKind};
use crate::{Error, Result};

/// Every department, in the order of lists.
pub(crate) async fn departments<C: ConnectionTrait>(db: &C) -> Result<Vec<Department>> {
    let query = department::Entity::find()
        .order_by_asc(department::Column::Sort)
        .order_by_asc(department::Column::Key);
    Ok(query.all(db).await?.into_iter().map(read_department).collect())
}

/// One department.
pub(crate) async fn department<C: ConnectionTrait>(db: &C, id: Uuid) -> Result<Option<Department>> {
    Ok(department::Entity::find_by_id(id).one(db).await?.map(read_department))
}

fn read_department(row: department::Model) -> Department {
    let department::Model { id, key, name, name_en, uscc, central_code, phone, sort, active } = row;
    Department { id, key, name, name_en, uscc, central_code, phone, sort, active }
}

/// Inserts, or updates all but `active`.
pub(crate) async fn save_department<C: ConnectionTrait>(
    db: &C,
    known: Option<Uuid>,
    department: Department,
) -> Result<Uuid> {
    let Department { id, key, name, name_en, uscc, central_code, phone, sort, active } = department;
    let row = department::ActiveModel {
        id: Set(id),
        key: Set(key),
        name: Set(name),
        name_en: Set(name_en),
        uscc: Set(uscc),
        central_code: Set(central_code),
        phone: Set(phone),
        sort: Set(sort),
        active: Set(active),
    };
    match known {
        None => drop(department::Entity::insert(row).exec_without_returning(db).await?),
        Some(_) => {
            let row =
                department::ActiveModel { active: sea_orm::ActiveValue::NotSet, id: Unchanged(id), ..row };
            let set = department::Entity::update_many().set(row).filter(department::COLUMN.id.eq(id));
            found(set.exec(db).await?.rows_affected)?;
        }
    }
    Ok(id)
}

fn found(rows: u64) -> Result<()> {
    if rows == 0 { Err(Error::not_found()) } else { Ok(()) }
}

/// Sets one flag.
pub(crate) async fn set_department_active<C: ConnectionTrait>(db: &C, id: Uuid, active: bool) -> Result<()> {
    let row = department::ActiveModel { active: Set(active), ..Default::default() };
    let set = department::Entity::update_many().set(row).filter(department::COLUMN.id.eq(id));
    found(set.exec(db).await?.rows_affected)
}

/// Every hall, by name.
pub(crate) async fn halls<C: ConnectionTrait>(db: &C) -> Result<Vec<Hall>> {
    let query = hall::Entity::find().order_by_asc(hall::Column::Id);
    Ok(query.all(db).await?.into_iter().map(read_hall).collect())
}

/// One hall.
pub(crate) async fn hall<C: ConnectionTrait>(db: &C, id: Uuid) -> Result<Option<Hall>> {
    Ok(hall::Entity::find_by_id(id).one(db).await?.map(read_hall))
}

fn read_hall(row: hall::Model) -> Hall {
    let hall::Model {
        id,
        name,
        name_en,
        division_code,
        address,
        address_en,
        hours,
        hours_en,
        phone,
        directions,
        active,
    } = row;
    Hall { id, name, name_en, division_code, address, address_en, hours, hours_en, phone, directions, active }
}

/// Inserts, or updates all but `active`.
pub(crate) async fn save_hall<C: ConnectionTrait>(db: &C, known: Option<Uuid>, hall: Hall) -> Result<Uuid> {
    let Hall {
        id,
        name,
        name_en,
        division_code,
        address,
        address_en,
        hours,
        hours_en,
        phone,
        directions,
        active,
    } = hall;
    let row = hall::ActiveModel {
        id: Set(id),
        name: Set(name),
        name_en: Set(name_en),
        division_code: Set(division_code),
        address: Set(address),
        address_en: Set(address_en),
        hours: Set(hours),
        hours_en: Set(hours_en),
        phone: Set(phone),
        directions: Set(directions),
        active: Set(active),
    };
    match known {
        None => drop(hall::Entity::insert(row).exec_without_returning(db).await?),
        Some(_) => {
            let row = hall::ActiveModel { active: sea_orm::ActiveValue::NotSet, id: Unchanged(id), ..row };
            let set = hall::Entity::update_many().set(row).filter(hall::COLUMN.id.eq(id));
            found(set.exec(db).await?.rows_affected)?;
        }
    }
    Ok(id)
}

/// Sets one flag.
pub(crate) async fn set_hall_active<C: ConnectionTrait>(db: &C, id: Uuid, active: bool) -> Result<()> {
    let row = hall::ActiveModel { active: Set(active), ..Default::default() };
    let set = hall::Entity::update_many().set(row).filter(hall::COLUMN.id.eq(id));
    found(set.exec(db).await?.rows_affected)
}

/// The windows of every hall, or of one, by number.
pub(crate) async fn windows<C: ConnectionTrait>(db: &C, hall: Option<Uuid>) -> Result<Vec<Window>> {
    let mut query = window::Entity::find().order_by_asc(window::Column::Number);
    if let Some(hall) = hall {
        query = query.filter(window::COLUMN.hall_id.eq(hall));
    }
    Ok(query.all(db).await?.into_iter().map(read_window).collect())
}

/// One window.
pub(crate) async fn window<C: ConnectionTrait>(db: &C, id: Uuid) -> Result<Option<Window>> {
    Ok(window::Entity::find_by_id(id).one(db).await?.map(read_window))
}

fn read_window(row: window::Model) -> Window {
    let window::Model { id, hall_id, number, name, kind, active } = row;
    Window {
        id,
        hall_id,
        number,
        name,
        kind: WindowKind::parse(&kind).unwrap_or(WindowKind::General),
        active,
    }
}

/// Inserts, or updates all but `active`.
pub(crate) async fn save_window<C: ConnectionTrait>(
    db: &C,
    known: Option<Uuid>,
    window: Window,
) -> Result<Uuid> {
    let Window { id, hall_id, number, name, kind, active } = window;
    let row = window::ActiveModel {
        id: Set(id),
        hall_id: Set(hall_id),
        number: Set(number),
        name: Set(name),
        kind: Set(kind.as_str().to_owned()),
        active: Set(active),
    };
    match known {
        None => drop(window::Entity::insert(row).exec_without_returning(db).await?),
        Some(_) => {
            let row = window::ActiveModel { active: sea_orm::ActiveValue::NotSet, id: Unchanged(id), ..row };
            let set = window::Entity::update_many()
                .set(row)
                .filter(window::COLUMN.id.eq(id))
                .filter(window::COLUMN.hall_id.eq(hall_id));
            found(set.exec(db).await?.rows_affected)?;
        }
    }
    Ok(id)
}

/// Sets one flag.
pub(crate) async fn set_window_active<C: ConnectionTrait>(db: &C, id: Uuid, active: bool) -> Result<()> {
    let row = window::ActiveModel { active: Set(active), ..Default::default() };
    let set = window::Entity::update_many().set(row).filter(window::COLUMN.id.eq(id));
    found(set.exec(db).await?.rows_affected)
}

/// The newest name of a division; none when it is not known.
pub(crate) async fn division_name<C: ConnectionTrait>(db: &C, code: &str) -> Result<Option<String>> {
    let query = division::Entity::find()
        .filter(division::COLUMN.code.eq(code))
        .order_by_desc(division::Column::FromYear);
    Ok(query.one(db).await?.map(|row| row.name))
}
