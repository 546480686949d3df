//! An item of the file as a row, and back.

use chrono::{DateTime, Utc};
use domain::case::Limits;
use domain::deadline::{Limit, Unit};
use domain::rule::Rule;
use entity::{item, material};
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::{Set, Unchanged};
use uuid::Uuid;

use super::check::Checked;
use super::file::{FileItem, Flags, GuideText};
use super::forms::Forms;
use super::search;
use crate::organisation::Department;
use crate::{Error, Result};

/// The row of an item of the file, at its first version.
pub(super) fn item(
    given: &FileItem,
    checked: &Checked,
    forms: &Forms,
    department: &Department,
    at: DateTime<Utc>,
) -> Result<item::Model> {
    let unit = |limit: Option<Limit>| limit.map(|limit| limit.unit.as_str().to_owned());
    let value = |limit: Option<Limit>| limit.map(|limit| i32::from(limit.value));
    let Flags {
        online,
        fully_online,
        same_city,
        nearby,
        cross_province,
        one_window,
        instant_approval,
        no_application,
        mobile,
        kiosk,
        postal,
        agent,
        deferrable,
        commitment,
        appointment,
    } = given.channels;
    Ok(item::Model {
        id: given.id.clone(),
        base_code: given.base_code.clone(),
        name: given.name.clone(),
        name_en: given.name_en.clone(),
        type_code: given.type_code.clone(),
        department_id: department.id,
        level_code: given.level_code.clone(),
        theme: given.theme.clone(),
        case_kind: checked.kind.as_str().to_owned(),
        legal_value: value(checked.legal),
        legal_unit: unit(checked.legal),
        promise_value: value(checked.promise),
        promise_unit: unit(checked.promise),
        charged: given.fee.charged,
        fee_text: given.fee.text.clone(),
        fee_fen: checked.fee_fen,
        visits: i16::try_from(given.onsite_visits).map_err(Error::internal)?,
        online,
        fully_online,
        same_city,
        nearby,
        cross_province,
        one_window,
        instant_approval,
        no_application,
        mobile,
        kiosk,
        postal,
        agent,
        deferrable,
        commitment,
        appointment,
        state: "active".to_owned(),
        version: 1,
        process_version: 1,
        guide: serde_json::to_value(with_materials(given))?,
        form: serde_json::to_value(forms.of(given))?,
        search_text: search_text(given),
        pinyin: search::letters(&given.name),
        initials: search::first_letters(&given.name),
        updated_at: at,
    })
}

/// The guide with a print of what has a table of its own, so that a change there is a change.
fn with_materials(given: &FileItem) -> GuideText {
    let mut guide = given.guide.clone();
    // Said by columns already.
    for said in ["type", "department", "department_uscc", "level", "implementation_code", "illustrative"] {
        guide.more.remove(said);
    }
    let materials: Vec<String> = given.materials.iter().map(|material| format!("{material:?}")).collect();
    let mut print = format!("{:?} {:?} {materials:?}", given.subject, given.life_events);
    if let Some(process) = &given.process {
        print.push_str(&format!(" {process:?}"));
    }
    guide.more.insert("parts".to_owned(), serde_json::Value::String(digest(&print)));
    guide
}

fn digest(text: &str) -> String {
    use sha2::{Digest, Sha256};
    hex::encode(Sha256::digest(text.as_bytes()))
}

fn search_text(given: &FileItem) -> String {
    let keywords = given.guide.keywords.join(" ");
    format!("{} {keywords}", given.name)
}

/// Whether a row of the file says what is stored already.
pub(super) fn same(old: &item::Model, fresh: &item::Model) -> bool {
    let state = &old.state;
    *old == item::Model {
        state: state.clone(),
        version: old.version,
        process_version: old.process_version,
        updated_at: old.updated_at,
        ..fresh.clone()
    }
}

/// The next version of an item; what an administrator switched off stays off.
pub(super) fn newer(old: &item::Model, fresh: item::Model) -> item::Model {
    item::Model {
        state: old.state.clone(),
        version: old.version + 1,
        process_version: old.process_version,
        ..fresh
    }
}

/// A known row with everything that it holds now.
pub(super) fn changed(fresh: item::Model) -> item::ActiveModel {
    let id = fresh.id.clone();
    let row: item::ActiveModel = fresh.into();
    item::ActiveModel { id: Unchanged(id), ..row.reset_all() }
}

/// The materials of an item of the file.
pub(super) fn materials(given: &FileItem) -> Vec<material::ActiveModel> {
    (0i32..)
        .zip(&given.materials)
        .map(|(sort, one)| material::ActiveModel {
            id: Set(Uuid::now_v7()),
            item_id: Set(given.id.clone()),
            sort: Set(sort),
            name: Set(one.name.clone()),
            name_en: Set(one.name_en.clone()),
            certificate_code: Set(one.e_certificate.clone()),
            data_share: Set(one.data_share.clone()),
            required: Set(one.required),
            deferrable: Set(one.deferrable),
            format: Set(one.format.clone()),
            source: Set(one.source.clone()),
            needed_if: Set(one.needed_if.as_ref().and_then(|condition| serde_json::to_value(condition).ok())),
        })
        .collect()
}

/// The guide kept with an item.
pub(super) fn guide(row: &item::Model) -> Result<GuideText> {
    Ok(serde_json::from_value(row.guide.clone())?)
}

/// Who is eligible, as a rule; none where nothing can be decided by one.
pub(super) fn rule(row: &item::Model) -> Result<Option<Rule>> {
    let rule = guide(row)?.eligibility_rule;
    if rule.is_null() { Ok(None) } else { Ok(Some(serde_json::from_value(rule)?)) }
}

/// The limits of a row.
pub(super) fn limits(row: &item::Model) -> Limits {
    Limits {
        statutory: limit(row.legal_value, row.legal_unit.as_deref()),
        promised: limit(row.promise_value, row.promise_unit.as_deref()),
    }
}

fn limit(value: Option<i32>, unit: Option<&str>) -> Option<Limit> {
    let unit: Unit = unit?.parse().ok()?;
    Some(Limit { value: u16::try_from(value?).ok()?, unit })
}

/// How an item can be handled.
pub(super) fn flags(row: &item::Model) -> Flags {
    Flags {
        online: row.online,
        fully_online: row.fully_online,
        same_city: row.same_city,
        nearby: row.nearby,
        cross_province: row.cross_province,
        one_window: row.one_window,
        instant_approval: row.instant_approval,
        no_application: row.no_application,
        mobile: row.mobile,
        kiosk: row.kiosk,
        postal: row.postal,
        agent: row.agent,
        deferrable: row.deferrable,
        commitment: row.commitment,
        appointment: row.appointment,
    }
}
