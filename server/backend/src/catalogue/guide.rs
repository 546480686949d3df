//! 办事指南: one item with everything, for one place and one situation.

use domain::division::DivisionCode;
use domain::item::Level;
use domain::money::Fen;
use domain::routing::{self, Body};
use entity::item;

use super::file::{GuideText, Situation};
use super::load;
use super::model::{FeeText, Guide, GuideResult, Implementation, Office};
use super::row;
use crate::organisation::Hall;
use crate::repo::{item as rows, organisation as org_rows};
use crate::{Db, Error, Result};

/// For which place and situation a guide is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GuideQuery {
    /// Where the person is.
    pub division: Option<DivisionCode>,
    /// The situation's two digits.
    pub situation: Option<String>,
}

/// Reads one guide.
pub(super) async fn guide(db: &Db, id: &str, query: &GuideQuery) -> Result<Guide> {
    let read = &db.read;
    let (item, department) = rows::item(read, id).await?;
    let subjects = rows::subjects(read, Some(id)).await?.remove(id).unwrap_or_default();
    let events = rows::events(read, Some(id)).await?.remove(id).unwrap_or_default();
    let materials = rows::materials(read, Some(id)).await?.remove(id).unwrap_or_default();
    let implementations = rows::implementations(read, Some(id)).await?.remove(id).unwrap_or_default();
    let offices = offices(db, implementations, query.situation.as_deref()).await?;
    let bundles = rows::bundles(read).await?;
    let text = row::guide(&item)?;
    let situation = chosen(&text.situations, query.situation.as_deref()).cloned();
    let office = office_for(&offices, query.division).cloned();
    let bundles = bundles.into_iter().filter(|(_, items)| items.iter().any(|one| one == id));
    Ok(Guide {
        card: load::card(&item, &department, subjects, events)?,
        base_code: item.base_code.clone(),
        level: Level::parse(&item.level_code).ok_or_else(|| Error::internal("a level that is none"))?,
        fee: fee(&item, &text),
        materials,
        result: result(&text),
        law: given(&text.law).or_else(|| given(&text.legal_basis)),
        visit_reason: text.onsite_reason.as_deref().and_then(said),
        depth: given(&text.handle_depth),
        note: given(&text.note),
        enquiry_phone: text.consult_phone.or(department.phone),
        complaint_phone: text.complaint_phone,
        eligibility: text.eligibility,
        conditions: text.conditions,
        steps: text.steps,
        faqs: text.faqs,
        keywords: text.keywords,
        situations: text.situations,
        situation,
        offices,
        office,
        bundles: bundles.map(|(bundle, _)| (bundle.id, bundle.name)).collect(),
        version: item.version,
    })
}

fn given(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// 无 means that there is none.
fn said(text: &str) -> Option<String> {
    given(text).filter(|text| text != "无")
}

fn fee(item: &item::Model, text: &GuideText) -> FeeText {
    FeeText {
        charged: item.charged,
        text: item.fee_text.clone(),
        fen: item.fee_fen.map(Fen),
        items: text.fee_items.clone(),
        pay_online: text.online_pay.unwrap_or(false),
    }
}

fn result(text: &GuideText) -> GuideResult {
    GuideResult {
        name: said(&text.result_name),
        name_en: text.result_name_en.clone(),
        kind: given(&text.result_type),
        sample: text.result_sample.as_deref().and_then(said),
        certificate_code: given(&text.result_certificate),
    }
}

/// The situation asked for; the first where none was asked for.
fn chosen<'a>(situations: &'a [Situation], code: Option<&str>) -> Option<&'a Situation> {
    let asked = code.and_then(|code| situations.iter().find(|situation| situation.code == code));
    asked.or_else(|| situations.first())
}

/// Each body once, with the code of the situation asked for.
async fn offices(
    db: &Db,
    implementations: Vec<Implementation>,
    situation: Option<&str>,
) -> Result<Vec<Office>> {
    let halls = org_rows::halls(&db.read).await?;
    let codes = implementations.iter().map(|one| one.division.to_string()).collect();
    let names = rows::division_names(&db.read, codes).await?;
    Ok(of_situation(implementations, situation)
        .into_iter()
        .map(|one| {
            let hall = halls.iter().find(|hall| Some(hall.id) == one.hall_id && hall.active).cloned();
            let division_name_en =
                names.get(&one.division.to_string()).and_then(|(_, english)| english.clone());
            office(one, division_name_en, hall)
        })
        .collect())
}

fn office(one: Implementation, division_name_en: Option<String>, hall: Option<Hall>) -> Office {
    let Implementation { code, body_name: body, division, division_name, .. } = one;
    Office { code, body, division, division_name, division_name_en, hall }
}

/// The implementations in use of one situation; of each body's first where none was asked for.
pub(super) fn of_situation(
    implementations: Vec<Implementation>,
    situation: Option<&str>,
) -> Vec<Implementation> {
    let code = |one: &Implementation| one.situation.as_ref().map(|situation| situation.code.clone());
    let active = implementations.into_iter().filter(|one| one.active);
    let mut kept: Vec<Implementation> = Vec::new();
    let asked = |one: &Implementation| situation.is_some() && code(one).as_deref() == situation;
    for one in active {
        match kept.iter_mut().find(|other| other.body_uscc == one.body_uscc && other.division == one.division)
        {
            Some(other) if asked(&one) => *other = one,
            Some(_) => {}
            None => kept.push(one),
        }
    }
    kept
}

/// The body for a place: the smallest area around it, or the only one within it.
fn office_for(offices: &[Office], place: Option<DivisionCode>) -> Option<&Office> {
    if let [only] = offices {
        return Some(only);
    }
    let bodies: Vec<Body> =
        offices.iter().map(|office| Body { code: office.code.clone(), division: office.division }).collect();
    let facts = routing::Facts { residence: Some(place?), ..routing::Facts::default() };
    let route = routing::route(&[routing::Basis::Residence], &facts, &bodies)?;
    offices.iter().find(|office| office.code == route.body.code)
}
