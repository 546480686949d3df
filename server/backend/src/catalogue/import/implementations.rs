//! The implementations of a catalogue's items over a city.

use crate::db::Tx;
use std::collections::{HashMap, HashSet};

use domain::credit_code::CreditCode;
use domain::division::{DivisionCode, DivisionTree};
use entity::implementation;
use uuid::Uuid;

use super::super::check::Checked;
use super::super::expand::{self, Charge, Expansion};
use super::super::file::FileItem;
use super::super::halls::{self, HallAreas};
use super::Plan;
use crate::organisation::Department;
use crate::repo::{division as division_rows, item as rows};
use crate::{Error, Result};

/// The city with its divisions and the areas of its halls.
struct Ground {
    city: DivisionCode,
    tree: DivisionTree,
    halls: HallAreas,
}

/// Writes the implementations of every item of the file over a city; those that no longer arise
/// are closed.
pub(super) async fn save(
    tx: &Tx,
    plan: &Plan,
    city: DivisionCode,
    departments: &HashMap<String, Department>,
) -> Result<usize> {
    let tree = DivisionTree::new(division_rows::all(tx).await?);
    let ground = Ground { city, tree, halls: halls::areas(tx).await? };
    let mut known = rows::all_implementations(tx).await?;
    let imported: HashSet<&str> = plan.file.items.iter().map(|item| item.id.as_str()).collect();
    let mut fresh = Vec::new();
    let mut count = 0;
    for (given, checked) in plan.file.items.iter().zip(&plan.checked) {
        let Some(department) = departments.get(&given.department_key) else { continue };
        for row in ground.rows(given, checked, department)? {
            count += 1;
            match known.remove(&row.code) {
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

impl Ground {
    /// An item as each body carries it out, in each situation.
    fn rows(
        &self,
        given: &FileItem,
        checked: &Checked,
        department: &Department,
    ) -> Result<Vec<implementation::Model>> {
        let uscc = CreditCode::parse(&department.uscc).map_err(Error::internal)?;
        let charge = Charge { uscc, name: &department.name };
        let bodies = expand::bodies(&self.tree, self.city, charge, checked.level);
        let expansions = expand::expand(checked.base, &bodies, &given.guide.situations);
        let hall = |expansion: &Expansion| self.halls.nearest(expansion.body.division);
        Ok(expansions
            .into_iter()
            .map(|expansion| implementation_row(given, department, &expansion, hall(&expansion)))
            .collect())
    }
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
