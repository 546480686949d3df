//! Broken promises, and lifting them.

use super::administrator::{Administrator, Answer};
use super::typed::{Posted, status, typed, wrong};
use crate::web::address::At;
use app::pages::admin::promises::{PromiseRow, PromisesPage, promises as view};
use app::pages::admin::values::Values;
use app::ui::flash::Flash;
use axum::Form;
use backend::Kind;
use backend::promises::{self, Mark, Promise};
use uuid::Uuid;

const LIST: &str = "/admin/promises";

pub(super) async fn list(admin: Administrator) -> Answer {
    shown(&admin, Values::default()).await
}

pub(super) async fn lift(admin: Administrator, At(id): At<Uuid>, Form(posted): Posted) -> Answer {
    let (typed, field) = (typed(posted), format!("why-{id}"));
    let why = typed.get(&field).map(String::as_str).unwrap_or_default();
    match promises::lift(admin.services(), &admin.actor, id, why).await {
        Ok(()) => admin.done(Flash::done("已修复。", "The mark was lifted."), LIST).await,
        Err(error) if matches!(error.kind(), Kind::Invalid(_)) => {
            let mut errors = wrong(error)?;
            for error in &mut errors {
                error.field.clone_from(&field);
            }
            shown(&admin, Values { typed, errors }).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn shown(admin: &Administrator, values: Values) -> Answer {
    let lang = admin.lang();
    let marks = promises::list(admin.services(), &admin.actor).await?;
    let row = |mark: Mark| PromiseRow {
        id: mark.id.to_string(),
        person: mark.person,
        case_no: mark.case_no,
        item: lang.pick(&mark.item, &mark.item_en).to_owned(),
        supplement: mark.promise == Promise::Supplement,
        since: mark.since,
        lifted: mark.lifted.map(|lifted| (lifted.at, lifted.by, lifted.why)),
    };
    let status = status(&values);
    let page = PromisesPage { lang, rows: marks.into_iter().map(row).collect(), values };
    let title = lang.t("失信记录", "Broken promises");
    Ok(admin.form(status, title, LIST.to_owned(), move || view(page)))
}
