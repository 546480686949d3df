//! From rows to the lines of a list.

use super::CaseRow;
use crate::cases::{case_of, channel_of, view};
use crate::catalogue::{Handbook, IntakeItem};
use crate::persons::mask_name;
use crate::{Result, Services};
use domain::permission::{Actor, Role};
use domain::process::Process;
use entity::{account, case_file, legal_entity, person};
use sea_orm::{EntityTrait as _, QueryFilter as _, QuerySelect as _};
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

/// Three statements for a page of any length: cases, people, accounts; a fourth where organisations
/// applied.
pub(super) async fn lines(
    services: &Services,
    actor: &Actor,
    rows: Vec<case_file::Model>,
) -> Result<Vec<CaseRow>> {
    let names = Names::load(services, &rows).await?;
    let matters = services.catalogue.look_up(|book| rows.iter().map(|row| Matter::of(book, row)).collect());
    let matters: Vec<Matter> = matters.await?;
    rows.into_iter().zip(matters).map(|(row, matter)| line(services, actor, &names, matter, row)).collect()
}

/// What a case is about, and who decides it.
struct Matter {
    item: Arc<IntakeItem>,
    process: Arc<Process>,
    department: String,
    department_en: Option<String>,
}

impl Matter {
    fn of(handbook: &Handbook, row: &case_file::Model) -> Option<Self> {
        let department = handbook.department(row.department_id)?;
        Some(Self {
            item: handbook.item(&row.item_id, None)?,
            process: Arc::clone(&handbook.version(&row.item_id, row.item_version)?.process),
            department: department.name.clone(),
            department_en: department.name_en.clone(),
        })
    }
}

struct Names {
    people: HashMap<Uuid, String>,
    accounts: HashMap<Uuid, String>,
    bodies: HashMap<Uuid, String>,
}

impl Names {
    async fn load(services: &Services, rows: &[case_file::Model]) -> Result<Self> {
        let db = &services.db.read;
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
            people: people.into_iter().collect(),
            accounts: accounts.into_iter().collect(),
            bodies: bodies(services, rows).await?,
        })
    }
}

impl Names {
    /// The organisation where one applied, else the person.
    fn applicant(&self, row: &case_file::Model) -> String {
        let body = row.entity_id.and_then(|id| self.bodies.get(&id));
        body.or_else(|| self.people.get(&row.person_id)).cloned().unwrap_or_default()
    }
}

/// The names of the organisations that applied.
async fn bodies(services: &Services, rows: &[case_file::Model]) -> Result<HashMap<Uuid, String>> {
    let wanted: Vec<Uuid> = rows.iter().filter_map(|row| row.entity_id).collect();
    if wanted.is_empty() {
        return Ok(HashMap::new());
    }
    let bodies: Vec<(Uuid, String)> = legal_entity::Entity::find()
        .select_only()
        .columns([legal_entity::Column::Id, legal_entity::Column::Name])
        .filter(legal_entity::COLUMN.id.is_in(wanted))
        .into_tuple()
        .all(&services.db.read)
        .await?;
    Ok(bodies.into_iter().collect())
}

fn line(
    services: &Services,
    actor: &Actor,
    names: &Names,
    matter: Matter,
    row: case_file::Model,
) -> Result<CaseRow> {
    let Matter { item, process, department, department_en } = matter;
    let assignee = row.assignee_id.and_then(|id| names.accounts.get(&id).cloned());
    let case = case_of(&row, process, assignee.as_deref())?;
    let (light, days_left) = view::clock(services, &case);
    Ok(CaseRow {
        channel: channel_of(&row)?,
        item_name: item.name.clone(),
        item_name_en: item.name_en.clone(),
        department,
        department_en,
        applicant_name: shown(actor, &row, names.applicant(&row)),
        status: case.status,
        outcome: case.outcome,
        kind: case.kind,
        submitted_at: row.submitted_at,
        next_due: case.next_due(),
        reply_by: case.work.reply_by,
        owed_by: case.work.deferral.as_ref().filter(|_| case.supplement_owed()).map(|owed| owed.due),
        special: case.special().copied(),
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

/// Who only supervises sees how cases are handled, not the people; an organisation is no secret.
fn shown(actor: &Actor, row: &case_file::Model, name: String) -> String {
    if actor.is(Role::Supervisor) && row.entity_id.is_none() { mask_name(&name) } else { name }
}
