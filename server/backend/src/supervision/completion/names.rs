//! What groups are called.

use super::GroupBy;
use crate::catalogue::Handbook;
use crate::{Result, Services};
use std::collections::HashMap;

type Names = HashMap<String, (String, Option<String>)>;

/// The names of groups, by key.
pub(super) async fn names(services: &Services, by: GroupBy) -> Result<Names> {
    let known = |book: &Handbook| {
        Some(match by {
            GroupBy::Department => departments(book),
            GroupBy::Item => items(book),
            GroupBy::Window => windows(book),
            GroupBy::Division => divisions(services),
            GroupBy::Channel => channels(),
        })
    };
    services.catalogue.look_up(known).await
}

fn departments(book: &Handbook) -> Names {
    book.departments().map(|one| (one.id.to_string(), (one.name.clone(), one.name_en.clone()))).collect()
}

fn items(book: &Handbook) -> Names {
    book.items().map(|one| (one.id.clone(), (one.name.clone(), one.name_en.clone()))).collect()
}

fn windows(book: &Handbook) -> Names {
    let none = (String::new(), ("不经窗口".to_owned(), Some("Without a window".to_owned())));
    let named = book.windows().map(|window| {
        let hall = book.hall(window.hall_id).map(|hall| hall.name.as_str()).unwrap_or_default();
        (window.id.to_string(), (format!("{hall} {}", window.number), None))
    });
    named.chain([none]).collect()
}

fn divisions(services: &Services) -> Names {
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

fn channels() -> Names {
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
