//! Halls and windows of the demonstration city.

use std::collections::HashMap;

use domain::division::DivisionCode;
use domain::permission::Actor;
use serde::Deserialize;
use uuid::Uuid;

use crate::catalogue::halls::{HallAreas, SETTING};
use crate::import::{ImportError, read_json};
use crate::organisation::{Hall, HallForm, WindowForm, halls, save_hall, save_window, windows};
use crate::{Error, Kind, Portal, Result, settings};

/// A hall with its key in the file and its windows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HallSeed {
    /// `city`, `chengguan` …
    pub key: String,
    /// The hall.
    pub id: Uuid,
    /// Its windows: number and id.
    pub windows: Vec<(String, Uuid)>,
}

#[derive(Debug, Deserialize)]
struct File {
    code: DivisionCode,
    #[serde(default)]
    halls: Vec<FileHall>,
}

#[derive(Debug, Deserialize)]
struct FileHall {
    key: String,
    name: String,
    #[serde(default)]
    name_en: String,
    division: String,
    level_code: String,
    address: String,
    #[serde(default)]
    address_en: String,
    phone: String,
    hours_text: String,
    #[serde(default)]
    hours_text_en: String,
    #[serde(default)]
    directions: String,
    #[serde(default)]
    windows: Vec<WindowForm>,
}

/// Seeds halls and windows; what is there by name or number stays as it is. The divisions must be
/// there already, the catalogue is best imported afterwards: its bodies then know their halls.
///
/// # Errors
/// When the file is not of its format, or a hall in it is wrong.
pub async fn organisation(portal: &Portal, demo_city: &str) -> Result<Vec<HallSeed>, ImportError> {
    let file: File = read_json("city", demo_city)?;
    let known: HashMap<String, Hall> =
        halls(&portal.db).await?.into_iter().map(|hall| (hall.name.clone(), hall)).collect();
    let mut seeds = Vec::new();
    let mut areas = Vec::new();
    for given in &file.halls {
        let id = match known.get(&given.name) {
            Some(hall) => hall.id,
            None => save_hall(portal, &Actor::portal(), None, &given.form()).await?,
        };
        areas.push((given.area(file.code)?, id));
        seeds.push(HallSeed {
            key: given.key.clone(),
            id,
            windows: seed_windows(portal, id, &given.windows).await?,
        });
    }
    settings::put(&portal.db.write, SETTING, &HallAreas(areas)).await?;
    Ok(seeds)
}

async fn seed_windows(portal: &Portal, hall: Uuid, given: &[WindowForm]) -> Result<Vec<(String, Uuid)>> {
    let known = windows(&portal.db, hall).await?;
    let mut seeds = Vec::new();
    for form in given {
        let id = match known.iter().find(|window| window.number == form.number) {
            Some(window) => window.id,
            None => save_window(portal, &Actor::portal(), hall, None, form).await?,
        };
        seeds.push((form.number.clone(), id));
    }
    Ok(seeds)
}

impl FileHall {
    fn form(&self) -> HallForm {
        HallForm {
            name: self.name.clone(),
            name_en: self.name_en.clone(),
            division_code: self.division.clone(),
            address: self.address.clone(),
            address_en: self.address_en.clone(),
            hours: self.hours_text.clone(),
            hours_en: self.hours_text_en.clone(),
            phone: self.phone.clone(),
            directions: self.directions.clone(),
        }
    }

    /// The hall of the city serves all of it, wherever it stands.
    fn area(&self, city: DivisionCode) -> Result<DivisionCode> {
        if self.level_code == "3" {
            return Ok(city);
        }
        DivisionCode::parse(&self.division).map_err(|error| Error::because(Kind::Internal, error))
    }
}
