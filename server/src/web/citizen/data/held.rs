//! Identity, registries and delegations, in words.

use super::item_name;
use crate::web::desk::{person, places};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::citizen::data::{DelegationLine, ExtractLine};
use backend::delegations::{self, Delegation, State};
use backend::extracts::{self, Extract};
use backend::{Holder, Services, own_data, persons};
use domain::rule::{Op, Rule, Test, words};
use uuid::Uuid;

pub(super) async fn identity(
    services: &Services,
    lang: Lang,
    id: Uuid,
) -> Result<Vec<(String, String)>, PageError> {
    let known = persons::get(services, id).await?;
    let contact = persons::contact(services, id).await?;
    let place = |code: Option<&str>| places::path(services, code);
    let lines = [
        (lang.t("姓名", "Name"), known.name),
        (lang.t("证件", "Document"), person::kind(lang, &known.kind).to_owned()),
        (lang.t("号码", "Number"), known.number_masked),
        (lang.t("电话", "Phone"), known.phone_masked.unwrap_or_default()),
        (lang.t("户籍地", "Household"), place(contact.hukou_division.as_deref())),
        (lang.t("现住地", "Lives in"), place(contact.residence_division.as_deref())),
        (lang.t("住址", "Address"), own_data::to_the_road(&contact.address.unwrap_or_default())),
    ];
    Ok(lines.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

pub(super) async fn extracts(
    services: &Services,
    lang: Lang,
    holder: Holder,
) -> Result<Vec<ExtractLine>, PageError> {
    let today = services.clock.today();
    let said = extracts::read(&services.db.read, &services.keys, holder, today).await?;
    Ok(said.iter().map(|one| extract(lang, one)).collect())
}

fn extract(lang: Lang, one: &Extract) -> ExtractLine {
    let registry = extracts::registry(&one.source);
    let fact = |(field, value): (&str, &domain::rule::Value)| {
        let test = Test { field: field.to_owned(), op: Op::Eq, value: value.clone() };
        let (zh, en) = words(&Rule::Is(test), &|_| None);
        lang.t(zh, en)
    };
    ExtractLine {
        name: registry
            .map_or_else(|| one.source.clone(), |known| lang.t(known.name, known.name_en).to_owned()),
        keeper: registry.map(|known| known.keeper.to_owned()).unwrap_or_default(),
        as_of: one.as_of,
        stale: one.stale,
        facts: one.facts.iter().map(fact).collect(),
    }
}

/// Those that are over or taken back are of no more concern here.
pub(super) async fn delegations(
    services: &Services,
    lang: Lang,
    person: Uuid,
) -> Result<Vec<DelegationLine>, PageError> {
    let given = delegations::of_principal(services, Holder::Person(person)).await?;
    let received = delegations::of_agent(services, person).await?;
    let today = services.clock.today();
    let open = |one: &Delegation| match one.state(today) {
        State::Offered | State::NotYet | State::InForce => true,
        State::Over | State::Revoked => false,
    };
    let by = |one: Delegation| {
        let name = &one.agent.name;
        let who = lang.t(format!("请 {name} 代我办事"), format!("{name} acts for me"));
        DelegationLine { who, scope: scope(services, lang, &one) }
    };
    let of = |one: Delegation| {
        let name = &one.principal_name;
        let who = lang.t(format!("我代 {name} 办事"), format!("I act for {name}"));
        DelegationLine { who, scope: scope(services, lang, &one) }
    };
    let given = given.into_iter().filter(open).map(by);
    Ok(given.chain(received.into_iter().filter(open).map(of)).collect())
}

fn scope(services: &Services, lang: Lang, one: &Delegation) -> String {
    let items: Vec<String> = one.items.iter().map(|id| item_name(services, lang, id)).collect();
    let items = match items.is_empty() {
        true => lang.t("所有事项", "every service").to_owned(),
        false => items.join(lang.t("、", ", ")),
    };
    let until = lang.date(one.valid_until);
    let offered = match one.state(services.clock.today()) {
        State::Offered => lang.t("，等对方接受", "; not accepted yet"),
        State::NotYet | State::InForce | State::Over | State::Revoked => "",
    };
    lang.t(format!("{items} · 到{until}为止{offered}"), format!("{items} · until {until}{offered}"))
}
