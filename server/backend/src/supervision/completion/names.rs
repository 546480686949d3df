//! What groups are called.

use super::GroupBy;
use crate::{Result, Services};
use entity::{department, hall, item, window};
use sea_orm::EntityTrait as _;
use std::collections::HashMap;
use uuid::Uuid;

/// The names of groups, by key.
pub(super) async fn names(
    services: &Services,
    by: GroupBy,
) -> Result<HashMap<String, (String, Option<String>)>> {
    let db = &services.db.read;
    Ok(match by {
        GroupBy::Department => department::Entity::find()
            .all(db)
            .await?
            .into_iter()
            .map(|row| (row.id.to_string(), (row.name, row.name_en)))
            .collect(),
        GroupBy::Item => item::Entity::find()
            .all(db)
            .await?
            .into_iter()
            .map(|row| (row.id, (row.name, row.name_en)))
            .collect(),
        GroupBy::Division => divisions(services),
        GroupBy::Window => windows(services).await?,
        GroupBy::Channel => channels(),
    })
}

fn divisions(services: &Services) -> HashMap<String, (String, Option<String>)> {
    let Some(city) = services.reference.city() else { return HashMap::new() };
    let below = |code| services.reference.children(Some(code));
    let counties = below(city);
    let towns = counties.iter().flat_map(|county| below(county.code));
    services
        .reference
        .place(city)
        .into_iter()
        .chain(counties.iter().cloned())
        .chain(towns)
        .map(|place| (place.code.to_string(), (services.reference.path(place.code), place.name_en)))
        .collect()
}

async fn windows(services: &Services) -> Result<HashMap<String, (String, Option<String>)>> {
    let db = &services.db.read;
    let halls: HashMap<Uuid, String> =
        hall::Entity::find().all(db).await?.into_iter().map(|hall| (hall.id, hall.name)).collect();
    let none = (String::new(), ("不经窗口".to_owned(), Some("Without a window".to_owned())));
    let rows = window::Entity::find().all(db).await?.into_iter().map(|window| {
        let hall = halls.get(&window.hall_id).cloned().unwrap_or_default();
        (window.id.to_string(), (format!("{hall} {}", window.number), None))
    });
    Ok(rows.chain([none]).collect())
}

fn channels() -> HashMap<String, (String, Option<String>)> {
    [
        ("window", "窗口", "Window"),
        ("online", "网上", "Online"),
        ("mobile", "移动端", "Mobile"),
        ("kiosk", "自助终端", "Kiosk"),
        ("phone", "热线", "Hotline"),
        ("post", "邮寄", "Post"),
    ]
    .into_iter()
    .map(|(key, zh, en)| (key.to_owned(), (zh.to_owned(), Some(en.to_owned()))))
    .collect()
}
