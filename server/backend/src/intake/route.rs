//! To whom an application goes, with the reason in words.

use super::Application;
use super::matter::Matter;
use crate::catalogue::IntakeItem;
use crate::organisation::Hall;
use crate::{Error, Result, Services};
use domain::division::DivisionCode;
use domain::routing::{self, Basis, Facts};
use entity::person;
use uuid::Uuid;

/// The form's question that says where somebody lives.
pub(crate) const RESIDENCE: &str = "residence_division";

/// The body that decides, and why this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Routed {
    /// 实施编码 of what is done.
    pub implementation_code: String,
    /// The department.
    pub department_id: Uuid,
    /// Its name.
    pub department: String,
    /// Its name in English.
    pub department_en: Option<String>,
    /// The body of the department that decides.
    pub body: String,
    /// The area that it serves.
    pub division: DivisionCode,
    /// On what the route rests.
    pub basis: Basis,
    /// The place that led there.
    pub place: DivisionCode,
    /// Its name, from the city down.
    pub place_name: String,
}

impl Routed {
    /// The reason in Chinese.
    pub fn reason_zh(&self) -> String {
        let Self { place_name, body, .. } = self;
        match self.basis {
            Basis::Residence => format!("申请人居住在{place_name}，由{body}办理"),
            Basis::Household => format!("申请人户籍在{place_name}，由{body}办理"),
            Basis::HandlingPlace => format!("在{place_name}收件，由{body}办理"),
            Basis::City => format!("全市由{body}统一办理"),
        }
    }

    /// The reason in English.
    pub fn reason_en(&self) -> String {
        let Self { place_name, body, .. } = self;
        match self.basis {
            Basis::Residence => format!("The applicant lives in {place_name}: {body} decides"),
            Basis::Household => format!("The applicant's household is in {place_name}: {body} decides"),
            Basis::HandlingPlace => format!("Handed in at {place_name}: {body} decides"),
            Basis::City => format!("{body} decides for the whole city"),
        }
    }

    /// The form in which the reason is stored: basis and place.
    pub(crate) fn stored_reason(&self) -> String {
        format!("{}:{}", self.basis.as_str(), self.place)
    }
}

/// Reads a stored reason back.
pub(crate) fn stored(text: &str) -> Option<(Basis, DivisionCode)> {
    let (basis, place) = text.split_once(':')?;
    Some((Basis::parse(basis)?, DivisionCode::parse(place).ok()?))
}

/// The route of an application; none where what is known leads to no single body.
pub(super) async fn route(services: &Services, matter: &Matter<'_>) -> Result<Option<Routed>> {
    let item = &matter.item;
    let facts = facts(services, matter).await?;
    let bases = services.catalogue.look_up(|book| Some(book.bases(&item.id).to_vec())).await?;
    let bodies = item.routing_bodies();
    routing::route(&bases, &facts, &bodies).map(|route| named(services, item, &route)).transpose()
}

fn named(services: &Services, item: &IntakeItem, route: &routing::Route<'_>) -> Result<Routed> {
    let body = item.body(&route.body.code).ok_or_else(|| Error::internal("a route to no body"))?;
    Ok(Routed {
        implementation_code: body.body.code.clone(),
        department_id: body.department_id,
        department: body.department.clone(),
        department_en: body.department_en.clone(),
        body: body.name.clone(),
        division: body.body.division,
        basis: route.basis,
        place: route.place,
        place_name: services.reference.path(route.place),
    })
}

async fn facts(services: &Services, matter: &Matter<'_>) -> Result<Facts> {
    let Matter { application, person, .. } = matter;
    let code = |text: &str| DivisionCode::parse(text).ok();
    let typed = application.answers.get(RESIDENCE).and_then(|text| code(text));
    let number_division =
        if person.hukou_division.is_some() { None } else { number_division(services, person)? };
    Ok(Facts {
        residence: typed.or_else(|| person.residence_division.as_deref().and_then(code)),
        household: person.hukou_division.as_deref().and_then(code),
        number_division,
        handling_place: handling_place(services, application).await?,
    })
}

/// The first six digits of the citizen's number name the county of first registration.
fn number_division(services: &Services, person: &person::Model) -> Result<Option<DivisionCode>> {
    let number = crate::persons::number_of(&services.keys, person)?;
    Ok(number.reveal().get(..6).and_then(|digits| DivisionCode::parse(digits).ok()))
}

async fn handling_place(services: &Services, application: &Application) -> Result<Option<DivisionCode>> {
    let Some(id) = application.counter.and_then(|counter| counter.hall_id) else { return Ok(None) };
    let place = |hall: &Hall| DivisionCode::parse(&hall.division_code).ok();
    services.catalogue.look_up(|book| book.hall(id).map(place)).await
}
