//! The rows of what was found.

use crate::audit::redacted;
use crate::{Error, Result};
use chrono::{DateTime, Utc};
use domain::watch::{Card, Evidence, Finding, Rule};
use entity::watch_alert;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, sea_query::OnConflict};
use uuid::Uuid;

/// Writes what was found in a case; how much of it is new.
pub(super) async fn write<C: ConnectionTrait>(
    tx: &C,
    rules: &[Rule],
    case_id: Uuid,
    findings: Vec<Finding>,
    at: DateTime<Utc>,
) -> Result<u64> {
    if findings.is_empty() {
        return Ok(0);
    }
    let rows: Vec<_> =
        findings.into_iter().map(|finding| row(rules, case_id, finding, at)).collect::<Result<_>>()?;
    let known = [
        watch_alert::Column::Rule,
        watch_alert::Column::CaseId,
        watch_alert::Column::Basis,
        watch_alert::Column::Step,
        watch_alert::Column::DepartmentId,
    ];
    let once = OnConflict::columns(known).do_nothing().to_owned();
    Ok(watch_alert::Entity::insert_many(rows).on_conflict(once).exec_without_returning(tx).await?)
}

fn row(
    rules: &[Rule],
    case_id: Uuid,
    finding: Finding,
    at: DateTime<Utc>,
) -> Result<watch_alert::ActiveModel> {
    let card = rules.iter().find(|rule| rule.key == finding.rule).map_or(Card::Yellow, |rule| rule.card);
    let evidence = masked(finding.evidence);
    Ok(watch_alert::ActiveModel {
        id: Set(Uuid::now_v7()),
        rule: Set(finding.rule),
        case_id: Set(case_id),
        department_id: Set(finding.department),
        basis: Set(finding.basis),
        step: Set(finding.step),
        card: Set(card.as_str().to_owned()),
        state: Set("open".to_owned()),
        seq: Set(i32::try_from(finding.seq).map_err(Error::internal)?),
        happened_on: Set(finding.on),
        found_at: Set(at),
        evidence: Set(serde_json::to_value(evidence)?),
        order_id: Set(None),
        settled_by: Set(None),
        settled_at: Set(None),
        reason_cipher: Set(None),
    })
}

/// What was written to an applicant may quote a number.
fn masked(evidence: Evidence) -> Evidence {
    let materials = evidence.materials.iter().map(|words| redacted(words)).collect();
    Evidence { materials, ..evidence }
}
