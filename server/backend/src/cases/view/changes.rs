//! What answers to corrections changed.

use crate::catalogue::IntakeItem;
use crate::crypto::Field;
use crate::{Result, Services};
use domain::case::Target;
use domain::intake::{FieldKind, FormSpec};
use entity::case_change;
use sea_orm::{EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeView {
    /// The event that answered.
    pub seq: i32,
    /// What was changed.
    pub target: Target,
    /// Its name.
    pub label: String,
    /// In English.
    pub label_en: Option<String>,
    /// What stood there before.
    pub before: String,
    /// What stands there since.
    pub after: String,
}

/// The changes, oldest first.
pub(super) async fn changes(
    services: &Services,
    case_id: Uuid,
    form: &FormSpec,
    item: &IntakeItem,
) -> Result<Vec<ChangeView>> {
    let rows = case_change::Entity::find()
        .filter(case_change::COLUMN.case_id.eq(case_id))
        .order_by_asc(case_change::Column::Seq)
        .order_by_asc(case_change::Column::Id)
        .all(&services.db.read)
        .await?;
    rows.into_iter()
        .map(|row| {
            let cell = Field::CASE_WORDS.of(row.id);
            let open = |text: &str| -> Result<String> { Ok(services.keys.open(cell, text)?.to_string()) };
            let target: Target = serde_json::from_value(row.target)?;
            let (label, label_en) = named(&target, form, item);
            let words = |text: String| shown(services, &target, form, text);
            let (before, after) = (words(open(&row.before_cipher)?), words(open(&row.after_cipher)?));
            Ok(ChangeView { seq: row.seq, label, label_en, before, after, target })
        })
        .collect()
}

fn named(target: &Target, form: &FormSpec, item: &IntakeItem) -> (String, Option<String>) {
    let names = match target {
        Target::Answer(key) => form.field(key).map(|field| (field.label.clone(), field.label_en.clone())),
        Target::Material(id) => item
            .materials
            .iter()
            .find(|material| material.id == *id)
            .map(|material| (material.name.clone(), material.name_en.clone())),
    };
    names.unwrap_or_default()
}

/// An answer as people read it.
fn shown(services: &Services, target: &Target, form: &FormSpec, text: String) -> String {
    let Target::Answer(key) = target else { return text };
    let Some(field) = form.field(key) else { return text };
    let chosen = field.options.iter().find(|option| option.value == text);
    match (field.kind, chosen) {
        (_, Some(option)) => option.label.clone(),
        (FieldKind::Division, None) => {
            let code = domain::division::DivisionCode::parse(&text);
            code.map(|code| services.reference.path(code)).unwrap_or(text)
        }
        // Whose it is stays between them and the department.
        (FieldKind::IdNumber, None) => masked(services, &text),
        (_, None) => text,
    }
}

fn masked(services: &Services, text: &str) -> String {
    let number = domain::resident_id::ResidentId::parse(text, services.clock.today());
    number.map(|number| number.masked()).unwrap_or_else(|_| "****".to_owned())
}
