//! 撤回同意, also in mid-case.

use domain::case::{Action, ActionKind, Context, Status, decide, table};
use domain::evidence::Consent as Needed;
use domain::evidence::{consent_to_certificate, consent_to_registry};
use domain::permission::Actor;
use entity::{case_file, case_material, certificate, consent};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ActiveValue::Unchanged, Condition, ConnectionTrait,
    EntityTrait as _, QueryFilter as _, QuerySelect as _,
};
use std::collections::BTreeSet;
use uuid::Uuid;

use crate::audit::{self, Entry};
use crate::cases::record::{self, Beside, Head, Moment};
use crate::cases::{Loaded, dimensions, filed, loaded};
use crate::drafts::Manner;
use crate::intake::receipt_day;
use crate::{Error, Result, Services};

/// Under this note a material stays that may no longer be used.
const WITHDRAWN: &str = "consent_withdrawn";

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Withdrawal {
    /// The case goes on without these materials; the department will ask for them.
    Stopped {
        /// Their names.
        materials: Vec<String>,
    },
    /// What was done before stays as it was (个人信息保护法 art. 15): the case was decided, or ended, or
    /// nothing was used.
    NoEffect,
}

/// Takes a consent back. While the case is undecided, what rested on the consent is no longer shown to
/// the department and is missing from now on; afterwards what was decided stands.
///
/// # Errors
/// [`crate::Kind::NotFound`] for everybody but who gave it and the counter, [`crate::Kind::Conflict`]
/// where it was taken back before.
pub async fn withdraw(services: &Services, actor: &Actor, id: Uuid) -> Result<Withdrawal> {
    let tx = services.db.begin().await?;
    let given = own(&tx, actor, id).await?;
    let at = services.clock.now();
    let taken = consent::ActiveModel { id: Unchanged(id), withdrawn_at: Set(Some(at)), ..Default::default() };
    taken.update(&tx).await?;
    let entry = Entry::new(actor, "consent.withdraw", format!("consent/{id}"));
    audit::record(&tx, at, entry).await?;
    let outcome = match given.case_id {
        Some(case) => stop(&tx, services, actor, case).await?,
        None => Withdrawal::NoEffect,
    };
    tx.commit().await?;
    Ok(outcome)
}

async fn own(tx: &impl ConnectionTrait, actor: &Actor, id: Uuid) -> Result<consent::Model> {
    let row = consent::Entity::find_by_id(id).one(tx).await?.ok_or_else(Error::not_found)?;
    if actor.person != Some(row.person_id) {
        return Err(Error::not_found());
    }
    if row.withdrawn_at.is_some() { Err(Error::conflict()) } else { Ok(row) }
}

/// Whether a case can still lose what rested on a consent.
pub(super) fn undecided(case: &case_file::Model) -> Result<bool> {
    let status = Status::parse(&case.status).ok_or_else(|| Error::internal("unknown status"))?;
    Ok(table::row(ActionKind::WithdrawConsent).from.contains(&status))
}

async fn stop(
    tx: &impl ConnectionTrait,
    services: &Services,
    actor: &Actor,
    case: Uuid,
) -> Result<Withdrawal> {
    let row = case_file::Entity::find_by_id(case).lock_exclusive().one(tx).await?;
    let row = row.ok_or_else(Error::not_found)?;
    if !undecided(&row)? {
        return Ok(Withdrawal::NoEffect);
    }
    let loaded = loaded(tx, services, actor, row).await?;
    let used = used(tx, case).await?;
    let names: BTreeSet<String> = used.iter().map(|row| row.name.clone()).collect();
    if names.is_empty() {
        return Ok(Withdrawal::NoEffect);
    }
    let materials: Vec<String> = names.into_iter().collect();
    tell(tx, services, actor, &loaded, materials.clone()).await?;
    lose(tx, case, used).await?;
    Ok(Withdrawal::Stopped { materials })
}

/// What of the case rests on consent: certificates but the ID card, registries, materials kept.
async fn used(tx: &impl ConnectionTrait, case: Uuid) -> Result<Vec<case_material::Model>> {
    use case_material::COLUMN;
    let any = Condition::any()
        .add(COLUMN.certificate_id.is_not_null())
        .add(COLUMN.holding_id.is_not_null())
        .add(COLUMN.source.is_not_null());
    let rows = case_material::Entity::find()
        .filter(COLUMN.case_id.eq(case))
        .filter(COLUMN.note.is_null())
        .filter(any)
        .all(tx)
        .await?;
    let ids: Vec<Uuid> = rows.iter().filter_map(|row| row.certificate_id).collect();
    let certificates = if ids.is_empty() {
        Vec::new()
    } else {
        certificate::Entity::find().filter(certificate::COLUMN.id.is_in(ids)).all(tx).await?
    };
    let code = |id: Uuid| certificates.iter().find(|one| one.id == id).map(|one| one.code.as_str());
    let rests = |row: &case_material::Model| match (row.certificate_id.and_then(code), &row.source) {
        (Some(code), _) => consent_to_certificate(code) != Needed::Statutory,
        (None, Some(source)) => consent_to_registry(source) != Needed::Statutory,
        (None, None) => row.holding_id.is_some(),
    };
    Ok(rows.into_iter().filter(rests).collect())
}

/// The case says so, and with it whoever reads its course.
async fn tell(
    tx: &impl ConnectionTrait,
    services: &Services,
    actor: &Actor,
    loaded: &Loaded,
    materials: Vec<String>,
) -> Result<()> {
    let Loaded { row, case, item, .. } = loaded;
    let calendar = services.reference.calendar();
    let file = filed(tx, row, item).await?;
    let today = services.clock.today();
    let receipt_day = receipt_day(services, false);
    let context = Context { actor, today, receipt_day, calendar: &calendar, file: &file };
    let events = decide(case, Action::WithdrawConsent { materials }, &context)?;
    let (at, watch) = (services.clock.now(), services.watch.rules());
    let moment = Moment { actor, at, today, calendar: &calendar, watch: &watch };
    let head = Head { case_id: row.id, case_no: &row.case_no, dimensions: dimensions(row)?, grant: None };
    record::append(tx, &head, case, &events, Beside::default(), &moment).await?;
    Ok(())
}

/// They stay on record under a note; in their place something is missing.
async fn lose(tx: &impl ConnectionTrait, case: Uuid, used: Vec<case_material::Model>) -> Result<()> {
    let ids: Vec<Uuid> = used.iter().map(|row| row.id).collect();
    let gone = case_material::ActiveModel { note: Set(Some(WITHDRAWN.to_owned())), ..Default::default() };
    case_material::Entity::update_many()
        .set(gone)
        .filter(case_material::COLUMN.id.is_in(ids))
        .exec(tx)
        .await?;
    let mut seen = BTreeSet::new();
    let first = used.into_iter().filter(|row| seen.insert((row.material_id, row.name.clone())));
    let rows: Vec<_> = first.map(|row| missing(case, row)).collect();
    case_material::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

fn missing(case: Uuid, row: case_material::Model) -> case_material::ActiveModel {
    case_material::ActiveModel {
        id: Set(Uuid::now_v7()),
        case_id: Set(case),
        material_id: Set(row.material_id),
        name: Set(row.name),
        manner: Set(Manner::Missing.as_str().to_owned()),
        grade: Set(None),
        upload_id: Set(None),
        required: Set(row.required),
        note: Set(None),
        certificate_id: Set(None),
        holding_id: Set(None),
        source: Set(None),
    }
}
