//! The forms of the organisation, as typed, and what is wrong with them.

use domain::credit_code::CreditCode;
use domain::division::DivisionCode;
use domain::field_error::{FieldCode, FieldError};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Department, Hall, Window, WindowKind};
use crate::{Error, Result};

/// A department as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields are those of `Department`")]
pub struct DepartmentForm {
    pub key: String,
    pub name: String,
    pub name_en: String,
    pub uscc: String,
    pub central_code: String,
    pub phone: String,
    pub sort: String,
}

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

/// A window as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields are those of `Window`")]
pub struct WindowForm {
    pub number: String,
    pub name: String,
    pub kind: String,
}

/// Reads fields one by one and keeps what is wrong.
#[derive(Default)]
pub(crate) struct Reading(Vec<FieldError>);

impl Reading {
    pub(crate) fn wrong(&mut self, field: &str, code: impl Into<FieldCode>) {
        self.0.push(FieldError::new(field, code));
    }

    /// A text that must be there.
    pub(crate) fn text(&mut self, field: &str, typed: &str, max: usize) -> String {
        if typed.trim().is_empty() {
            self.wrong(field, FieldCode::Missing);
        }
        self.optional(field, typed, max).unwrap_or_default()
    }

    /// A text that may be there.
    pub(crate) fn optional(&mut self, field: &str, typed: &str, max: usize) -> Option<String> {
        let text = typed.trim();
        if text.chars().count() > max {
            self.wrong(field, FieldCode::TooLong { max });
        }
        (!text.is_empty()).then(|| text.to_owned())
    }

    pub(crate) fn done(self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::invalid(self.0)) }
    }
}

/// The division named is not known.
pub(super) fn wrong_division() -> Error {
    Error::invalid(vec![FieldError::new("division_code", FieldCode::Division)])
}

impl DepartmentForm {
    /// The form that shows a department.
    pub fn of(department: &Department) -> Self {
        let Department { id: _, key, name, name_en, uscc, central_code, phone, sort, active: _ } =
            department.clone();
        let (name_en, phone) = (name_en.unwrap_or_default(), phone.unwrap_or_default());
        Self { key, name, name_en, uscc, central_code, phone, sort: sort.to_string() }
    }

    pub(super) fn read(&self, id: Option<Uuid>, others: &[Department]) -> Result<Department> {
        let mut reading = Reading::default();
        let department = Department {
            id: id.unwrap_or_else(Uuid::now_v7),
            key: self.read_key(&mut reading, others),
            name: reading.text("name", &self.name, 60),
            name_en: reading.optional("name_en", &self.name_en, 120),
            uscc: self.read_uscc(&mut reading, others),
            central_code: self.read_central_code(&mut reading),
            phone: reading.optional("phone", &self.phone, 40),
            sort: self.read_sort(&mut reading),
            active: true,
        };
        reading.done().map(|()| department)
    }

    fn read_key(&self, reading: &mut Reading, others: &[Department]) -> String {
        let key = reading.text("key", &self.key, 20);
        if !key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') {
            reading.wrong("key", FieldCode::Character { at: None });
        }
        if others.iter().any(|other| other.key.eq_ignore_ascii_case(&key)) {
            reading.wrong("key", FieldCode::Taken);
        }
        key
    }

    fn read_uscc(&self, reading: &mut Reading, others: &[Department]) -> String {
        if self.uscc.trim().is_empty() {
            reading.wrong("uscc", FieldCode::Missing);
            return String::new();
        }
        match CreditCode::parse(&self.uscc) {
            Ok(code) => {
                if others.iter().any(|other| other.uscc == code.as_str()) {
                    reading.wrong("uscc", FieldCode::Taken);
                }
                code.to_string()
            }
            Err(error) => {
                reading.wrong("uscc", error);
                String::new()
            }
        }
    }

    fn read_central_code(&self, reading: &mut Reading) -> String {
        let code = reading.text("central_code", &self.central_code, 2);
        if !code.is_empty() && (code.len() != 2 || !code.bytes().all(|b| b.is_ascii_digit())) {
            reading.wrong("central_code", FieldCode::Length);
        }
        code
    }

    fn read_sort(&self, reading: &mut Reading) -> i32 {
        let typed = self.sort.trim();
        if typed.is_empty() {
            return 0;
        }
        typed.parse().unwrap_or_else(|_| {
            reading.wrong("sort", FieldCode::Number);
            0
        })
    }
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

    pub(super) fn read(&self, id: Option<Uuid>) -> Result<Hall> {
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

impl WindowForm {
    /// The form that shows a window.
    pub fn of(window: &Window) -> Self {
        let Window { id: _, hall_id: _, number, name, kind, active: _ } = window.clone();
        Self { number, name, kind: kind.as_str().to_owned() }
    }

    pub(super) fn read(&self, hall_id: Uuid, id: Option<Uuid>, others: &[Window]) -> Result<Window> {
        let mut reading = Reading::default();
        let number = reading.text("number", &self.number, 10);
        if others.iter().any(|other| other.number == number) {
            reading.wrong("number", FieldCode::Taken);
        }
        let name = reading.text("name", &self.name, 60);
        let kind = WindowKind::parse(self.kind.trim());
        if kind.is_none() {
            reading.wrong("kind", FieldCode::Choice);
        }
        reading.done()?;
        let id = id.unwrap_or_else(Uuid::now_v7);
        Ok(Window { id, hall_id, number, name, kind: kind.unwrap_or(WindowKind::General), active: true })
    }
}
