//! 更正.

use super::item_name;
use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::desk::places;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::citizen::data::{CorrectPage, Elsewhere, correct as view};
use app::shell::Area;
use app::ui::flash::Flash;
use axum::extract::{Form, State};
use axum::response::Response;
use backend::organisation::{self, Department};
use backend::own_data::{self, Typed};
use backend::{Holder, Kind, Services, extracts, persons};
use domain::field_error::FieldError;
use domain::permission::{Actor, Role};
use http::StatusCode;
use serde::Deserialize;

/// Renewing the identity card is how what stands on it is put right.
const ID_CARD: &str = "GA-004";
/// The police keep names, days of birth and households.
const POLICE: &str = "GA";

/// The form.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::web::citizen) struct Sent {
    phone: String,
    residence: String,
    address: String,
}

pub(in crate::web::citizen) async fn correct(
    context: Context,
    State(state): State<AppState>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Citizen)?.actor();
    let person = own_data::owner(&actor)?;
    let residence = persons::contact(&state.services, person).await?.residence_division;
    let sent = Sent { residence: residence.unwrap_or_default(), ..Sent::default() };
    form(&context, &state.services, &actor, sent, Vec::new()).await
}

pub(in crate::web::citizen) async fn save(
    context: Context,
    State(state): State<AppState>,
    Form(sent): Form<Sent>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Citizen)?.actor();
    let typed =
        Typed { phone: sent.phone.clone(), residence: sent.residence.clone(), address: sent.address.clone() };
    match own_data::correct(&state.services, &actor, &typed).await {
        Ok(changed) => context.redirect_with(told(&changed), "/my/data").await,
        Err(error) => {
            let Kind::Invalid(errors) = error.kind() else { return Err(error.into()) };
            form(&context, &state.services, &actor, sent, errors.clone()).await
        }
    }
}

fn told(changed: &[&'static str]) -> Flash {
    if changed.is_empty() {
        return Flash::done("没有改动。", "Nothing was changed.");
    }
    let name = |field: &&str| match *field {
        "phone" => ("电话", "phone"),
        "residence" => ("现住地", "where you live"),
        _ => ("住址", "address"),
    };
    let (zh, en): (Vec<&str>, Vec<&str>) = changed.iter().map(name).unzip();
    Flash::done(format!("已更正：{}。", zh.join("、")), format!("Corrected: {}.", en.join(", ")))
}

async fn form(
    context: &Context,
    services: &Services,
    actor: &Actor,
    sent: Sent,
    errors: Vec<FieldError>,
) -> Result<Response, PageError> {
    let lang = context.lang;
    let person = own_data::owner(actor)?;
    let known = persons::get(services, person).await?;
    let contact = persons::contact(services, person).await?;
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = CorrectPage {
        lang,
        phone_now: known.phone_masked.unwrap_or_default(),
        address_now: own_data::to_the_road(&contact.address.unwrap_or_default()),
        phone: sent.phone,
        residence: sent.residence,
        address: sent.address,
        places: places::groups(services, lang),
        elsewhere: elsewhere(services, lang, Holder::Person(person)).await?,
        errors,
    };
    let title = lang.t("更正我的信息", "Correct my data");
    Ok(Context::html(status, context.frame(Area::Citizen, title, Width::Page), move || view(page)))
}

/// The identity card and household first, then each registry of which something is held.
async fn elsewhere(services: &Services, lang: Lang, holder: Holder) -> Result<Vec<Elsewhere>, PageError> {
    let departments = organisation::departments(&services.db).await?;
    let police = body(lang, &departments, POLICE);
    let of_police = |what: &str, items: Vec<(String, String)>| Elsewhere {
        what: what.to_owned(),
        body: police.0.clone(),
        phone: police.1.clone(),
        items,
    };
    let card = vec![(ID_CARD.to_owned(), item_name(services, lang, ID_CARD))];
    let mut all = vec![
        of_police(lang.t("姓名、出生日期、性别、身份证号", "Name, day of birth, sex, ID number"), card),
        of_police(lang.t("户籍地", "Household"), Vec::new()),
    ];
    let today = services.clock.today();
    let said = extracts::read(&services.db.read, &services.keys, holder, today).await?;
    all.extend(said.iter().filter_map(|one| extracts::registry(&one.source)).map(|registry| {
        let (name, phone) = body(lang, &departments, key(registry.keeper));
        let name = if name.is_empty() { registry.keeper.to_owned() } else { name };
        Elsewhere {
            what: lang.t(registry.name, registry.name_en).to_owned(),
            body: name,
            phone,
            items: Vec::new(),
        }
    }));
    Ok(all)
}

/// A department by its key: its name and phone; for one that is not of the city, the city's line.
fn body(lang: Lang, departments: &[Department], key: &str) -> (String, String) {
    let found = departments.iter().find(|department| department.key == key);
    let name = found.map(|one| lang.pick(&one.name, &one.name_en).to_owned());
    let phone = found.and_then(|one| one.phone.clone()).unwrap_or_else(|| "12345".to_owned());
    (name.unwrap_or_default(), phone)
}

/// The department that keeps a registry, by its short name.
fn key(keeper: &str) -> &'static str {
    match keeper {
        "公安局" => POLICE,
        "人社局" => "RS",
        "医保局" => "YB",
        "民政局" => "MZ",
        "教育局" => "JY",
        "住建局" => "ZJ",
        "退役军人局" => "TY",
        "自然资源局" => "ZR",
        "税务局" => "SW",
        "残联" => "CL",
        _ => "",
    }
}
