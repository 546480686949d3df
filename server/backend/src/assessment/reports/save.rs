//! 填报 and 报送: what the head of a department writes down, with its evidence.

use std::collections::HashSet;

use domain::assessment::Period;
use domain::assessment::report::{Act, Deed, Figure, State};
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Actor;
use entity::{report, report_file};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, SqlErr};
use uuid::Uuid;

use super::evidence::take_out;
use super::one::{Detail, owed};
use super::row::{Told, stored, tell};
use crate::audit::{self, Entry};
use crate::uploads;
use crate::{Error, Result, Services};

/// What was typed, and the files that came with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The version that the page showed; 0 where it was not begun.
    pub version: i32,
    /// The number, as typed.
    pub numerator: String,
    /// The whole, as typed.
    pub denominator: String,
    /// The words.
    pub text: String,
    /// New evidence: the point it shows, 0 for none in particular, and the upload.
    pub files: Vec<(u32, Uuid)>,
    /// Evidence to be taken out.
    pub removed: Vec<Uuid>,
}

/// Saves a draft, or submits it.
///
/// # Errors
/// [`crate::Kind::Invalid`] by field (`numerator`, `denominator`, `text`, `file-<point>`);
/// [`crate::Kind::Stale`] with who was faster, or where it is not with the department any more;
/// [`crate::Kind::NotFound`] to all but the head of the department that reports.
pub async fn save(
    services: &Services,
    actor: &Actor,
    (entry, period): (Uuid, Period),
    draft: &Draft,
    act: Act,
) -> Result<Uuid> {
    if !matches!(act, Act::Save | Act::Submit) {
        return Err(Error::not_found());
    }
    let tx = services.db.begin().await?;
    let (detail, row) = owed(&tx, services, actor, entry, period).await?;
    let figure = read(draft, act)?;
    let state = detail.report.as_ref().map_or(State::Draft, |report| report.state);
    let next = match state.after(act) {
        Some(next) if row.as_ref().map_or(0, |row| row.version) == draft.version => next,
        Some(_) | None => return Err(Error::stale(row.map(|row| row.changed_name))),
    };
    let known = row.is_some();
    let same = detail.report.as_ref().is_some_and(|report| report.figure == figure);
    let id = put(&tx, services, actor, (&detail, row), &figure, next).await?;
    for file in &draft.removed {
        take_out(&tx, services, actor, (id, *file), &figure).await?;
    }
    attach(&tx, services, actor, (&detail, id), &figure, &draft.files).await?;
    let now = services.clock.now();
    // A draft saved as it was, only with more evidence, tells of the evidence alone.
    if act == Act::Submit || !known || !same {
        let told = Told { deed: act.deed(), figure: &figure, reason: None, file: None };
        tell(&tx, (now, actor), id, told).await?;
    }
    let action = if act == Act::Submit { "report.submitted" } else { "report.saved" };
    audit::record(&tx, now, Entry::new(actor, action, format!("report/{id}"))).await?;
    tx.commit().await?;
    Ok(id)
}

fn read(draft: &Draft, act: Act) -> Result<Figure> {
    let figure = Figure::read(&draft.numerator, &draft.denominator, &draft.text).map_err(Error::invalid)?;
    if act == Act::Submit && figure.is_empty() {
        return Err(Error::invalid(vec![FieldError::new("numerator", FieldCode::NoFigure)]));
    }
    Ok(figure)
}

/// Writes the row, new or as the next version.
async fn put<C: ConnectionTrait>(
    tx: &C,
    services: &Services,
    actor: &Actor,
    (detail, row): (&Detail, Option<report::Model>),
    figure: &Figure,
    next: State,
) -> Result<Uuid> {
    let now = services.clock.now();
    let changed = report::ActiveModel {
        state: Set(next.as_str().to_owned()),
        numerator: Set(stored(figure.numerator)),
        denominator: Set(stored(figure.denominator)),
        text: Set(figure.text.clone()),
        changed_at: Set(now),
        changed_by: Set(actor.account),
        changed_name: Set(actor.name.clone()),
        ..Default::default()
    };
    let submitted = (next == State::Submitted).then_some(now);
    let Some(row) = row else { return insert(tx, detail, changed, submitted).await };
    let changed = report::ActiveModel {
        version: Set(row.version + 1),
        submitted_at: Set(submitted.or(row.submitted_at)),
        ..changed
    };
    let done = report::Entity::update_many()
        .set(changed)
        .filter(report::COLUMN.id.eq(row.id))
        .filter(report::COLUMN.version.eq(row.version))
        .exec(tx)
        .await?;
    if done.rows_affected == 0 { Err(Error::stale(None)) } else { Ok(row.id) }
}

async fn insert<C: ConnectionTrait>(
    tx: &C,
    detail: &Detail,
    changed: report::ActiveModel,
    submitted: Option<chrono::DateTime<chrono::Utc>>,
) -> Result<Uuid> {
    let id = Uuid::now_v7();
    let department = detail.department.ok_or_else(Error::not_found)?;
    let row = report::ActiveModel {
        id: Set(id),
        entry_id: Set(detail.entry.row.id),
        scheme_key: Set(detail.entry.scheme.clone()),
        entry_key: Set(detail.entry.row.key.clone()),
        period: Set(detail.period.to_string()),
        department_id: Set(department),
        version: Set(1),
        mend_by: Set(None),
        submitted_at: Set(submitted),
        signed_at: Set(None),
        signed_name: Set(None),
        ..changed
    };
    match report::Entity::insert(row).exec_without_returning(tx).await {
        Ok(_) => Ok(id),
        // Somebody else of the department began it just now.
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
            Err(Error::stale(None))
        }
        Err(error) => Err(error.into()),
    }
}

/// Adds the evidence; each file must be the actor's own and belong to nothing yet.
async fn attach<C: ConnectionTrait>(
    tx: &C,
    services: &Services,
    actor: &Actor,
    (detail, report): (&Detail, Uuid),
    figure: &Figure,
    files: &[(u32, Uuid)],
) -> Result<()> {
    let ids: Vec<Uuid> = files.iter().map(|(_, file)| *file).collect();
    let waiting = uploads::waiting_in(tx, actor, ids.clone()).await?;
    let free: HashSet<Uuid> = waiting.into_iter().map(|file| file.id).collect();
    let now = services.clock.now();
    for (point, upload) in files {
        let known = *point == 0 || detail.entry.evidence.iter().any(|known| known.number == *point);
        if !known || !free.contains(upload) {
            return Err(Error::invalid(vec![FieldError::new(format!("file-{point}"), FieldCode::Unknown)]));
        }
        let id = Uuid::now_v7();
        let row = report_file::ActiveModel {
            id: Set(id),
            report_id: Set(report),
            point: Set(i32::try_from(*point).map_err(Error::internal)?),
            upload_id: Set(*upload),
            added_at: Set(now),
            added_by: Set(actor.account),
            removed_at: Set(None),
        };
        report_file::Entity::insert(row).exec_without_returning(tx).await?;
        let told = Told { deed: Deed::EvidenceAdded, figure, reason: None, file: Some(id) };
        tell(tx, (now, actor), report, told).await?;
    }
    Ok(())
}
