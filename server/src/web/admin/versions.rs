//! The versions of an item, and whether it takes cases.

use super::administrator::{Administrator, Answer};
use super::typed::{Posted, status, typed, wrong};
use super::version::stage;
use crate::web::address::At;
use crate::web::error::PageError;
use app::pages::admin::values::Values;
use app::pages::admin::version::{Taking, VersionRow, VersionsPage, versions as view};
use app::ui::flash::Flash;
use axum::Form;
use backend::catalogue::version::{self, VersionLine};
use backend::catalogue::{GuideQuery, ItemState};
use backend::{Error, Kind};
use std::collections::BTreeMap;

pub(super) async fn list(admin: Administrator, At(id): At<String>) -> Answer {
    shown(&admin, &id, Values::default()).await
}

/// Begins a draft, or leads to the one that is there.
pub(super) async fn begin(admin: Administrator, At(id): At<String>) -> Answer {
    let version = version::begin(admin.services(), &admin.actor, &id).await?;
    Ok(admin.context.redirect(&format!("/admin/items/{id}/versions/{version}")))
}

/// Suspends, takes up again, or cancels for good.
pub(super) async fn taking(admin: Administrator, At(id): At<String>, Form(posted): Posted) -> Answer {
    let typed = typed(posted);
    let deed = typed.get("do").cloned().unwrap_or_default();
    match turn(&admin, &id, &deed, &typed).await {
        Ok(flash) => {
            admin.services().catalogue.reload().await?;
            admin.done(flash, &format!("/admin/items/{id}/versions")).await
        }
        Err(error) if matches!(error.kind(), Kind::Invalid(_)) => {
            let mut errors = wrong(error)?;
            for error in &mut errors {
                error.field = format!("reason-{deed}");
            }
            let mut typed = typed;
            let reason = typed.remove(&format!("reason-{deed}")).unwrap_or_default();
            typed.insert("reason".to_owned(), reason);
            shown(&admin, &id, Values { typed, errors }).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn turn(
    admin: &Administrator,
    id: &str,
    deed: &str,
    typed: &BTreeMap<String, String>,
) -> Result<Flash, Error> {
    let (services, actor) = (admin.services(), &admin.actor);
    let known = typed.get("version").and_then(|text| text.parse().ok()).unwrap_or_default();
    let reason = typed.get(&format!("reason-{deed}")).map(String::as_str).unwrap_or_default();
    match deed {
        "suspend" => {
            version::suspend(services, actor, id, known, reason).await?;
            Ok(Flash::done("已暂停，不再收新的申请。", "Suspended: no new applications are taken."))
        }
        "resume" => {
            version::resume(services, actor, id, known).await?;
            Ok(Flash::done("已恢复办理。", "It is taken up again."))
        }
        "cancel" => {
            version::cancel(services, actor, id, known, reason).await?;
            Ok(Flash::done("已废止，正在办的照常办完。", "Cancelled. Cases in hand are finished."))
        }
        _ => Err(Error::not_found()),
    }
}

async fn shown(admin: &Administrator, id: &str, values: Values) -> Answer {
    let lang = admin.lang();
    let lines = version::history(admin.services(), &admin.actor, id).await?;
    let guide = admin.services().catalogue.guide(id, &GuideQuery::default()).await?;
    let status = status(&values);
    let page = VersionsPage {
        lang,
        item: id.to_owned(),
        name: lang.pick(&guide.card.name, &guide.card.name_en).to_owned(),
        item_version: guide.version,
        taking: match guide.card.state {
            ItemState::Active => Taking::Active,
            ItemState::Suspended => Taking::Suspended,
            ItemState::Withdrawn => Taking::Cancelled,
        },
        rows: lines.into_iter().map(row).collect(),
        values,
    };
    let path = format!("/admin/items/{id}/versions");
    Ok(admin.form(status, lang.t("版本", "Versions"), path, move || view(page)))
}

fn row(line: VersionLine) -> VersionRow {
    VersionRow {
        version: line.content.version,
        stage: stage(line.stage),
        from: line.content.valid_from,
        until: line.ends,
        cases: line.cases,
        author: line.author.unwrap_or_default(),
        note: line.content.note,
    }
}

/// Takes what was released for a day to come back.
pub(super) async fn recall(admin: Administrator, At((id, n)): At<(String, i32)>) -> Answer {
    let list = format!("/admin/items/{id}/versions");
    match version::recall(admin.services(), &admin.actor, &id, n).await {
        Ok(()) => {
            let flash = Flash::done("已撤回，又是草稿了。", "Taken back: it is a draft again.");
            admin.done(flash, &format!("{list}/{n}")).await
        }
        Err(error) if matches!(error.kind(), Kind::Conflict) => {
            let flash = Flash::refused(
                "还有一份草稿，先发布或删除它。",
                "There is another draft. Release it or throw it away first.",
            );
            admin.done(flash, &list).await
        }
        Err(error) => Err(PageError::from(error)),
    }
}
