//! The form of a department.

use domain::credit_code::CreditCode;
use domain::field_error::FieldCode;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::super::Department;
use super::Reading;
use crate::Result;

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

impl DepartmentForm {
    /// The form that shows a department.
    pub fn of(department: &Department) -> Self {
        let Department { id: _, key, name, name_en, uscc, central_code, phone, sort, active: _ } =
            department.clone();
        let (name_en, phone) = (name_en.unwrap_or_default(), phone.unwrap_or_default());
        Self { key, name, name_en, uscc, central_code, phone, sort: sort.to_string() }
    }

    pub(in crate::organisation) fn read(
        &self,
        id: Option<Uuid>,
        others: &[Department],
    ) -> Result<Department> {
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
        if !code.bytes().all(|b| b.is_ascii_digit()) {
            reading.wrong("central_code", FieldCode::Number);
        } else if code.len() == 1 {
            reading.wrong("central_code", FieldCode::TooShort { min: 2 });
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
