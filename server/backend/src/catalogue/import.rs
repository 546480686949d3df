//! Taking in a catalogue: the whole file or nothing of it.

use std::collections::{HashMap, HashSet};

use domain::credit_code::CreditCode;
use domain::division::{DivisionCode, DivisionTree};
use domain::permission::Actor;
use entity::{bundle, bundle_item, implementation, item};
use sea_orm::{ActiveValue::Set, DatabaseTransaction};
use uuid::Uuid;

use super::check::{self, Checked};
use super::expand::{self, Charge, Expansion};
use super::file::{File, FileItem};
use super::forms::Forms;
use super::row;
use super::search::Named;
use super::{CertificateType, themes};
use crate::audit::{self, Entry};
use crate::import::{Faults, ImportError, may_administer, read_json};
use crate::organisation::Department;
use crate::repo::{division as division_rows, item as rows, organisation as org_rows};
use crate::{Error, Portal, Result, places, settings};

/// How a catalogue is taken in.
#[derive(Clone, Copy, Debug, Default)]
pub struct ImportOptions<'a> {
    /// The city over which implementations are expanded; the one that is served when not named.
    pub city: Option<DivisionCode>,
    /// `themes.json`: themes and life events in both languages.
    pub themes: Option<&'a str>,
    /// Withdraw items that the file does not hold.
    pub replace: bool,
}

/// What an import brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each counts what it names")]
pub struct ImportSummary {
    pub items_added: usize,
    pub items_changed: usize,
    pub items_same: usize,
    pub implementations: usize,
    pub departments: usize,
    pub certificates: usize,
    pub bundles: usize,
}

/// Everything that was read and found right.
struct Plan {
    file: File,
    checked: Vec<Checked>,
    forms: Forms,
    themes: Option<Vec<Named>>,
    events: Option<Vec<Named>>,
}

pub(super) async fn import(
    portal: &Portal,
    actor: &Actor,
    items: &str,
    forms: &str,
    options: &ImportOptions<'_>,
    mut progress: impl FnMut(u64, u64),
) -> Result<ImportSummary, ImportError> {
    may_administer(actor)?;
    let tx = portal.db.begin().await?;
    let plan = read(&tx, items, forms, options).await?;
    let departments = save_departments(&tx, &plan.file).await?;
    save_names(&tx, &plan).await?;
    let mut summary = save_items(portal, &tx, &plan, &departments, &mut progress).await?;
    summary.certificates = plan.file.e_certificates.len();
    summary.departments = plan.file.departments.len();
    summary.bundles = save_bundles(&tx, &plan.file).await?;
    if options.replace {
        withdraw_others(&tx, &plan.file, portal).await?;
    }
    let city = match options.city {
        Some(city) => Some(city),
        None => places::city_in(&tx).await?.map(|city| city.code),
    };
    if let Some(city) = city {
        summary.implementations = save_implementations(&tx, &plan, city, &departments).await?;
    }
    let entry = Entry::new(actor, "catalogue_imported", format!("items/{}", plan.file.items.len()));
    audit::record(&tx, portal.clock.now(), entry).await?;
    tx.commit().await?;
    Ok(summary)
}

async fn read(
    tx: &DatabaseTransaction,
    items: &str,
    forms: &str,
    options: &ImportOptions<'_>,
) -> Result<Plan, ImportError> {
    let file: File = read_json("items", items)?;
    let forms = Forms::parse(forms)?;
    let names = options.themes.map(|json| read_json::<themes::File>("themes", json)).transpose()?;
    let known: HashSet<String> =
        org_rows::departments(tx).await?.into_iter().map(|department| department.key).collect();
    let mut faults = Faults::default();
    let checked = check::check(&file, &known, &mut faults);
    faults.none()?;
    let (themes, events) = names.map(themes::File::keyed).unzip();
    Ok(Plan { file, checked, forms, themes, events })
}

/// Writes departments; those known keep their key and whether they are in use.
async fn save_departments(tx: &DatabaseTransaction, file: &File) -> Result<HashMap<String, Department>> {
    let known: HashMap<String, Department> = org_rows::departments(tx)
        .await?
        .into_iter()
        .map(|department| (department.key.clone(), department))
        .collect();
    let mut all = known.clone();
    for (sort, given) in (1i32..).zip(&file.departments) {
        let old = known.get(&given.key);
        let department = Department {
            id: old.map_or_else(Uuid::now_v7, |old| old.id),
            key: given.key.clone(),
            name: given.name.clone(),
            name_en: given.name_en.clone(),
            uscc: given.uscc.clone(),
            central_code: given.central_dept_code.clone(),
            phone: given.phone.clone(),
            sort,
            active: old.is_none_or(|old| old.active),
        };
        if old != Some(&department) {
            org_rows::save_department(tx, old.map(|old| old.id), department.clone()).await?;
        }
        all.insert(department.key.clone(), department);
    }
    Ok(all)
}

async fn save_names(tx: &DatabaseTransaction, plan: &Plan) -> Result<()> {
    let kinds = plan.file.e_certificates.iter().map(|kind| CertificateType {
        code: kind.code.clone(),
        name: kind.name.clone(),
        name_en: kind.name_en.clone(),
        issuer: kind.issuing_department.clone(),
    });
    rows::save_certificates(tx, kinds.collect()).await?;
    if let Some(themes) = &plan.themes {
        settings::put(tx, themes::THEMES, themes).await?;
    }
    if let Some(events) = &plan.events {
        settings::put(tx, themes::EVENTS, events).await?;
    }
    Ok(())
}

