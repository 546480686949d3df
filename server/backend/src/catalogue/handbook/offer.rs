//! An item as it is offered to those who apply.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use domain::item::CaseKind;
use domain::process::Process;
use domain::routing::Body;
use entity::{department, item};

use super::super::model::{Implementation, IntakeBody, IntakeItem, ItemState, Material};
use super::super::version::ItemVersion;
use super::super::{guide, row};
use crate::{Error, Result};

/// Ready for each of its situations, and for who names none.
pub(super) struct Offer {
    usual: Arc<IntakeItem>,
    situations: HashMap<String, Arc<IntakeItem>>,
}

impl Offer {
    pub fn new(
        item: item::Model,
        department: &department::Model,
        materials: Vec<Material>,
        implementations: Vec<Implementation>,
        versions: &HashMap<(String, i32), Arc<ItemVersion>>,
    ) -> Result<Self> {
        let codes: HashSet<String> =
            implementations.iter().filter_map(|one| Some(one.situation.as_ref()?.code.clone())).collect();
        let bodies = |situation: Option<&str>| {
            let of_situation = guide::of_situation(implementations.clone(), situation).into_iter();
            of_situation.map(|one| body(one, department)).collect()
        };
        let version = versions.get(&(item.id.clone(), item.process_version));
        let process = version.map(|version| Arc::clone(&version.process)).unwrap_or_default();
        let usual = intake_item(item, materials, bodies(None), process)?;
        let situations = codes.into_iter().map(|code| {
            let item = IntakeItem { bodies: bodies(Some(&code)), ..usual.clone() };
            (code, Arc::new(item))
        });
        Ok(Self { situations: situations.collect(), usual: Arc::new(usual) })
    }

    /// For who names no situation.
    pub fn usual(&self) -> &IntakeItem {
        &self.usual
    }

    /// For a situation; as for who names none where it is not known.
    pub fn in_situation(&self, situation: Option<&str>) -> Arc<IntakeItem> {
        Arc::clone(situation.and_then(|code| self.situations.get(code)).unwrap_or(&self.usual))
    }
}

fn intake_item(
    item: item::Model,
    materials: Vec<Material>,
    bodies: Vec<IntakeBody>,
    process: Arc<Process>,
) -> Result<IntakeItem> {
    let guide = row::guide(&item)?;
    let text = row::guide(&item)?;
    let result_certificate = Some(text.result_certificate.trim().to_owned());
    Ok(IntakeItem {
        result_certificate: result_certificate.filter(|code| !code.is_empty()),
        department_id: item.department_id,
        kind: CaseKind::parse(&item.case_kind).ok_or_else(|| Error::internal("a kind that is none"))?,
        limits: row::limits(&item),
        process,
        process_version: item.process_version,
        state: ItemState::parse(&item.state).unwrap_or(ItemState::Suspended),
        situations: guide.situations,
        flags: row::flags(&item),
        form: serde_json::from_value(item.form)?,
        materials,
        bodies,
        version: item.version,
        name: item.name,
        name_en: item.name_en,
        id: item.id,
    })
}

fn body(one: Implementation, department: &department::Model) -> IntakeBody {
    IntakeBody {
        body: Body { code: one.code, division: one.division },
        department_id: one.department_id,
        department: department.name.clone(),
        department_en: department.name_en.clone(),
        name: one.body_name,
        hall_id: one.hall_id,
    }
}
