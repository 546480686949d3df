//! The materials of a new case: what they are, what is kept of them, what the applicant agreed to,
//! and the lines of the ledger that their owner reads.

use super::handed::{Handed, Source};
use super::matter::Matter;
use crate::access::{self, Access, Act};
use crate::cases::record::Moment;
use crate::catalogue::Material;
use crate::drafts::Manner;
use crate::evidence::{self, Kept};
use crate::{Error, Holder, Result, consents};
use domain::certificate::Status;
use domain::evidence::{Consent, Grade};
use entity::{case_material, certificate};
use sea_orm::sea_query::LockType;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Writes it all, in as few statements as there are tables.
pub(super) async fn write<C: ConnectionTrait>(
    tx: &C,
    matter: &Matter<'_>,
    moment: &Moment<'_>,
    case_id: Uuid,
) -> Result<()> {
    still_fit(tx, matter).await?;
    let rows: Vec<_> =
        matter.papers().flat_map(|(material, handed)| rows(case_id, material, handed)).collect();
    if !rows.is_empty() {
        case_material::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    keep(tx, matter, moment, case_id).await?;
    agree(tx, matter, moment, case_id).await?;
    let lines = matter.papers().flat_map(|(material, handed)| lines(matter, case_id, material, handed));
    access::record(tx, moment.at, moment.actor, lines.collect()).await
}

/// What was read before the transaction may have been withdrawn since: then nothing is written, and
/// the next try sees it. On PostgreSQL the rows are held until the case is.
async fn still_fit<C: ConnectionTrait>(tx: &C, matter: &Matter<'_>) -> Result<()> {
    let used: BTreeSet<Uuid> = matter.papers().filter_map(|(_, handed)| certificate(handed)).collect();
    if used.is_empty() {
        return Ok(());
    }
    let fit = certificate::Entity::find()
        .select_only()
        .column(certificate::Column::Id)
        .filter(certificate::COLUMN.id.is_in(used.clone()))
        .filter(certificate::COLUMN.status.eq(Status::Valid.as_str()))
        .filter(certificate::COLUMN.superseded.eq(false))
        .lock(LockType::Share);
    let fit = fit.into_tuple::<Uuid>().all(tx).await?;
    if fit.len() == used.len() { Ok(()) } else { Err(Error::conflict()) }
}

/// One row for each file; one where there is none.
fn rows(case_id: Uuid, material: &Material, handed: &Handed) -> Vec<case_material::ActiveModel> {
    let one = |upload: Option<Uuid>, holding: Option<Uuid>| case_material::ActiveModel {
        id: Set(Uuid::now_v7()),
        case_id: Set(case_id),
        material_id: Set(Some(material.id)),
        name: Set(material.name.clone()),
        manner: Set(handed.manner.as_str().to_owned()),
        grade: Set(handed.grade.map(|grade| grade.as_str().to_owned())),
        upload_id: Set(upload),
        required: Set(material.required),
        note: Set(None),
        certificate_id: Set(certificate(handed)),
        holding_id: Set(holding),
        source: Set(registry(handed)),
    };
    match &handed.source {
        Some(Source::Holding(pages)) => pages.iter().map(|page| one(page.upload_id, Some(page.id))).collect(),
        Some(Source::Certificate(_) | Source::Share { .. }) => vec![one(None, None)],
        None if handed.uploads.is_empty() => vec![one(None, None)],
        None => handed.uploads.iter().map(|&upload| one(Some(upload), None)).collect(),
    }
}

fn certificate(handed: &Handed) -> Option<Uuid> {
    match &handed.source {
        Some(Source::Certificate(one)) => Some(one.id),
        Some(Source::Share { .. } | Source::Holding(_)) | None => None,
    }
}

fn registry(handed: &Handed) -> Option<String> {
    match &handed.source {
        Some(Source::Share { source, .. }) => Some(source.clone()),
        Some(Source::Certificate(_) | Source::Holding(_)) | None => None,
    }
}

/// 材料库: the files of this application, for the next one.
async fn keep<C: ConnectionTrait>(
    tx: &C,
    matter: &Matter<'_>,
    moment: &Moment<'_>,
    case_id: Uuid,
) -> Result<()> {
    let clerk = matter.application.counter.and(moment.actor.account);
    let mut kept = Vec::new();
    for (material, handed) in matter.papers() {
        // A clerk had the paper in hand while it was scanned.
        let seen = clerk.filter(|_| handed.manner == Manner::Paper);
        let grade = match handed.manner {
            Manner::Paper if seen.is_some() => Grade::B,
            Manner::Commitment => Grade::D,
            Manner::Paper | Manner::Upload | Manner::Certificate | Manner::Share | Manner::Missing => {
                Grade::C
            }
        };
        kept.extend(handed.uploads.iter().map(|&upload_id| Kept {
            holder: matter.holder(),
            name: &material.name,
            certificate_code: material.certificate_code.as_deref(),
            grade,
            upload_id,
            verified_by: seen,
        }));
    }
    if kept.is_empty() {
        return Ok(());
    }
    let until = evidence::last_day(tx, moment.today).await?;
    evidence::keep(tx, &kept, case_id, moment.at, until).await
}

/// 同意: what is used that the law does not provide for anyway.
async fn agree<C: ConnectionTrait>(
    tx: &C,
    matter: &Matter<'_>,
    moment: &Moment<'_>,
    case_id: Uuid,
) -> Result<()> {
    let needed = matter.papers().filter(|(material, handed)| handed.consent(material) != Consent::Statutory);
    let mut scope: Vec<String> = needed.filter_map(|(material, handed)| named(material, handed)).collect();
    scope.sort_unstable();
    scope.dedup();
    let at_counter = matter.application.counter.is_some();
    consents::give(tx, matter.person.id, case_id, scope, at_counter, moment).await
}

/// What is used, by code, registry or name.
fn named(material: &Material, handed: &Handed) -> Option<String> {
    Some(match handed.source.as_ref()? {
        Source::Certificate(one) => one.code.clone(),
        Source::Share { source, .. } => source.clone(),
        Source::Holding(_) => material.name.clone(),
    })
}

/// The owner reads each use of what is theirs.
fn lines(matter: &Matter<'_>, case_id: Uuid, material: &Material, handed: &Handed) -> Vec<Access> {
    let reason = format!("办理“{}”", matter.item.name);
    let line = |holder: Holder, act: Act, what: &str| Access {
        case: Some(case_id),
        item: Some(matter.item.id.clone()),
        ..Access::new(holder, act, what, reason.clone())
    };
    match &handed.source {
        Some(Source::Certificate(one)) => {
            vec![Access { certificate: Some(one.id), ..line(one.holder, Act::CertificateUsed, &one.code) }]
        }
        Some(Source::Share { source, .. }) => vec![line(matter.holder(), Act::DataUsed, source)],
        Some(Source::Holding(pages)) => pages.first().map_or_else(Vec::new, |page| {
            let used = line(page.holder, Act::HoldingUsed, &material.name);
            vec![Access { holding: Some(page.id), ..used }]
        }),
        None => Vec::new(),
    }
}
