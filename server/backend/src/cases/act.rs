//! Doing something to a case: one transaction, guarded by its version.

use super::amend::{self, Amendment};
use super::colleagues::of_department;
use super::deed::Deed;
use super::loaded::{Loaded, load};
use super::record::{self, Beside, Head, Moment};
use super::view::{self, CaseView};
use super::{dimensions, filed, words};
use crate::certificates::granted::Grant;
use crate::crypto::Field;
use crate::intake::{attach_uploads, receipt_day};
use crate::{Error, Kind, Result, Services};
use domain::case::{Action, Assignee, Case, Context, decide};
use domain::field_error::{FieldCode, FieldError};
use domain::permission::{Actor, Standing};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

/// Most characters of an opinion.
const OPINION_MAX: usize = 2000;

/// Does something to a case that the page showed in `version`.
///
/// # Errors
/// [`Kind::NotFound`] to strangers, [`Kind::Stale`] where somebody was faster,
/// [`Kind::Refused`] where the rules say no, [`Kind::Invalid`] where they name a field.
pub async fn act(
    services: &Services,
    actor: &Actor,
    case_no: &str,
    version: u32,
    deed: Deed,
) -> Result<CaseView> {
    let tx = services.db.begin().await?;
    let loaded = load(&tx, services, actor, case_no).await?;
    check_version(&loaded.case, version, actor)?;
    done(&tx, services, actor, &loaded, deed).await?;
    tx.commit().await?;
    view::left(services, actor, case_no).await
}

/// Does it inside a transaction, on a case that was just read in it.
pub(crate) async fn done<C: ConnectionTrait>(
    tx: &C,
    services: &Services,
    actor: &Actor,
    loaded: &Loaded,
    deed: Deed,
) -> Result<Case> {
    let Loaded { row, case, item, .. } = loaded;
    let (action, amendment) = amend::read(services, loaded, &deed)?;
    let action = colleague(tx, services, case, action).await?;
    let calendar = services.reference.calendar();
    let file = filed(tx, row, item).await?;
    let today = services.clock.today();
    let at_counter = case.standing_of(actor) == Standing::Counter;
    let receipt_day = receipt_day(services, at_counter);
    let context = Context { actor, today, receipt_day, calendar: &calendar, file: &file };
    let papers = matches!(action, Action::Supplement { papers: true, .. });
    let events = words::sealed(&services.keys, row.id, decide(case, action, &context)?)?;
    let (at, watch) = (services.clock.now(), services.watch.rules());
    let moment = Moment { actor, at, today, calendar: &calendar, watch: &watch };
    let grant = Some(Grant::of(&services.keys, row, item));
    let head = Head { case_id: row.id, case_no: &row.case_no, dimensions: dimensions(row)?, grant };
    let beside = beside(services, row.id, &deed, &amendment)?;
    let after = record::append(tx, &head, case, &events, beside, &moment).await?;
    attach_uploads(tx, actor.account, &all_files(&deed), row.id).await?;
    let enclosed = if amendment.is_some() { deed.uploads.as_slice() } else { &[] };
    if let Some(amendment) = amendment {
        amend::write(tx, services, loaded, &amendment, after.version, enclosed).await?;
    }
    if papers {
        amend::papers(tx, row.id, case).await?;
    }
    Ok(after)
}

/// Every file that came, once.
fn all_files(deed: &Deed) -> Vec<Uuid> {
    let mut files: Vec<Uuid> = deed.uploads.clone();
    files.extend(deed.files.iter().map(|(_, upload)| *upload));
    files.sort_unstable();
    files.dedup();
    files
}

/// What stays with the event: the opinion, sealed, and what staff attach. What applicants bring becomes
/// a material of the case.
fn beside(services: &Services, case_id: Uuid, deed: &Deed, amendment: &Option<Amendment>) -> Result<Beside> {
    let opinion = deed.opinion.trim();
    if opinion.chars().count() > OPINION_MAX {
        let error = FieldError::new("opinion", FieldCode::TooLong { max: OPINION_MAX });
        return Err(Error::invalid(vec![error]));
    }
    let sealed = || services.keys.seal(Field::CASE_WORDS.of(case_id), opinion);
    let attachments = if amendment.is_some() { Vec::new() } else { deed.uploads.clone() };
    Ok(Beside { opinion: (!opinion.is_empty()).then(sealed).transpose()?, attachments })
}

/// What gives a case to somebody names them as they are known here, not as a form does.
async fn colleague<C: ConnectionTrait>(
    tx: &C,
    services: &Services,
    case: &Case,
    mut action: Action,
) -> Result<Action> {
    if let Action::Assign { to } | Action::HandOver { to, .. } = &mut action {
        *to = known(tx, services, case, to.account).await?;
    }
    Ok(action)
}

/// A case goes only to an active reviewer of the department that decides it.
async fn known<C: ConnectionTrait>(
    tx: &C,
    services: &Services,
    case: &Case,
    account: Uuid,
) -> Result<Assignee> {
    let all = of_department(tx, case.department, services.clock.today()).await?;
    let found = all.into_iter().find(|one| one.account == account);
    found
        .map(|one| Assignee { account: one.account, name: one.name })
        .ok_or_else(|| Error::invalid(vec![FieldError::new("to", FieldCode::Choice)]))
}

/// A page that is no longer true decides nothing; it is told who has the case now.
fn check_version(case: &Case, version: u32, actor: &Actor) -> Result<()> {
    if case.version == version {
        return Ok(());
    }
    let other = case.assignee.as_ref().filter(|holder| !actor.answers_for(holder.account));
    Err(Error::new(Kind::Stale { held_by: other.map(|holder| holder.name.clone()) }))
}
