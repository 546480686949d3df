//! The form of a hall.

use domain::division::DivisionCode;
use domain::field_error::{FieldCode, FieldError};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::super::Hall;
use super::Reading;
use crate::{Error, Result};

/// A hall as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields are those of `Hall`")]
pub struct HallForm {
    pub name: String,
    pub name_en: String,
    pub division_code: String,
    pub address: String,
    pub address_en: String,
    pub hours: String,
    pub hours_en: String,
    pub phone: String,
    pub directions: String,
}

/// The division named is not known.
pub(in crate::organisation) fn wrong_division() -> Error {
    Error::invalid(vec![FieldError::new("division_code", FieldCode::Division)])
}

impl HallForm {
    /// The form that shows a hall.
    pub fn of(hall: &Hall) -> Self {
        let Hall {
            id: _,
            name,
            name_en,
            division_code,
            address,
            address_en,
            hours,
            hours_en,
            phone,
            directions,
            active: _,
        } = hall.clone();
        Self {
            name,
            name_en: name_en.unwrap_or_default(),
            division_code,
            address,
            address_en: address_en.unwrap_or_default(),
            hours,
            hours_en: hours_en.unwrap_or_default(),
            phone,
            directions: directions.unwrap_or_default(),
        }
    }

    pub(in crate::organisation) fn read(&self, id: Option<Uuid>) -> Result<Hall> {
        let mut reading = Reading::default();
        let division = DivisionCode::parse(&self.division_code);
        if division.is_err() {
            reading.wrong("division_code", FieldCode::Division);
        }
        let hall = Hall {
            id: id.unwrap_or_else(Uuid::now_v7),
            name: reading.text("name", &self.name, 60),
            name_en: reading.optional("name_en", &self.name_en, 120),
            division_code: division.map(|code| code.to_string()).unwrap_or_default(),
            address: reading.text("address", &self.address, 200),
            address_en: reading.optional("address_en", &self.address_en, 200),
            hours: reading.text("hours", &self.hours, 200),
            hours_en: reading.optional("hours_en", &self.hours_en, 300),
            phone: reading.text("phone", &self.phone, 40),
            directions: reading.optional("directions", &self.directions, 1000),
            active: true,
        };
        reading.done().map(|()| hall)
    }
}
