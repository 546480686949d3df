//! From a draft to its two pages: the screen, and the check.

use super::Open;
use super::materials::{given, manner_name, rows};
use super::outcome::outcome;
use crate::state::AppState;
use crate::web::citizen::answers::words;
use crate::web::context::Context;
use crate::web::desk::person::facts;
use crate::web::desk::places::groups;
use crate::web::error::PageError;
use crate::web::marks::{fixed_words, source_words};
use app::lang::Lang;
use app::pages::citizen::question::{label_of, options_of};
use app::pages::desk::{CheckPage, IntakePage, Question};
use app::ui::date_strip::limit_words;
use backend::Services;
use backend::intake::Preview;
use backend::uploads;
use domain::field_error::FieldError;
use domain::intake::FieldSpec;
use domain::item::CaseKind;

/// The screen.
pub(super) async fn intake(
    context: &Context,
    state: &AppState,
    open: &Open,
    preview: &Preview,
    errors: Vec<FieldError>,
    refused_file: Option<String>,
) -> Result<IntakePage, PageError> {
    let lang = context.lang;
    let actor = context.signed_in()?.actor();
    let files = uploads::of_draft(&state.services, &actor, open.draft.id).await?;
    Ok(IntakePage {
        lang,
        address: open.address(),
        item: lang.pick(&open.item.name, &open.item.name_en).to_owned(),
        meta: meta(lang, state, open),
        situations: situations(lang, open),
        situation: open.draft.situation.clone().unwrap_or_default(),
        who: facts(state, lang, &open.person).await?,
        questions: open
            .item
            .form
            .fields
            .iter()
            .map(|spec| question(&state.services, lang, open, spec))
            .collect(),
        materials: rows(&state.services, lang, open, &files),
        outcome: outcome(context, state, open, preview).await?,
        places: groups(&state.services, lang),
        saved: lang.t(
            format!("已保存 {}", lang.moment(open.draft.updated_at)),
            format!("Saved {}", lang.moment(open.draft.updated_at)),
        ),
        errors,
        refused_file,
    })
}

fn meta(lang: Lang, state: &AppState, open: &Open) -> String {
    let card = state.services.catalogue.card(&open.item.id);
    let department = card.as_ref().map(|card| lang.pick(&card.department, &card.department_en).to_owned());
    let limit = match (open.item.kind, open.item.limits.promised) {
        (CaseKind::Instant, _) => Some(lang.t("即办件", "Decided at once").to_owned()),
        (CaseKind::Promise, limit) => {
            limit.map(|limit| limit_words(lang, limit)).map(|limit| lang.t(format!("承诺 {limit}"), limit))
        }
    };
    let fee = card
        .map(|card| if card.charged { lang.t("收费", "Fee") } else { lang.t("不收费", "Free") }.to_owned());
    let parts: Vec<String> = [department, limit, fee].into_iter().flatten().collect();
    parts.join(" · ")
}

fn situations(lang: Lang, open: &Open) -> Vec<(String, String)> {
    if open.item.situations.len() < 2 {
        return Vec::new();
    }
    let named = |one: &backend::catalogue::Situation| {
        (one.code.clone(), lang.pick(&one.name, &one.name_en).to_owned())
    };
    open.item.situations.iter().map(named).collect()
}

fn question(services: &Services, lang: Lang, open: &Open, spec: &FieldSpec) -> Question {
    let value = open.draft.answers.get(&spec.key).cloned().unwrap_or_default();
    let mark = open.draft.prefilled.get(&spec.key);
    Question {
        spec: spec.clone(),
        source: mark.map(|mark| source_words(lang, mark)).unwrap_or_default(),
        fixed: mark.map(|mark| fixed_words(lang, mark)).unwrap_or_default(),
        shown: words(services, lang, spec, &value),
        value,
        only_if: only_if(lang, open, spec),
    }
}

/// When a question counts, for it stands on the one screen of the counter in any case.
fn only_if(lang: Lang, open: &Open, spec: &FieldSpec) -> String {
    let Some(condition) = &spec.asked_if else { return String::new() };
    let Some(other) = open.item.form.field(&condition.field) else { return String::new() };
    let chosen = options_of(lang, other).into_iter().filter(|(value, _)| condition.is.contains(value));
    let chosen: Vec<String> = chosen.map(|(_, text)| text).collect();
    let (label, chosen) = (label_of(lang, other), chosen.join(lang.t("、", ", ")));
    lang.t(format!("“{label}”选“{chosen}”才填"), format!("Only if “{label}” is “{chosen}”"))
}

/// The check.
pub(super) async fn check(
    context: &Context,
    state: &AppState,
    open: &Open,
    preview: &Preview,
) -> Result<CheckPage, PageError> {
    let lang = context.lang;
    let answer = |spec: &FieldSpec| {
        let value = open.draft.answers.get(&spec.key).map(String::as_str).unwrap_or_default();
        let label = lang.pick(&spec.label, &spec.label_en).to_owned();
        (label, words(&state.services, lang, spec, value))
    };
    let material = |material: &backend::catalogue::Material| {
        let manner = given(open, material).manner;
        let grade = manner.grade().map(|grade| format!(" · {}", grade.letter())).unwrap_or_default();
        (
            lang.pick(&material.name, &material.name_en).to_owned(),
            format!("{}{grade}", manner_name(lang, manner)),
        )
    };
    Ok(CheckPage {
        lang,
        address: open.address(),
        item: lang.pick(&open.item.name, &open.item.name_en).to_owned(),
        who: facts(state, lang, &open.person).await?,
        answers: open.item.form.asked(&open.draft.answers).map(answer).collect(),
        materials: open.item.materials.iter().map(material).collect(),
        outcome: outcome(context, state, open, preview).await?,
    })
}
