//! 环节停留时间: how long the stages take that ended in a period.

use super::completion::{CompletionQuery, allow};
use super::counted::{Asked, Bucket, Cut, Key, among, days};
use crate::catalogue::Handbook;
use crate::{Result, Services};
use domain::indicator::{Distribution, Metric, Stage, day_of_number};
use domain::permission::Actor;
use std::collections::BTreeMap;

/// A stage, and how long it took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dwelt {
    /// Which.
    pub stage: Stage,
    /// The item whose step it is; none for the stages that every item has.
    pub item_id: Option<String>,
    /// Its name; of a step with the name of its item.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// Working days, each time it ended in the period: times, not cases, for a stage may come again.
    pub days: Distribution,
}

/// Working days, and how many passed in them.
type Days = (u32, i64);

/// The stages that ended from the first to the last day of a query: those of every item, and the steps
/// of each item. Working days are those of the calendar as it is known now.
///
/// # Errors
/// [`crate::Kind::Denied`] to everybody but supervisors; storage errors.
pub async fn dwell(services: &Services, actor: &Actor, query: &CompletionQuery) -> Result<Vec<Dwelt>> {
    allow(actor)?;
    let asked = Asked::new(services, &query.heads).await?;
    let cut = Cut { key: Some(Key::Item), day: true, part: true, bucket: Bucket::All, ..Cut::default() };
    let filter = days(Some(query.from), Some(query.to)).add(among(&[Metric::Passed]));
    let calendar = services.reference.calendar();
    let mut found: BTreeMap<(Stage, Option<String>), Vec<Days>> = BTreeMap::new();
    for row in asked.rows(&services.db.read, cut, filter).await? {
        let (Some(stage), Some(ended)) = (Stage::parse(&row.part), row.day) else { continue };
        let Some(began) = day_of_number(row.bucket) else { continue };
        let item = matches!(stage, Stage::Step(_)).then_some(row.key);
        found.entry((stage, item)).or_default().push((calendar.workdays_between(began, ended), row.n));
    }
    let names = |book: &Handbook| {
        Some(found.keys().map(|(stage, item)| name(book, stage, item.as_deref())).collect())
    };
    let names: Vec<_> = services.catalogue.look_up(names).await?;
    let dwelt = found.into_iter().zip(names).map(|(((stage, item_id), days), (name, name_en))| Dwelt {
        stage,
        item_id,
        name,
        name_en,
        days: Distribution::new(days),
    });
    Ok(dwelt.filter(|one| one.days.total() > 0).collect())
}

fn name(book: &Handbook, stage: &Stage, item: Option<&str>) -> (String, Option<String>) {
    let both = |zh: &str, en: &str| (zh.to_owned(), Some(en.to_owned()));
    match stage {
        Stage::Receipt => both("提交至受理", "From submission to acceptance"),
        Stage::Correction => both("等待补正", "Waiting for corrections"),
        Stage::Decision => both("受理至决定", "From acceptance to decision"),
        Stage::Special => both("特别程序", "Special procedures"),
        Stage::Delivery => both("决定至办结", "From decision to closing"),
        Stage::Step(key) => step(book, key, item.unwrap_or_default()),
    }
}

/// The step as it is called now; one that is gone, by its key.
fn step(book: &Handbook, key: &str, item: &str) -> (String, Option<String>) {
    let Some(item) = book.item(item, None) else { return (key.to_owned(), None) };
    let step = item.process.step(key);
    let zh = step.map_or(key, |step| step.name.as_str());
    let en = step.and_then(|step| step.name_en.as_deref()).unwrap_or(zh);
    let of = item.name_en.as_deref().unwrap_or(&item.name);
    (format!("{}：{zh}", item.name), Some(format!("{of}: {en}")))
}
