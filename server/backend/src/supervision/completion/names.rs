//! What groups are called.

use super::super::heads::GroupBy;
use crate::catalogue::Handbook;
use crate::{Result, Services};
use domain::indicator::Area;
use entity::{account, bundle};
use sea_orm::{EntityTrait as _, QueryFilter as _, QuerySelect as _};
use std::collections::HashMap;
use uuid::Uuid;

/// GB/T 39046 annex A.1: codes of types of matters, and their names.
const TYPES: [(&str, &str, &str); 12] = [
    ("00", "行政权力事项", "Administrative power"),
    ("01", "行政许可", "Administrative permit"),
    ("02", "行政处罚", "Administrative penalty"),
    ("03", "行政强制", "Administrative coercion"),
    ("04", "行政征收", "Administrative levy"),
    ("05", "行政给付", "Administrative benefit"),
    ("06", "行政检查", "Administrative inspection"),
    ("07", "行政确认", "Administrative confirmation"),
    ("08", "行政奖励", "Administrative award"),
    ("09", "行政裁决", "Administrative ruling"),
    ("10", "其他行政权力", "Other administrative power"),
    ("20", "公共服务", "Public service"),
];

type Name = (String, Option<String>);

/// The names of groups, by key.
pub(in super::super) struct Names(HashMap<String, Name>);

impl Names {
    /// The name of a group, in both languages; its key where nothing is known of it.
    pub(in super::super) fn of(&self, services: &Services, key: &str) -> Name {
        if let Some(name) = self.0.get(key) {
            return name.clone();
        }
        Area::parse(key).map_or_else(|| (key.to_owned(), None), |area| division(services, area))
    }
}

/// The names of all groups of a grouping.
pub(in super::super) async fn names(services: &Services, by: GroupBy) -> Result<Names> {
    Ok(Names(match by {
        GroupBy::Department => look_up(services, departments).await?,
        GroupBy::Item => look_up(services, items).await?,
        GroupBy::ItemType => types(),
        GroupBy::Division => HashMap::new(),
        GroupBy::Hall => look_up(services, halls).await?,
        GroupBy::Window => look_up(services, windows).await?,
        GroupBy::Clerk => clerks(services).await?,
        GroupBy::Channel => channels(),
        GroupBy::Theme => themes(services),
        GroupBy::Bundle => bundles(services).await?,
    }))
}

async fn look_up(
    services: &Services,
    of: fn(&Handbook) -> HashMap<String, Name>,
) -> Result<HashMap<String, Name>> {
    services.catalogue.look_up(|book| Some(of(book))).await
}

fn none(zh: &str, en: &str) -> (String, Name) {
    (String::new(), (zh.to_owned(), Some(en.to_owned())))
}

fn departments(book: &Handbook) -> HashMap<String, Name> {
    book.departments().map(|one| (one.id.to_string(), (one.name.clone(), one.name_en.clone()))).collect()
}

fn items(book: &Handbook) -> HashMap<String, Name> {
    book.items().map(|one| (one.id.clone(), (one.name.clone(), one.name_en.clone()))).collect()
}

fn windows(book: &Handbook) -> HashMap<String, Name> {
    let named = book.windows().map(|window| {
        let hall = book.hall(window.hall_id);
        let zh = hall.map(|hall| hall.name.as_str()).unwrap_or_default();
        let en = hall.and_then(|hall| hall.name_en.as_deref());
        let en = en.map(|hall| format!("{hall} {}", window.number));
        (window.id.to_string(), (format!("{zh} {}", window.number), en))
    });
    named.chain([none("不经窗口", "Without a window")]).collect()
}

fn halls(book: &Handbook) -> HashMap<String, Name> {
    let ids = book.windows().map(|window| window.hall_id);
    let named = ids
        .filter_map(|id| book.hall(id))
        .map(|hall| (hall.id.to_string(), (hall.name.clone(), hall.name_en.clone())));
    named.chain([none("不经大厅", "Without a hall")]).collect()
}

async fn clerks(services: &Services) -> Result<HashMap<String, Name>> {
    let staff =
        account::Entity::find().select_only().column(account::Column::Id).column(account::Column::Name);
    let rows: Vec<(Uuid, String)> =
        staff.filter(account::COLUMN.person_id.is_null()).into_tuple().all(&services.db.read).await?;
    let named = rows.into_iter().map(|(id, name)| (id.to_string(), (name, None)));
    Ok(named.chain([none("不经人员", "Without a clerk")]).collect())
}

fn themes(services: &Services) -> HashMap<String, Name> {
    let named = services.catalogue.themes().into_iter();
    named.map(|theme| (theme.key, (theme.name, theme.name_en))).collect()
}

async fn bundles(services: &Services) -> Result<HashMap<String, Name>> {
    let rows = bundle::Entity::find().all(&services.db.read).await?;
    let named = rows.into_iter().map(|row| (row.id, (row.name, row.name_en)));
    Ok(named.chain([none("不属于一件事", "Of no bundle")]).collect())
}

/// The names from the city down; 本级 for what is not of a division below.
fn division(services: &Services, area: Area) -> Name {
    let code = area.code();
    let path = services.reference.path(code);
    let path = if path.is_empty() { code.to_string() } else { path };
    let english = services.reference.place(code).and_then(|place| place.name_en);
    match area {
        Area::Whole(_) => (path, english),
        Area::Own(_) => (format!("{path}（本级）"), english.map(|name| format!("{name} (own bodies)"))),
    }
}

fn types() -> HashMap<String, Name> {
    TYPES
        .iter()
        .map(|(code, zh, en)| ((*code).to_owned(), ((*zh).to_owned(), Some((*en).to_owned()))))
        .collect()
}

fn channels() -> HashMap<String, Name> {
    let named = [
        ("window", "窗口", "Window"),
        ("online", "网上", "Online"),
        ("mobile", "移动端", "Mobile"),
        ("kiosk", "自助终端", "Kiosk"),
        ("phone", "热线", "Hotline"),
        ("post", "邮寄", "Post"),
    ];
    named.into_iter().map(|(key, zh, en)| (key.to_owned(), (zh.to_owned(), Some(en.to_owned())))).collect()
}
