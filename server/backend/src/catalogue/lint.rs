//! The consistency rules over stored items.

use domain::item::lint::{Entry, Fee, Finding, ResultKind, ResultPaper, lint};
use domain::item::{CaseKind, Subject};
use entity::{department, item};

use super::file::GuideText;
use super::model::ItemFindings;
use super::row;
use super::search::Named;
use super::themes;
use crate::repo::item as rows;
use crate::{Db, Error, Result, settings};

/// Every item with findings, in the order of the catalogue.
pub(super) async fn all(db: &Db) -> Result<Vec<ItemFindings>> {
    let read = &db.read;
    let mut subjects = rows::subjects(read, None).await?;
    let mut events = rows::events(read, None).await?;
    let names: Vec<Named> = settings::get(read, themes::EVENTS).await?.unwrap_or_default();
    let mut found = Vec::new();
    for (item, department) in rows::items(read).await? {
        let subjects = subjects.remove(&item.id).unwrap_or_default();
        let events = events.remove(&item.id).unwrap_or_default();
        let findings = lint(&entry(&item, &department, &subjects, &events, &names)?);
        if !findings.is_empty() {
            found.push(ItemFindings { id: item.id, name: item.name, findings });
        }
    }
    Ok(found)
}

/// The findings of one item.
pub(super) async fn one(db: &Db, id: &str) -> Result<Vec<Finding>> {
    let read = &db.read;
    let (item, department) = rows::item(read, id).await?;
    let subjects = rows::subjects(read, Some(id)).await?.remove(id).unwrap_or_default();
    let events = rows::events(read, Some(id)).await?.remove(id).unwrap_or_default();
    let names: Vec<Named> = settings::get(read, themes::EVENTS).await?.unwrap_or_default();
    Ok(lint(&entry(&item, &department, &subjects, &events, &names)?))
}

fn entry(
    item: &item::Model,
    department: &department::Model,
    subjects: &[String],
    events: &[String],
    names: &[Named],
) -> Result<Entry> {
    let text = row::guide(item)?;
    let topics = |concerned: &str| topics(events, names, concerned);
    Ok(Entry {
        base_code: item.base_code.clone(),
        type_code: item.type_code.clone(),
        department_code: department.central_code.clone(),
        kind: CaseKind::parse(&item.case_kind).ok_or_else(|| Error::internal("a kind that is none"))?,
        limits: row::limits(item),
        visits: u16::try_from(item.visits).unwrap_or(0),
        visit_reason: text.onsite_reason.clone(),
        online: item.online,
        fully_online: item.fully_online,
        postal: item.postal,
        fee: fee(item, &text),
        enquiry_phone: text.consult_phone.clone(),
        complaint_phone: text.complaint_phone.clone(),
        subjects: subjects.iter().filter_map(|subject| Subject::parse(subject)).collect(),
        person_topics: topics("person"),
        organisation_topics: topics("org"),
        result: ResultPaper {
            name: Some(text.result_name.clone()),
            kind: ResultKind::parse(&text.result_type),
            sample: text.result_sample.as_deref().is_some_and(|sample| !sample.trim().is_empty()),
        },
        questions: text.faqs.len(),
        steps: text.steps.into_iter().map(|step| step.name).collect(),
    })
}

/// How many of the item's life events concern people, or organisations. A life event may concern
/// both: only one that concerns the other side alone can contradict the addressees.
fn topics(events: &[String], names: &[Named], concerned: &str) -> Option<usize> {
    let of_item: Vec<&Named> = names.iter().filter(|event| events.contains(&event.key)).collect();
    let both = |event: &&&Named| event.concerns.len() > 1;
    if of_item.is_empty() || of_item.iter().any(|event| both(&event)) {
        return None;
    }
    Some(of_item.iter().filter(|event| event.concerns.iter().any(|one| one == concerned)).count())
}

fn fee(item: &item::Model, text: &GuideText) -> Fee {
    let joined = |part: fn(&super::FeeItem) -> &str| {
        let parts: Vec<&str> = text.fee_items.iter().map(part).filter(|part| !part.is_empty()).collect();
        (!parts.is_empty()).then(|| parts.join("；"))
    };
    Fee {
        charged: item.charged,
        basis: joined(|fee| &fee.basis),
        items: joined(|fee| &fee.name),
        standard: joined(|fee| &fee.standard),
        pay_online: text.online_pay,
    }
}
