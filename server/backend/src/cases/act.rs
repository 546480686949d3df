//! Doing something to a case: one transaction, guarded by its version.

use super::record::{self, Head, Moment};
use super::view::{self, CaseView};
use super::{case_of, dimensions, words};
use crate::intake::{attach_uploads, receipt_day};
use crate::{Error, Kind, Result, Services};
use domain::case::{Action, ActionKind, Case, Context, decide};
use domain::permission::{Actor, Standing, standing};
use entity::{account, case_file, case_material};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

/// Does `action` to a case that the page showed in `version`; `uploads` come with an answer to
/// corrections.
///
/// # Errors
/// [`Kind::NotFound`] to strangers, [`Kind::Stale`] where somebody was faster,
/// [`Kind::Refused`] where the rules say no, [`Kind::Invalid`] where they name a field.
pub async fn act(
    services: &Services,
    actor: &Actor,
    case_no: &str,
    version: u32,
    mut action: Action,
    uploads: Vec<Uuid>,
) -> Result<CaseView> {
    // The rules are told what is attached here, not what a form claims.
    if let Action::AnswerCorrection { enclosed, .. } = &mut action {
        enclosed.files = uploads.len();
    }
    let kind = action.kind();
    let tx = services.db.begin().await?;
    let (row, before) = load(&tx, actor, case_no).await?;
    check_version(&before, version, actor)?;
    let calendar = services.reference.calendar();
    let at_counter = standing_of(actor, &row) == Standing::Counter;
    let context = Context {
        actor,
        today: services.clock.today(),
        receipt_day: receipt_day(services, at_counter),
        calendar: &calendar,
    };
    let events = words::sealed(&services.keys, decide(&before, action, &context)?)?;
    let moment = Moment { actor, at: services.clock.now(), today: context.today };
    let head = Head { case_id: row.id, case_no: &row.case_no, dimensions: dimensions(&row)? };
    record::append(&tx, &head, &before, &events, &moment).await?;
    if kind == ActionKind::AnswerCorrection {
        add_materials(&tx, actor, row.id, &uploads).await?;
    }
    tx.commit().await?;
    view::get(services, actor, case_no).await
}

/// The case for somebody who may know of it, locked until the end of the transaction.
async fn load<C: ConnectionTrait>(tx: &C, actor: &Actor, case_no: &str) -> Result<(case_file::Model, Case)> {
    let row = case_file::Entity::find()
        .filter(case_file::COLUMN.case_no.eq(case_no))
        .lock_exclusive()
        .one(tx)
        .await?
        .ok_or_else(Error::not_found)?;
    if standing_of(actor, &row) == Standing::Stranger {
        return Err(Error::not_found());
    }
    let holder = match row.assignee_id {
        Some(id) => account::Entity::find_by_id(id).one(tx).await?.map(|account| account.name),
        None => None,
    };
    let case = case_of(&row, holder.as_deref())?;
    Ok((row, case))
}

fn standing_of(actor: &Actor, row: &case_file::Model) -> Standing {
    standing(actor, row.person_id, row.agent_person_id, row.department_id)
}

/// A page that is no longer true decides nothing; it is told who has the case now.
fn check_version(case: &Case, version: u32, actor: &Actor) -> Result<()> {
    if case.version == version {
        return Ok(());
    }
    let other = case.assignee.as_ref().filter(|holder| Some(holder.account) != actor.account);
    Err(Error::new(Kind::Stale { held_by: other.map(|holder| holder.name.clone()) }))
}

/// What came with the answer to corrections, beside what was there.
async fn add_materials<C: ConnectionTrait>(
    tx: &C,
    actor: &Actor,
    case_id: Uuid,
    uploads: &[Uuid],
) -> Result<()> {
    attach_uploads(tx, actor.account, uploads, case_id).await?;
    let rows: Vec<case_material::ActiveModel> = uploads
        .iter()
        .map(|&upload| case_material::ActiveModel {
            id: Set(Uuid::now_v7()),
            case_id: Set(case_id),
            material_id: Set(None),
            name: Set("补正材料".to_owned()),
            manner: Set("upload".to_owned()),
            grade: Set(Some("C".to_owned())),
            upload_id: Set(Some(upload)),
            required: Set(false),
            note: Set(None),
        })
        .collect();
    if !rows.is_empty() {
        case_material::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}