async fn save_items(
    portal: &Portal,
    tx: &DatabaseTransaction,
    plan: &Plan,
    departments: &HashMap<String, Department>,
    progress: &mut impl FnMut(u64, u64),
) -> Result<ImportSummary> {
    let known: HashMap<String, item::Model> =
        rows::items(tx).await?.into_iter().map(|(item, _)| (item.id.clone(), item)).collect();
    let mut summary = ImportSummary::default();
    let total = u64::try_from(plan.file.items.len()).unwrap_or(u64::MAX);
    for (done, (given, checked)) in (1u64..).zip(plan.file.items.iter().zip(&plan.checked)) {
        let department = departments.get(&given.department_key).ok_or_else(Error::not_found)?;
        let fresh = row::item(given, checked, &plan.forms, department, portal.clock.now())?;
        match known.get(&given.id) {
            Some(old) if row::same(old, &fresh) => summary.items_same += 1,
            Some(old) => {
                summary.items_changed += 1;
                save_item(tx, given, checked, row::newer(old, fresh), true).await?;
            }
            None => {
                summary.items_added += 1;
                save_item(tx, given, checked, fresh.into(), false).await?;
            }
        }
        progress(done, total);
    }
    Ok(summary)
}

async fn save_item(
    tx: &DatabaseTransaction,
    given: &FileItem,
    checked: &Checked,
    fresh: item::ActiveModel,
    known: bool,
) -> Result<()> {
    rows::save(tx, known, fresh).await?;
    let subjects = checked.subjects.iter().map(|subject| subject.as_str().to_owned()).collect();
    rows::replace_parts(tx, &given.id, subjects, given.life_events.clone(), row::materials(given)).await
}

async fn save_bundles(tx: &DatabaseTransaction, file: &File) -> Result<usize> {
    let bundles: Vec<_> = file
        .bundles
        .iter()
        .map(|given| {
            let bundle = bundle::ActiveModel {
                id: Set(given.id.clone()),
                name: Set(given.name.clone()),
                name_en: Set(given.name_en.clone()),
                event: Set(given.life_event.clone()),
            };
            let items = (0i32..).zip(&given.items).map(|(sort, item)| bundle_item::ActiveModel {
                bundle_id: Set(given.id.clone()),
                item_id: Set(item.clone()),
                sort: Set(sort),
            });
            (bundle, items.collect())
        })
        .collect();
    let count = bundles.len();
    if count > 0 {
        rows::replace_bundles(tx, bundles).await?;
    }
    Ok(count)
}

/// Items that the new catalogue no longer holds are withdrawn, never deleted: cases rest on them.
async fn withdraw_others(tx: &DatabaseTransaction, file: &File, portal: &Portal) -> Result<()> {
    let kept: HashSet<&str> = file.items.iter().map(|item| item.id.as_str()).collect();
    for (old, _) in rows::items(tx).await? {
        if !kept.contains(old.id.as_str()) && old.state != "withdrawn" {
            let withdrawn = item::ActiveModel {
                id: sea_orm::ActiveValue::Unchanged(old.id),
                state: Set("withdrawn".to_owned()),
                version: Set(old.version + 1),
                updated_at: Set(portal.clock.now()),
                ..Default::default()
            };
            rows::save(tx, true, withdrawn).await?;
        }
    }
    Ok(())
}

/// Writes the implementations of every item of the file over a city; those that no longer arise
/// are closed.
async fn save_implementations(
    tx: &DatabaseTransaction,
    plan: &Plan,
    city: DivisionCode,
    departments: &HashMap<String, Department>,
) -> Result<usize> {
    let tree = DivisionTree::new(division_rows::all(tx).await?);
    let halls = super::halls::areas(tx).await?;
    let mut known = rows::all_implementations(tx).await?;
    let imported: HashSet<&str> = plan.file.items.iter().map(|item| item.id.as_str()).collect();
    let mut fresh = Vec::new();
    let mut count = 0;
    for (given, checked) in plan.file.items.iter().zip(&plan.checked) {
        let Some(department) = departments.get(&given.department_key) else { continue };
        let uscc = CreditCode::parse(&department.uscc).map_err(Error::internal)?;
        let charge = Charge { uscc, name: &department.name };
        let bodies = expand::bodies(&tree, city, charge, checked.level);
        for expansion in expand::expand(checked.base, &bodies, &given.guide.situations) {
            count += 1;
            let row =
                implementation_row(given, department, &expansion, halls.nearest(expansion.body.division));
            match known.remove(&expansion.code) {
                Some(old) if old == row => {}
                Some(_) => rows::update_implementation(tx, row).await?,
                None => fresh.push(row.into()),
            }
        }
    }
    let gone = known.into_values().filter(|row| row.active && imported.contains(row.item_id.as_str()));
    rows::close_implementations(tx, gone.map(|row| row.code).collect()).await?;
    rows::add_implementations(tx, fresh).await?;
    Ok(count)
}

fn implementation_row(
    given: &FileItem,
    department: &Department,
    expansion: &Expansion,
    hall: Option<Uuid>,
) -> implementation::Model {
    let Expansion { code, body, situation } = expansion.clone();
    let (situation_code, situation_name) = situation.map(|one| (one.code, one.name)).unzip();
    implementation::Model {
        code,
        item_id: given.id.clone(),
        situation_code,
        situation_name,
        department_id: department.id,
        division_code: body.division.to_string(),
        body_name: body.name,
        body_uscc: body.uscc.to_string(),
        level_code: body.level.code().to_string(),
        hall_id: hall,
        active: true,
    }
}
