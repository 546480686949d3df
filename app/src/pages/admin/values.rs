//! A form's fields as typed, by name: what one form shows, another need not know.

use crate::lang::Lang;
use crate::ui::field::Field;
use domain::field_error::FieldError;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What was typed, or is stored, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values {
    /// By the field's name.
    pub typed: BTreeMap<String, String>,
    /// What is wrong.
    pub errors: Vec<FieldError>,
}

impl Values {
    /// The text of a field.
    pub fn get(&self, name: &str) -> &str {
        self.typed.get(name).map(String::as_str).unwrap_or_default()
    }

    /// The name as the page's heading; `otherwise` while the field is empty.
    pub fn heading(&self, otherwise: &str) -> String {
        let name = self.get("name").trim();
        if name.is_empty() { otherwise.to_owned() } else { name.to_owned() }
    }

    /// Whether a box is ticked.
    pub fn is_on(&self, name: &str) -> bool {
        matches!(self.get(name), "true" | "on" | "1")
    }

    /// A field with its value and error.
    pub fn field(&self, lang: Lang, name: &str, label: &str) -> Field {
        Field::new(lang, name, label).value(self.get(name)).errors(&self.errors)
    }

    /// A field that may be left empty.
    pub fn optional(&self, lang: Lang, name: &str, label: &str) -> Field {
        let mut field = self.field(lang, name, label);
        field.optional = true;
        field
    }

    /// A field as wide as a class says.
    pub fn sized(&self, lang: Lang, name: &str, label: &str, class: &'static str) -> Field {
        Field { class, ..self.field(lang, name, label) }
    }

    /// A telephone number.
    pub fn phone(&self, lang: Lang, name: &str, label: &str) -> Field {
        Field { kind: "tel", ..self.sized(lang, name, label, "width-20") }
    }

    /// A box to tick.
    pub fn tick(&self, name: &'static str, label: &str) -> AnyView {
        let label = label.to_owned();
        view! {
            <div class="choice">
                <input type="checkbox" id=name name=name value="on" checked=self.is_on(name)/>
                <label for=name>{label}</label>
            </div>
        }
        .into_any()
    }
}
