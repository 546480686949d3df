//! One version: read, or edited as a draft. Every button of the form saves what was typed first, so
//! that nothing is lost on the way.

mod shown;

use super::administrator::{Administrator, Answer};
use super::typed::{Posted, typed, wrong};
use crate::web::address::At;
use app::pages::admin::version::Stage;
use app::ui::flash::Flash;
use axum::Form;
use backend::catalogue::version::{self, VersionForm, VersionLine};
use backend::{Error, Kind};
use chrono::NaiveDate;
use domain::field_error::{FieldCode, FieldError};
use shown::{Draft, shown};
use std::collections::BTreeMap;

/// What a button asks for.
enum Deed {
    Save,
    Release,
    Discard,
    /// Changes the steps; the place to go to.
    Steps(String),
}

/// The page's word for where a version stands.
pub(super) fn stage(stage: version::Stage) -> Stage {
    match stage {
        version::Stage::Draft => Stage::Draft,
        version::Stage::Scheduled => Stage::Scheduled,
        version::Stage::InForce => Stage::InForce,
        version::Stage::Suspended => Stage::Suspended,
        version::Stage::Cancelled => Stage::Cancelled,
        version::Stage::Ended => Stage::Ended,
    }
}

pub(super) async fn show(admin: Administrator, At((id, n)): At<(String, i32)>) -> Answer {
    let line = version::one(admin.services(), &admin.actor, &id, n).await?;
    shown(&admin, line, Draft::default()).await
}

pub(super) async fn edit(
    admin: Administrator,
    At((id, n)): At<(String, i32)>,
    Form(posted): Posted,
) -> Answer {
    let mut typed = typed(posted);
    let take = |typed: &mut BTreeMap<String, String>, name: &str| typed.remove(name).unwrap_or_default();
    let stamp = take(&mut typed, "stamp").parse().unwrap_or_default();
    let (from, deed) = (take(&mut typed, "valid_from"), take(&mut typed, "do"));
    let mut form = VersionForm::typed(typed);
    let deed = deed_of(&deed, &mut form);
    let page = Page { admin: &admin, id: &id, n };
    match deed {
        Deed::Discard => page.discard(stamp).await,
        Deed::Release => page.release(stamp, form, from).await,
        Deed::Save => match page.save(stamp, &form).await {
            Ok(_) => {
                let flash = Flash::done("草稿已保存。", "The draft was saved.");
                admin.done(flash, &page.path()).await
            }
            Err(error) => page.refused(error, form, from, false).await,
        },
        Deed::Steps(place) => match page.save(stamp, &form).await {
            Ok(_) => Ok(admin.context.redirect(&format!("{}{place}", page.path()))),
            Err(error) => page.refused(error, form, from, false).await,
        },
    }
}

/// What a button asks for; what it does to the steps is done.
fn deed_of(text: &str, form: &mut VersionForm) -> Deed {
    let (deed, at) = text.split_once('-').unwrap_or((text, ""));
    let at: usize = at.parse().unwrap_or_default();
    match deed {
        "release" => Deed::Release,
        "discard" => Deed::Discard,
        "add" => {
            let at = form.add_step();
            Deed::Steps(format!("#step-{at}"))
        }
        "remove" => {
            form.remove_step(at);
            Deed::Steps(format!("#step-{}", at.saturating_sub(1)))
        }
        "up" => {
            form.move_up(at);
            Deed::Steps(format!("#step-{}", at.saturating_sub(1)))
        }
        "down" => {
            form.move_down(at);
            Deed::Steps(format!("#step-{}", at.saturating_add(1)))
        }
        _ => Deed::Save,
    }
}

/// The version that a form came from.
struct Page<'a> {
    admin: &'a Administrator,
    id: &'a str,
    n: i32,
}

impl Page<'_> {
    fn path(&self) -> String {
        format!("/admin/items/{}/versions/{}", self.id, self.n)
    }

    async fn line(&self) -> Result<VersionLine, Error> {
        version::one(self.admin.services(), &self.admin.actor, self.id, self.n).await
    }

    async fn save(&self, stamp: i64, form: &VersionForm) -> Result<VersionLine, Error> {
        version::save(self.admin.services(), &self.admin.actor, self.id, self.n, stamp, form).await?;
        self.line().await
    }

    async fn discard(&self, stamp: i64) -> Answer {
        version::discard(self.admin.services(), &self.admin.actor, self.id, self.n, stamp).await?;
        let flash = Flash::done("草稿已删除。", "The draft was thrown away.");
        self.admin.done(flash, &format!("/admin/items/{}/versions", self.id)).await
    }

    async fn release(&self, stamp: i64, form: VersionForm, from: String) -> Answer {
        let line = match self.save(stamp, &form).await {
            Ok(line) => line,
            Err(error) => return self.refused(error, form, from, true).await,
        };
        match self.released(line, &from).await {
            Ok(day) => {
                self.admin.services().catalogue.reload().await?;
                let (zh, en) = (app::lang::Lang::Zh.date(day), app::lang::Lang::En.date(day));
                let flash = Flash::done(
                    format!("第 {} 版已发布，{zh}起实施。", self.n),
                    format!("Version {} was released, in force from {en}.", self.n),
                );
                self.admin.done(flash, &format!("/admin/items/{}/versions", self.id)).await
            }
            Err(error) => self.refused(error, form, from, true).await,
        }
    }

    async fn released(&self, line: VersionLine, from: &str) -> Result<NaiveDate, Error> {
        let day = from.trim().parse::<NaiveDate>();
        let unreadable = || Error::invalid(vec![FieldError::new("valid_from", FieldCode::Date)]);
        let day = day.map_err(|_| unreadable())?;
        let (services, actor) = (self.admin.services(), &self.admin.actor);
        version::release(services, actor, self.id, self.n, line.stamp, day).await?;
        Ok(day)
    }

    /// The form again, with what is wrong. The faults of the process are told in their own words.
    async fn refused(&self, error: Error, form: VersionForm, from: String, tried: bool) -> Answer {
        let stale = matches!(error.kind(), Kind::Stale { .. });
        let mut errors = if stale { Vec::new() } else { wrong(error)? };
        let line = self.line().await?;
        let faults = version::faults(&line.content.process, line.content.limits);
        if tried {
            errors.retain(|error| !faults.iter().any(|(field, _)| *field == error.field));
        }
        shown(self.admin, line, Draft { typed: Some(form), from, errors, tried, stale }).await
    }
}
