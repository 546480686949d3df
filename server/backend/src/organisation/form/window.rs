//! The form of a window.

use domain::field_error::FieldCode;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::super::{Window, WindowKind};
use super::Reading;
use crate::Result;

/// A window as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields are those of `Window`")]
pub struct WindowForm {
    pub number: String,
    pub name: String,
    pub kind: String,
}

impl WindowForm {
    /// The form that shows a window.
    pub fn of(window: &Window) -> Self {
        let Window { id: _, hall_id: _, number, name, kind, active: _ } = window.clone();
        Self { number, name, kind: kind.as_str().to_owned() }
    }

    pub(in crate::organisation) fn read(
        &self,
        hall_id: Uuid,
        id: Option<Uuid>,
        others: &[Window],
    ) -> Result<Window> {
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
