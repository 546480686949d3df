//! Taking an application in: what is wrong is refused before anything is written.

use super::matter::Matter;
use super::preview;
use super::receipt::{self, Receipt};
use super::route::{self, RESIDENCE, Routed};
use super::written::Ready;
use super::{Application, Counter, application_of};
use crate::catalogue::ItemState;
use crate::crypto::Field;
use crate::{Error, Kind, Result, Services, drafts, prefill};
use domain::field_error::{FieldCode, FieldError};
use domain::intake::{self, Answers, FormSpec};
use domain::permission::Actor;
use entity::idempotency;
use sea_orm::EntityTrait as _;
use uuid::Uuid;

/// Takes an application in. Wrong answers are refused; missing ones and missing materials are not,
/// for an incomplete application must be received and its gaps told once (行政许可法 art. 32 (4)).
/// Pages ask for everything before they come here.
///
/// # Errors
/// [`Kind::Invalid`] with every wrong field, [`Kind::Conflict`] where `key` was used for something
/// else, [`Kind::NotFound`] for an unknown item or person.
pub async fn submit(
    services: &Services,
    actor: &Actor,
    application: Application,
    key: &str,
) -> Result<Receipt> {
    let matter = Matter::of(services, actor, &application).await?;
    submit_with(services, actor, &matter, key, None).await
}

/// Submits a draft, complete or not at all, and removes it in the same transaction. `consented`: the
/// applicant has said yes to the use of what is sensitive.
///
/// # Errors
/// As [`submit`]; also [`Kind::Invalid`] for what is not answered yet.
pub async fn submit_draft(
    services: &Services,
    actor: &Actor,
    draft_id: Uuid,
    counter: Option<Counter>,
    consented: bool,
) -> Result<Receipt> {
    let draft = match drafts::get(services, actor, draft_id).await {
        Ok(draft) => draft,
        Err(error) if matches!(error.kind(), Kind::NotFound) => {
            return repeated(services, actor, draft_id, error).await;
        }
        Err(error) => return Err(error),
    };
    let application = Application { consented, ..application_of(&draft, counter)? };
    let matter = Matter::of(services, actor, &application).await?;
    prefill::verify(services, &matter.item.form, &draft).await?;
    let preview = preview::ahead(services, &matter).await?;
    let mut errors = preview.errors;
    if counter.is_none() && !preview.missing_materials.is_empty() {
        errors.push(FieldError::new("materials", FieldCode::Missing));
    }
    if !errors.is_empty() {
        return Err(Error::invalid(errors));
    }
    submit_with(services, actor, &matter, &draft_id.to_string(), Some(draft_id)).await
}

/// A draft that is gone because it was submitted: the second click gets the first receipt.
async fn repeated(services: &Services, actor: &Actor, draft_id: Uuid, error: Error) -> Result<Receipt> {
    let account = actor.account.ok_or_else(Error::denied)?;
    let used =
        idempotency::Entity::find_by_id((draft_id.to_string(), account)).one(&services.db.read).await?;
    match used.and_then(|row| Some((row.case_id?, row.response))) {
        Some((case_id, kept)) => receipt::again(services, case_id, kept).await,
        None => Err(error),
    }
}

pub(super) async fn submit_with(
    services: &Services,
    actor: &Actor,
    matter: &Matter<'_>,
    key: &str,
    draft: Option<Uuid>,
) -> Result<Receipt> {
    let account = actor.account.ok_or_else(Error::denied)?;
    if matter.unconsented() {
        return Err(Error::invalid(vec![FieldError::new("consent", FieldCode::Missing)]));
    }
    if !matter.wrong.is_empty() {
        return Err(Error::invalid(matter.wrong.clone()));
    }
    let answers = given(services, matter)?;
    let route = competent(services, matter).await?;
    let fingerprint = fingerprint(services, matter.application);
    let ready = Ready { services, actor, matter, account, key, draft, answers, route, fingerprint };
    ready.write().await
}

/// A keyed hash of all that was brought: personal data leaves no plain trace here.
fn fingerprint(services: &Services, application: &Application) -> String {
    services.keys.mac(Field::CASE_FORM.as_str(), format!("{application:?}").as_bytes())
}

/// The answers in their normal form. Only what was answered is checked here.
fn given(services: &Services, matter: &Matter<'_>) -> Result<Answers> {
    let Matter { application, item, .. } = matter;
    if item.state != ItemState::Active {
        return Err(Error::not_found());
    }
    let fields = item.form.fields.iter().cloned();
    let optional = fields.map(|field| intake::FieldSpec { required: false, ..field }).collect();
    intake::check(&FormSpec { fields: optional }, &application.answers, services.clock.today())
        .map_err(Error::invalid)
}

async fn competent(services: &Services, matter: &Matter<'_>) -> Result<Routed> {
    let route = route::route(services, matter).await?;
    route.ok_or_else(|| Error::invalid(vec![FieldError::new(RESIDENCE, FieldCode::Missing)]))
}
