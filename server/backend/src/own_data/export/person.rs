//! Who the person is, who acts for them, and what they agreed to.

use crate::delegations::{self, Delegation};
use crate::{Result, Services, persons};
use entity::consent;
use sea_orm::{EntityTrait as _, QueryFilter as _, QueryOrder as _};
use serde_json::{Value, json};
use uuid::Uuid;

pub(super) async fn person(services: &Services, id: Uuid) -> Result<Value> {
    let row = persons::row(&services.db.read, id).await?;
    let number = persons::number_of(&services.keys, &row)?;
    let contact = persons::contact(services, id).await?;
    Ok(json!({
        "id_number": number.reveal(),
        "id_number_masked": number.masked(),
        "name": row.name,
        "kind": row.kind,
        "birth_date": row.birth_date,
        "sex": row.sex,
        "died_on": row.died_on,
        "phone": contact.phone,
        "household_division": contact.hukou_division,
        "residence_division": contact.residence_division,
        "address": contact.address,
        "recorded_at": row.created_at,
    }))
}

pub(super) async fn delegations(services: &Services, person: Uuid) -> Result<Value> {
    let given = delegations::of_principal(services, crate::Holder::Person(person)).await?;
    let received = delegations::of_agent(services, person).await?;
    let lines = |all: Vec<Delegation>| all.iter().map(delegation).collect::<Vec<_>>();
    Ok(json!({ "given": lines(given), "received": lines(received) }))
}

/// The other side is a person too: by name only.
fn delegation(one: &Delegation) -> Value {
    json!({
        "principal": one.principal_name,
        "agent": one.agent.name,
        "items": one.items,
        "valid_from": one.valid_from,
        "valid_until": one.valid_until,
        "given_at": one.given_at,
        "accepted_at": one.accepted_at,
        "revoked_at": one.revoked_at,
    })
}

pub(super) async fn consents(services: &Services, person: Uuid) -> Result<Value> {
    let rows = consent::Entity::find()
        .filter(consent::COLUMN.person_id.eq(person))
        .order_by_desc(consent::Column::GivenAt)
        .all(&services.db.read)
        .await?;
    let line = |row: consent::Model| {
        json!({
            "purpose": row.purpose,
            "scope": row.scope,
            "manner": row.manner,
            "given_at": row.given_at,
            "withdrawn_at": row.withdrawn_at,
        })
    };
    Ok(rows.into_iter().map(line).collect())
}
