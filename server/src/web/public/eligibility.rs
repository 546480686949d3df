//! 我能办吗: judged on what is known of whoever is signed in, and on what they answer. Nothing of it
//! is kept.

use super::cards::item_line;
use crate::state::AppState;
use crate::web::address::At;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::public::eligibility::questions::PREFIX;
use app::pages::public::eligibility::{Asked, Condition, EligibilityPage, eligibility as view};
use app::shell::{Area, Frame};
use app::ui::item_card::ItemLine;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use backend::Holder;
use backend::catalogue::{Guide, GuideQuery, ItemState, Query};
use backend::eligibility::{self, Eligibility};
use backend::known::Known;
use chrono::NaiveDate;
use domain::eligibility::{Question, answer, wire};
use domain::rule::{Facts, Truth};
use http::StatusCode;
use std::collections::BTreeMap;

/// Items shown beside.
const SIMILAR: usize = 3;

/// Answers by the names of the form's fields.
pub(in crate::web) type Answers = BTreeMap<String, String>;

pub(super) async fn page(context: Context, State(state): State<AppState>, At(id): At<String>) -> Answer {
    shown(&context, &state, &id, &Answers::new()).await
}

pub(super) async fn judge(
    context: Context,
    State(state): State<AppState>,
    At(id): At<String>,
    Form(posted): Form<Vec<(String, String)>>,
) -> Answer {
    shown(&context, &state, &id, &posted.into_iter().collect()).await
}

type Answer = Result<Response, PageError>;

async fn shown(context: &Context, state: &AppState, id: &str, answers: &Answers) -> Answer {
    let (lang, services) = (context.lang, &state.services);
    let guide = services.catalogue.guide(id, &GuideQuery::default()).await?;
    let person = context.session.as_ref().and_then(|session| session.account.person_id);
    let before = eligibility::for_item(&services.db.read, services, person.map(Holder::Person), id).await?;
    let told = with_answers(before.known.clone(), &before.questions, answers, services.clock.today());
    let after = eligibility::of_known(services, id, told).await?;
    let page = EligibilityPage {
        known: person.is_some(),
        similar: similar(lang, state, &guide),
        ..page_of(lang, &guide, &before, &after, answers)
    };
    let title = format!("{}：{}", lang.t("我能办吗", "Can I apply?"), page.name);
    let islands = page.wire.is_some() && !page.asked.is_empty();
    let frame = Frame { islands, ..context.frame(Area::Public, title, Width::Page) };
    Ok(Context::html(StatusCode::OK, frame, move || view(page)))
}

/// What is known, and what was answered to the questions.
pub(in crate::web) fn with_answers(
    mut known: Known,
    questions: &[Question],
    answers: &Answers,
    today: NaiveDate,
) -> Known {
    let city = known.facts();
    for question in questions {
        let text =
            answers.get(&format!("{PREFIX}{}", question.field)).map(String::as_str).unwrap_or_default();
        if let Some(value) = answer(question.kind, text, &city) {
            known.say(question.field.as_str(), value, today);
        }
    }
    known
}

fn page_of(
    lang: Lang,
    guide: &Guide,
    before: &Eligibility,
    after: &Eligibility,
    answers: &Answers,
) -> EligibilityPage {
    let open = before.truth() == Truth::Unknown;
    let unknown = before.questions.iter().filter(|one| open && before.known.get(&one.field).is_none());
    let unset = |field: &String| field.starts_with("PARAM.");
    EligibilityPage {
        lang,
        id: guide.card.id.clone(),
        name: lang.pick(&guide.card.name, &guide.card.name_en).to_owned(),
        known: false,
        truth: after.truth(),
        conditions: conditions(lang, after),
        asked: unknown.map(|one| asked(lang, one, answers)).collect(),
        wire: handed(before),
        unset: after.would_decide().iter().any(unset),
        online: guide.card.flags.online && guide.card.state == ItemState::Active,
        phone: guide.enquiry_phone.clone().unwrap_or_default(),
        similar: Vec::new(),
    }
}

/// Each condition in the page's language.
pub(in crate::web) fn conditions(lang: Lang, judged: &Eligibility) -> Vec<Condition> {
    let condition = |one: &eligibility::Reason| Condition {
        words: lang.t(&one.zh, &one.en).clone(),
        truth: one.truth,
        sources: one.sources.iter().map(|(zh, en)| lang.t(zh, en).clone()).collect(),
    };
    judged.reasons.iter().map(condition).collect()
}

/// A question with its answer so far.
pub(in crate::web) fn asked(lang: Lang, question: &Question, answers: &Answers) -> Asked {
    let option = |one: &domain::eligibility::Choice| (one.value.clone(), lang.t(&one.zh, &one.en).clone());
    Asked {
        field: question.field.clone(),
        words: lang.t(&question.zh, &question.en).clone(),
        kind: question.kind,
        options: question.choices.iter().map(option).collect(),
        value: answers.get(&format!("{PREFIX}{}", question.field)).cloned().unwrap_or_default(),
    }
}

/// The rule, and of what is known only what it asks for.
fn handed(before: &Eligibility) -> Option<(String, String)> {
    let rule = before.rule.as_ref()?;
    let facts = rule.fields().into_iter().fold(Facts::none(), |facts, field| {
        let fact = before.known.get(field).map(|fact| fact.value.clone());
        fact.map_or(facts.clone(), |value| facts.with(field, value))
    });
    // The city is needed for answers too.
    let facts =
        before.known.get("LOCAL").map_or(facts.clone(), |city| facts.with("LOCAL", city.value.clone()));
    Some((wire::encode(rule)?, wire::encode_facts(&facts)))
}

fn similar(lang: Lang, state: &AppState, guide: &Guide) -> Vec<ItemLine> {
    let query = Query { theme: Some(guide.card.theme.clone()), limit: SIMILAR + 1, ..Query::default() };
    let found = state.services.catalogue.search(&query).items;
    let others = found.iter().filter(|card| card.id != guide.card.id && card.state == ItemState::Active);
    others.take(SIMILAR).map(|card| item_line(lang, card)).collect()
}
