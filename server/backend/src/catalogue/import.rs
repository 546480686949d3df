//! Taking in a catalogue: the whole file or nothing of it.

mod bundles;
mod departments;
mod implementations;
mod items;
mod names;

use crate::db::Tx;
use std::collections::HashSet;

use domain::division::DivisionCode;
use domain::permission::Actor;
use uuid::Uuid;

use super::check::{self, Checked};
use super::file::File;
use super::forms::Forms;
use super::search::Named;
use super::themes;
use crate::audit::{self, Entry};
use crate::edition::{self, Volume};
use crate::import::{Faults, ImportError, may_administer, read_json};
use crate::repo::organisation as org_rows;
use crate::{Portal, Result, places};

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
    let tx = portal.db.begin_alone().await?;
    let plan = read(&tx, items, forms, options).await?;
    let summary = write(portal, &tx, &plan, options, actor.account, &mut progress).await?;
    let entry = Entry::new(actor, "catalogue_imported", format!("items/{}", plan.file.items.len()));
    audit::record(&tx, portal.clock.now(), entry).await?;
    edition::commit(portal, tx, Volume::Catalogue).await?;
    Ok(summary)
}

async fn write(
    portal: &Portal,
    tx: &Tx,
    plan: &Plan,
    options: &ImportOptions<'_>,
    author: Option<Uuid>,
    progress: &mut impl FnMut(u64, u64),
) -> Result<ImportSummary> {
    let departments = departments::save(tx, &plan.file).await?;
    names::save(tx, plan).await?;
    let mut summary = items::save(portal, tx, plan, &departments, author, progress).await?;
    summary.certificates = plan.file.e_certificates.len();
    summary.departments = plan.file.departments.len();
    summary.bundles = bundles::save(tx, &plan.file).await?;
    if options.replace {
        items::withdraw_others(tx, &plan.file, portal).await?;
    }
    let city = match options.city {
        Some(city) => Some(city),
        None => places::city_in(tx).await?.map(|city| city.code),
    };
    if let Some(city) = city {
        summary.implementations = implementations::save(tx, plan, city, &departments).await?;
    }
    Ok(summary)
}

async fn read(tx: &Tx, items: &str, forms: &str, options: &ImportOptions<'_>) -> Result<Plan, ImportError> {
    let file: File = read_json("items", items)?;
    let forms = Forms::parse(forms)?;
    let names = options.themes.map(|json| read_json::<themes::File>("themes", json)).transpose()?;
    let known: HashSet<String> =
        org_rows::departments(tx).await?.into_iter().map(|department| department.key).collect();
    let mut faults = Faults::default();
    let checked = check::check(&file, &known, &mut faults);
    for (at, item) in file.items.iter().enumerate() {
        let place = format!("items[{at}] {}", item.id);
        check::conditions::check(&place, item, &forms.of(item), &mut faults);
    }
    faults.none()?;
    let (themes, events) = names.map(themes::File::keyed).unzip();
    Ok(Plan { file, checked, forms, themes, events })
}
