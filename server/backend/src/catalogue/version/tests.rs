//! Versions on both databases: drafts, release today and later, and what running cases keep.

mod cases;
mod drafts;
mod releases;
mod typing;

use domain::permission::{Actor, Role};

use super::{Stage, VersionForm, VersionLine, begin, history, one, release, save};
use crate::testing::services;
use crate::{Kind, Portal, Services, catalogue::ItemState};

/// 高龄津贴: promised in 10 working days, without steps.
const ITEM: &str = "MZ-001";

fn admin() -> Actor {
    Actor { role: Some(Role::Admin), ..Actor::portal() }
}

async fn city(portal: &Portal) -> Services {
    services(portal, &[ITEM, "RS-001"]).await
}

async fn line(portal: &Portal, version: i32) -> VersionLine {
    one(portal, &admin(), ITEM, version).await.unwrap()
}

async fn form(portal: &Portal, version: i32) -> VersionForm {
    VersionForm::of(&line(portal, version).await.content)
}

async fn saved(portal: &Portal, version: i32, form: &VersionForm) -> crate::Result<()> {
    let stamp = line(portal, version).await.stamp;
    save(portal, &admin(), ITEM, version, stamp, form).await
}

/// A draft that promises seven working days and has a step of five.
async fn with_step(portal: &Portal) -> i32 {
    let version = begin(portal, &admin(), ITEM).await.unwrap();
    let mut form = form(portal, version).await;
    form.fields.insert("promise_value".into(), "7".into());
    let at = form.add_step();
    let step = form.steps.get_mut(at).unwrap();
    (step.name, step.limit, step.places) = ("入户核查".into(), "5".into(), vec!["competent".into()]);
    saved(portal, version, &form).await.unwrap();
    version
}

async fn released(portal: &Portal, version: i32, days: i64) -> crate::Result<()> {
    let stamp = line(portal, version).await.stamp;
    let from = portal.clock.today() + chrono::TimeDelta::days(days);
    release(portal, &admin(), ITEM, version, stamp, from).await
}

async fn stages(portal: &Portal) -> Vec<(i32, Stage)> {
    let lines = history(portal, &admin(), ITEM).await.unwrap();
    lines.into_iter().map(|line| (line.content.version, line.stage)).collect()
}

fn fields(error: &crate::Error) -> Vec<String> {
    let Kind::Invalid(errors) = error.kind() else { panic!("{error:?}") };
    errors.iter().map(|error| format!("{} {}", error.field, error.code.as_str())).collect()
}

async fn state(services: &Services) -> ItemState {
    services.catalogue.intake_item(ITEM, None).await.unwrap().state
}

/// The portal some days later.
fn later(portal: &Portal, days: i64) -> Portal {
    let day = portal.clock.today() + chrono::TimeDelta::days(days);
    Portal { clock: crate::Clock::fixed_on(day), ..portal.clone() }
}
