//! From rows to the lines of a list.

use super::CaseRow;
use crate::cases::{case_of, channel_of, view};
use crate::{Result, Services};
use domain::permission::Actor;
use entity::{account, case_file, department, item, person};
use sea_orm::{EntityTrait as _, QueryFilter as _, QuerySelect as _};
use std::collections::HashMap;
use uuid::Uuid;

/// Four statements for a page of any length: cases, items with departments, people, accounts.
pub(super) async fn lines(
    services: &Services,
    actor: &Actor,
    rows: Vec<case_file::Model>,
) -> Result<Vec<CaseRow>> {
    let names = Names::load(services, &rows).await?;
    rows.into_iter().map(|row| line(services, actor, &names, row)).collect()
}

struct Names {
    items: HashMap<String, (String, Option<String>)>,
    departments: HashMap<Uuid, (String, Option<String>)>,
    people: HashMap<Uuid, String>,
    accounts: HashMap<Uuid, String>,
}

impl Names {
    async fn load(services: &Services, rows: &[case_file::Model]) -> Result<Self> {
        let db = &services.db.read;
        let items: Vec<(String, String, Option<String>)> = item::Entity::find()
            .select_only()
            .columns([item::Column::Id, item::Column::Name, item::Column::NameEn])
            .filter(item::COLUMN.id.is_in(rows.iter().map(|row| row.item_id.as_str())))
            .into_tuple()
            .all(db)
            .await?;
        let departments: Vec<(Uuid, String, Option<String>)> = department::Entity::find()
            .select_only()
            .columns([department::Column::Id, department::Column::Name, department::Column::NameEn])
            .filter(department::COLUMN.id.is_in(rows.iter().map(|row| row.department_id)))
            .into_tuple()
            .all(db)
            .await?;
        let people: Vec<(Uuid, String)> = person::Entity::find()
            .select_only()
            .columns([person::Column::Id, person::Column::Name])
            .filter(person::COLUMN.id.is_in(rows.iter().map(|row| row.person_id)))
            .into_tuple()
            .all(db)
            .await?;
        let accounts: Vec<(Uuid, String)> = account::Entity::find()
            .select_only()
            .columns([account::Column::Id, account::Column::Name])
            .filter(account::COLUMN.id.is_in(rows.iter().filter_map(|row| row.assignee_id)))
            .into_tuple()
            .all(db)
            .await?;
        Ok(Self {
            items: items.into_iter().map(|(id, name, en)| (id, (name, en))).collect(),
            departments: departments.into_iter().map(|(id, name, en)| (id, (name, en))).collect(),
            people: people.into_iter().collect(),
            accounts: accounts.into_iter().collect(),
        })
    }
}

fn line(services: &Services, actor: &Actor, names: &Names, row: case_file::Model) -> Result<CaseRow> {
    let assignee = row.assignee_id.and_then(|id| names.accounts.get(&id).cloned());
    let case = case_of(&row, assignee.as_deref())?;
    let (light, days_left) = view::clock(services, &case);
    let (item_name, item_name_en) = names.items.get(&row.item_id).cloned().unwrap_or_default();
    let (department, department_en) = names.departments.get(&row.department_id).cloned().unwrap_or_default();
    Ok(CaseRow {
        channel: channel_of(&row)?,
        item_name,
        item_name_en,
        department,
        department_en,
        applicant_name: names.people.get(&row.person_id).cloned().unwrap_or_default(),
        status: case.status,
        outcome: case.outcome,
        kind: case.kind,
        submitted_at: row.submitted_at,
        next_due: case.next_due(),
        promised_due: case.promised_due,
        statutory_due: case.statutory_due,
        light,
        days_left,
        decided_on: case.decided_on,
        handling_days: case.handling_days,
        mine: row.assignee_id.is_some() && row.assignee_id == actor.account,
        assignee,
        version: case.version,
        case_no: row.case_no,
        item_id: row.item_id,
    })
}
