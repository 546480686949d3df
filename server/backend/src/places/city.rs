//! The city that is served: its divisions and its name, from one file.

use domain::division::DivisionCode;
use domain::permission::Actor;
use serde::{Deserialize, Serialize};

use super::division_table::{DivisionSummary, Line};
use super::divisions;
use crate::edition::{self, Volume};
use crate::import::{Faults, ImportError, Problem, may_administer, read_json};
use crate::settings;
use crate::{Db, Portal, Result};

/// Under this key the city is kept.
pub(crate) const SETTING: &str = "city";

/// The city that is served.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct City {
    /// Its division.
    pub code: DivisionCode,
    /// Its name.
    pub name: String,
    /// Its name in English.
    #[serde(default)]
    pub name_en: Option<String>,
    /// Telephone area code.
    #[serde(default)]
    pub area_code: Option<String>,
}

#[derive(Debug, Deserialize)]
struct File {
    #[serde(flatten)]
    city: City,
    divisions: Vec<FileDivision>,
}

#[derive(Debug, Deserialize)]
struct FileDivision {
    code: String,
    name: String,
    #[serde(default)]
    name_en: Option<String>,
    #[serde(default)]
    parent: Option<String>,
    level: i16,
}

/// Takes in the divisions of a city and makes it the one that is served.
///
/// # Errors
/// Every fault of the file, and then nothing was changed; [`crate::Kind::Denied`] to all but an
/// administrator.
pub async fn import_city(portal: &Portal, actor: &Actor, json: &str) -> Result<DivisionSummary, ImportError> {
    may_administer(actor)?;
    let (city, lines) = parse(json)?;
    let tx = portal.db.begin_alone().await?;
    let summary = divisions::save(&tx, portal, actor, &lines, |_, _| {}).await?;
    settings::put(&tx, SETTING, &city).await?;
    edition::commit(portal, tx, Volume::Places).await?;
    Ok(summary)
}

fn parse(json: &str) -> Result<(City, Vec<Line>), ImportError> {
    let file: File = read_json("city", json)?;
    let mut faults = Faults::default();
    let lines: Vec<Line> = file
        .divisions
        .iter()
        .enumerate()
        .filter_map(|(at, division)| line(at, division, &mut faults))
        .collect();
    divisions::check_tree(&lines, &mut faults);
    if !lines.iter().any(|line| line.code == file.city.code) {
        faults.add("divisions", Problem::Unknown(file.city.code.to_string()));
    }
    faults.none().map(|()| (file.city, lines))
}

fn line(at: usize, division: &FileDivision, faults: &mut Faults) -> Option<Line> {
    let at = format!("divisions[{at}]");
    let code = divisions::parse_code(&format!("{at}.code"), &division.code, faults)?;
    let parent = match &division.parent {
        Some(parent) => Some(divisions::parse_code(&format!("{at}.parent"), parent, faults)?),
        None => None,
    };
    let (name, name_en) = (division.name.clone(), division.name_en.clone());
    Some(Line { code, name, name_en, parent, level: division.level, from_year: None, to_year: None })
}

/// The city that is served; none before its import.
///
/// # Errors
/// When the database cannot be read.
pub async fn city(db: &Db) -> Result<Option<City>> {
    city_in(&db.read).await
}

/// The same, inside a transaction.
pub(crate) async fn city_in<C: sea_orm::ConnectionTrait>(db: &C) -> Result<Option<City>> {
    settings::get(db, SETTING).await
}
