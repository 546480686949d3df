//! Rows of alerts with the names that people know.

use super::{Alert, AlertState};
use crate::catalogue::Handbook;
use crate::crypto::Field;
use crate::{Result, Services};
use domain::case::Status;
use domain::watch::{Card, Rule};
use entity::{account, case_file, watch_alert, watch_order};
use sea_orm::{EntityTrait as _, QueryFilter as _, QuerySelect as _};
use std::collections::HashMap;
use uuid::Uuid;

/// What stands beside the rows.
struct Beside {
    cases: HashMap<Uuid, case_file::Model>,
    orders: HashMap<Uuid, (i32, i32)>,
    names: HashMap<Uuid, String>,
    reasons: HashMap<Uuid, String>,
}

/// The rows in their order; none that the catalogue does not know.
pub(super) async fn lines(services: &Services, rows: Vec<watch_alert::Model>) -> Result<Vec<Alert>> {
    let beside = beside(services, &rows).await?;
    let rules = services.watch.rules();
    let all =
        |book: &Handbook| Some(rows.iter().filter_map(|row| line(row, &rules, &beside, book)).collect());
    services.catalogue.look_up(all).await
}

async fn beside(services: &Services, rows: &[watch_alert::Model]) -> Result<Beside> {
    let db = &services.db.read;
    let cases = case_file::Entity::find()
        .filter(case_file::COLUMN.id.is_in(rows.iter().map(|row| row.case_id)))
        .all(db)
        .await?;
    let orders = watch_order::Entity::find()
        .filter(watch_order::COLUMN.id.is_in(rows.iter().filter_map(|row| row.order_id)))
        .all(db)
        .await?;
    let names: Vec<(Uuid, String)> = account::Entity::find()
        .select_only()
        .columns([account::Column::Id, account::Column::Name])
        .filter(account::COLUMN.id.is_in(rows.iter().filter_map(|row| row.settled_by)))
        .into_tuple()
        .all(db)
        .await?;
    let mut reasons = HashMap::new();
    for row in rows {
        if let Some(sealed) = &row.reason_cipher {
            let words = services.keys.open(Field::WATCH_WORDS.of(row.id), sealed)?;
            reasons.insert(row.id, words.to_string());
        }
    }
    Ok(Beside {
        cases: cases.into_iter().map(|case| (case.id, case)).collect(),
        orders: orders.into_iter().map(|order| (order.id, (order.year, order.serial))).collect(),
        names: names.into_iter().collect(),
        reasons,
    })
}

fn line(row: &watch_alert::Model, rules: &[Rule], beside: &Beside, book: &Handbook) -> Option<Alert> {
    let case = beside.cases.get(&row.case_id)?;
    let rule = rules.iter().find(|rule| rule.key == row.rule)?;
    let item = book.item(&case.item_id, None)?;
    let department = book.department(row.department_id)?;
    let order = row.order_id.and_then(|id| beside.orders.get(&id).map(|(year, serial)| (id, *year, *serial)));
    Some(Alert {
        id: row.id,
        rule: rule.key.clone(),
        kind: rule.kind,
        rule_name: rule.name.clone(),
        rule_name_en: rule.name_en.clone(),
        article: rule.article.clone(),
        article_en: rule.article_en.clone(),
        reply: rule.reply,
        case_no: case.case_no.clone(),
        item_name: item.name.clone(),
        item_name_en: item.name_en.clone(),
        status: Status::parse(&case.status)?,
        department_id: row.department_id,
        department: department.name.clone(),
        department_en: department.name_en.clone(),
        card: Card::parse(&row.card)?,
        state: AlertState::parse(&row.state)?,
        basis: row.basis,
        step: row.step.clone(),
        seq: row.seq,
        happened_on: row.happened_on,
        found_at: row.found_at,
        evidence: serde_json::from_value(row.evidence.clone()).ok()?,
        order,
        settled: row.settled_by.and_then(|id| beside.names.get(&id).cloned()).zip(row.settled_at),
        reason: beside.reasons.get(&row.id).cloned().unwrap_or_default(),
    })
}
