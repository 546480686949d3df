//! From what the portal holds of somebody to the lines of their page.

use crate::state::AppState;
use app::lang::Lang;
use app::pages::desk::{CertificateLine, DelegationLine, LapseLine};
use app::ui::certificate::State;
use backend::Holder;
use backend::certificates::Summary;
use backend::delegations::{Delegation, State as Stage};
use backend::legal_entities::EntityView;
use backend::one_number::Expiring;
use backend::persons::mask_name;
use uuid::Uuid;

/// Certificates: those that may be relied on first.
pub(super) fn certificates(state: &AppState, lang: Lang, held: &[Summary]) -> Vec<CertificateLine> {
    let today = state.services.clock.today();
    let mut lines: Vec<_> = held
        .iter()
        .map(|one| CertificateLine {
            name: lang.pick(&one.name, &one.name_en).to_owned(),
            state: State::of(&one.standing, today),
            until: one.standing.valid_until,
            issuer: one.issuer.clone(),
        })
        .collect();
    lines.sort_by_key(|line| !line.state.is_fit());
    lines
}

/// What lapses, with the names of the items that renew it.
pub(super) fn lapsing(state: &AppState, lang: Lang, expiring: &[Expiring]) -> Vec<LapseLine> {
    let line = |one: &Expiring| {
        let renewal = one.renewal.as_ref();
        let card = renewal.and_then(|renewal| state.services.catalogue.card(&renewal.item_id));
        let item = renewal.map(|renewal| match &renewal.situation {
            Some(situation) => format!("{}/{situation}", renewal.item_id),
            None => renewal.item_id.clone(),
        });
        LapseLine {
            name: lang.pick(&one.name, &one.name_en).to_owned(),
            until: one.valid_until,
            days: one.days,
            item_name: card.map(|card| lang.pick(&card.name, &card.name_en).to_owned()).unwrap_or_default(),
            item,
        }
    };
    expiring.iter().map(line).collect()
}

/// The items that renew what lapses: they stand above the others.
pub(super) fn renewals(expiring: &[Expiring]) -> Vec<String> {
    expiring.iter().filter_map(|one| Some(one.renewal.as_ref()?.item_id.clone())).collect()
}

/// Who may act, seen by the one acted for. What is over or taken back is no longer shown.
pub(super) fn agents(state: &AppState, lang: Lang, given: &[Delegation]) -> Vec<DelegationLine> {
    let shown = current(state, given);
    shown.map(|one| line(state, lang, one, mask_name(&one.agent.name), None)).collect()
}

/// For whom somebody may act: by office, then by delegation.
pub(super) fn principals(
    state: &AppState,
    lang: Lang,
    person: Uuid,
    offices: &[EntityView],
    given: &[Delegation],
    codes: &[(Uuid, String)],
) -> Vec<DelegationLine> {
    let office = |entity: &EntityView| {
        let legal = entity.legal_person.as_ref().is_some_and(|one| one.id == person);
        let scope = if legal {
            lang.t("法定代表人", "Legal representative")
        } else {
            lang.t("管理员", "Administrator")
        };
        DelegationLine {
            name: entity.name.clone(),
            code: Some(entity.code.to_string()),
            scope: scope.to_owned(),
            until: None,
            state: String::new(),
        }
    };
    let delegated = |one: &Delegation| {
        let code = codes.iter().find(|(id, _)| Some(*id) == one.principal.entity());
        let name = match one.principal {
            Holder::Person(_) => mask_name(&one.principal_name),
            Holder::Entity(_) => one.principal_name.clone(),
        };
        line(state, lang, one, name, code.map(|(_, code)| code.clone()))
    };
    offices.iter().map(office).chain(current(state, given).map(delegated)).collect()
}

fn current<'a>(state: &AppState, given: &'a [Delegation]) -> impl Iterator<Item = &'a Delegation> {
    let today = state.services.clock.today();
    given.iter().filter(move |one| match one.state(today) {
        Stage::Offered | Stage::NotYet | Stage::InForce => true,
        Stage::Over | Stage::Revoked => false,
    })
}

fn line(
    state: &AppState,
    lang: Lang,
    one: &Delegation,
    name: String,
    code: Option<String>,
) -> DelegationLine {
    let words = match one.state(state.services.clock.today()) {
        Stage::Offered => lang.t("对方还没接受", "Not accepted yet"),
        Stage::NotYet => lang.t("还没开始", "Not begun"),
        Stage::InForce => "",
        Stage::Over => lang.t("已到期", "Over"),
        Stage::Revoked => lang.t("已撤回", "Taken back"),
    };
    DelegationLine {
        name,
        code,
        scope: scope(state, lang, one),
        until: Some(one.valid_until),
        state: words.to_owned(),
    }
}

/// 全部事项, or the names of the items.
fn scope(state: &AppState, lang: Lang, one: &Delegation) -> String {
    if one.items.is_empty() {
        return lang.t("全部事项", "Every service").to_owned();
    }
    let name = |id: &String| {
        let card = state.services.catalogue.card(id);
        card.map_or_else(|| id.clone(), |card| lang.pick(&card.name, &card.name_en).to_owned())
    };
    let names: Vec<String> = one.items.iter().map(name).collect();
    names.join(lang.t("、", ", "))
}
