//! Certificates, materials kept, and what registries said.

use crate::certificates::{self, Certificate};
use crate::evidence::{self, Holding};
use crate::extracts::{self, Extract};
use crate::{Holder, Result, Services};
use serde_json::{Value, json};
use uuid::Uuid;

pub(super) async fn certificates(services: &Services, person: Uuid) -> Result<Value> {
    let held = certificates::held(&services.db.read, &services.keys, Holder::Person(person)).await?;
    Ok(held.iter().map(certificate).collect())
}

fn certificate(one: &Certificate) -> Value {
    json!({
        "type": one.code,
        "identifier": one.identifier,
        "version": one.version,
        "number": one.number,
        "issuer": one.issuer,
        "issuer_code": one.issuer_code,
        "issued_on": one.issued_on,
        "valid_from": one.standing.valid_from,
        "valid_until": one.standing.valid_until,
        "status": one.standing.status.as_str(),
        "superseded": one.standing.superseded,
        "status_at": one.status_at,
        "status_reason": one.status_reason,
        "data": one.data,
    })
}

pub(super) async fn materials(services: &Services, person: Uuid) -> Result<Value> {
    let kept = evidence::holdings_of(&services.db.read, Holder::Person(person)).await?;
    Ok(kept.iter().map(material).collect())
}

fn material(one: &Holding) -> Value {
    json!({
        "name": one.name,
        "certificate_type": one.certificate_code,
        "grade": one.grade.as_str(),
        "file_name": one.file_name,
        "file": one.upload_id.map(|id| format!("/uploads/{id}")),
        "case_no": one.case_no,
        "valid_until": one.valid_until,
        "verified_at": one.verified_at,
        "given_at": one.created_at,
    })
}

pub(super) async fn extracts(services: &Services, person: Uuid) -> Result<Value> {
    let today = services.clock.today();
    let said = extracts::read(&services.db.read, &services.keys, Holder::Person(person), today).await?;
    said.iter().map(extract).collect()
}

fn extract(one: &Extract) -> Result<Value> {
    Ok(json!({ "registry": one.source, "as_of": one.as_of, "facts": serde_json::to_value(&one.facts)? }))
}
