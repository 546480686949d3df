//! 手册: what a counter keeps at hand, so that taking in a case reads none of it again.

mod conditions;
mod offer;

use std::collections::HashMap;
use std::sync::Arc;

use domain::routing::{Basis, RouteRule};
use entity::{department, item};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::model::{Implementation, IntakeItem, Material};
use super::version::{self, ItemVersion};
use crate::organisation::{Department, Hall, Window};
use crate::repo::{item as rows, organisation as org_rows};
use crate::{Result, settings};
pub(crate) use conditions::Conditions;
use offer::Offer;

/// Under this key the city's rules of routing are kept, if it has its own.
const ROUTING: &str = "routing";

/// Items, bodies, departments, halls, windows and rules of routing.
pub(crate) struct Handbook {
    offers: HashMap<String, Offer>,
    base_codes: HashMap<String, String>,
    bodies: HashMap<String, Carrier>,
    departments: HashMap<Uuid, Department>,
    halls: HashMap<Uuid, Hall>,
    windows: HashMap<Uuid, Window>,
    rules: Vec<RouteRule>,
    versions: HashMap<(String, i32), Arc<ItemVersion>>,
    certificates: HashMap<String, (String, String)>,
    conditions: conditions::All,
}

/// Who carries an item out under a code.
#[derive(Clone, Debug)]
pub(crate) struct Carrier {
    /// The item.
    pub item_id: String,
    /// The body's name.
    pub body: String,
}

impl Handbook {
    /// Reads it together, from items and materials read already.
    pub(super) async fn read<C: ConnectionTrait>(
        db: &C,
        items: Vec<(item::Model, department::Model)>,
        mut materials: HashMap<String, Vec<Material>>,
    ) -> Result<Self> {
        let mut implementations = rows::implementations(db, None).await?;
        let bodies = implementations.values().flatten().map(carrier).collect();
        let versions = version::read_all(db).await?;
        let mut offers = HashMap::new();
        let mut base_codes = HashMap::new();
        let mut conditions = conditions::All::new();
        for (item, department) in items {
            base_codes.entry(item.base_code.clone()).or_insert_with(|| item.id.clone());
            let materials = materials.remove(&item.id).unwrap_or_default();
            let bodies = implementations.remove(&item.id).unwrap_or_default();
            if let Some(one) = conditions::of(&item)? {
                conditions.insert(item.id.clone(), one);
            }
            offers.insert(item.id.clone(), Offer::new(item, &department, materials, bodies, &versions)?);
        }
        Ok(Self {
            offers,
            base_codes,
            bodies,
            departments: keyed(org_rows::departments(db).await?, |one| one.id),
            halls: keyed(org_rows::halls(db).await?, |one| one.id),
            windows: keyed(org_rows::windows(db, None).await?, |one| one.id),
            rules: rules(db).await?,
            versions,
            certificates: certificates(db).await?,
            conditions,
        })
    }

    /// An item, with the bodies of a situation; with those of the first where none is named.
    /// Withdrawn ones too: cases rest on them.
    pub(crate) fn item(&self, id: &str, situation: Option<&str>) -> Option<Arc<IntakeItem>> {
        self.offers.get(id).map(|offer| offer.in_situation(situation))
    }

    /// How an item is handled by one of its versions.
    pub(crate) fn version(&self, item: &str, version: i32) -> Option<&Arc<ItemVersion>> {
        self.versions.get(&(item.to_owned(), version))
    }

    /// The names of a type of certificate, in Chinese and in English.
    pub(crate) fn certificate(&self, code: &str) -> Option<&(String, String)> {
        self.certificates.get(code)
    }

    /// The code of every type of certificate.
    pub(crate) fn certificate_codes(&self) -> Vec<String> {
        self.certificates.keys().cloned().collect()
    }

    /// Who may have an item, where a rule says so.
    pub(crate) fn conditions(&self, item: &str) -> Option<&Conditions> {
        self.conditions.get(item)
    }

    /// The item with this 基本编码.
    pub(crate) fn of_base_code(&self, code: &str) -> Option<&str> {
        self.base_codes.get(code).map(String::as_str)
    }

    /// Who carries out what under this 实施编码 or 办理项编码; closed ones too.
    pub(crate) fn carrier(&self, code: &str) -> Option<&Carrier> {
        self.bodies.get(code)
    }

    /// Every item, withdrawn ones too.
    pub(crate) fn items(&self) -> impl Iterator<Item = &IntakeItem> {
        self.offers.values().map(Offer::usual)
    }

    /// Every department.
    pub(crate) fn departments(&self) -> impl Iterator<Item = &Department> {
        self.departments.values()
    }

    /// Every window.
    pub(crate) fn windows(&self) -> impl Iterator<Item = &Window> {
        self.windows.values()
    }

    /// A department.
    pub(crate) fn department(&self, id: Uuid) -> Option<&Department> {
        self.departments.get(&id)
    }

    /// A hall.
    pub(crate) fn hall(&self, id: Uuid) -> Option<&Hall> {
        self.halls.get(&id)
    }

    /// A window.
    pub(crate) fn window(&self, id: Uuid) -> Option<&Window> {
        self.windows.get(&id)
    }

    /// The bases to try for an item, in order.
    pub(crate) fn bases(&self, item: &str) -> &[Basis] {
        domain::routing::rule_for(&self.rules, item).map(|rule| rule.bases.as_slice()).unwrap_or_default()
    }
}

fn carrier(one: &Implementation) -> (String, Carrier) {
    (one.code.clone(), Carrier { item_id: one.item_id.clone(), body: one.body_name.clone() })
}

fn keyed<T>(all: Vec<T>, key: impl Fn(&T) -> Uuid) -> HashMap<Uuid, T> {
    all.into_iter().map(|one| (key(&one), one)).collect()
}

async fn certificates<C: ConnectionTrait>(db: &C) -> Result<HashMap<String, (String, String)>> {
    let named = |one: super::CertificateType| {
        let english = one.name_en.unwrap_or_else(|| one.name.clone());
        (one.code, (one.name, english))
    };
    Ok(rows::certificate_types(db).await?.into_iter().map(named).collect())
}

/// The rules of the city: where somebody lives goes before the household, and that before the
/// place of handing in. An item may have its own. Nobody changes them from a page: who does it by
/// hand starts the portal anew.
async fn rules<C: ConnectionTrait>(db: &C) -> Result<Vec<RouteRule>> {
    let usual = || {
        vec![RouteRule { item: None, bases: vec![Basis::Residence, Basis::Household, Basis::HandlingPlace] }]
    };
    Ok(settings::get(db, ROUTING).await?.unwrap_or_else(usual))
}
