//! 办前引导: the questions, and the sheet they lead to. What is answered comes in the body of the
//! request, never in an address; only what tells nothing of anybody may stand there (情形, 为谁, 区划).

use super::cards::hall_line;
use crate::state::AppState;
use crate::web::address::At;
use crate::web::citizen::answers::words;
use crate::web::citizen::question::places_for;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::citizen::question::label_of;
use app::pages::public::guidance::{Asked, GuidancePage, OutcomePage, ToBring, Way, guidance, outcome};
use app::shell::Area;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::Response;
use backend::Holder;
use backend::catalogue::ItemState;
use backend::guidance::{Come, Guided, Needed, Now, Outcome, guided};
use domain::field_error::{FieldCode, FieldError};
use domain::guidance::{FOR_WHOM, RESIDENCE, SITUATION};
use domain::intake::{Answers, FieldSpec};
use http::StatusCode;

/// What an address may hold.
pub(in crate::web) const PLAIN: [&str; 3] = [SITUATION, FOR_WHOM, RESIDENCE];

pub(super) async fn page(
    context: Context,
    State(state): State<AppState>,
    At(id): At<String>,
    Query(mut answers): Query<Answers>,
) -> Result<Response, PageError> {
    answers.retain(|key, _| PLAIN.contains(&key.as_str()));
    let guided = guided(&state.services, &id, &answers, holder(&context)).await?;
    if guided.asked.is_empty() {
        return Ok(done(&context, &state, &guided, &answers));
    }
    Ok(ask(&context, &state, &guided, &answers, Vec::new()))
}

/// The sheet; or the questions once more, with what is still open.
pub(super) async fn answer(
    context: Context,
    State(state): State<AppState>,
    At(id): At<String>,
    Form(answers): Form<Answers>,
) -> Result<Response, PageError> {
    let guided = guided(&state.services, &id, &answers, holder(&context)).await?;
    if matches!(guided.now, Now::Done(_)) {
        return Ok(done(&context, &state, &guided, &answers));
    }
    let empty = |spec: &&FieldSpec| answers.get(&spec.key).is_none_or(|said| said.trim().is_empty());
    let open = guided.asked.iter().filter(empty).map(|spec| FieldError::new(&spec.key, FieldCode::Missing));
    let errors = guided.errors.iter().cloned().chain(open).collect();
    Ok(ask(&context, &state, &guided, &answers, errors))
}

/// Who asks, where they ask for themselves.
fn holder(context: &Context) -> Option<Holder> {
    context.actor().and_then(|actor| actor.person).map(Holder::Person)
}

fn ask(
    context: &Context,
    state: &AppState,
    guided: &Guided,
    answers: &Answers,
    errors: Vec<FieldError>,
) -> Response {
    let lang = context.lang;
    let question = |spec: &FieldSpec| {
        let value = answers.get(&spec.key).cloned().unwrap_or_default();
        Asked { places: places_for(&state.services.reference, lang, spec, &value), spec: spec.clone(), value }
    };
    let card = &guided.guide.card;
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = GuidancePage {
        lang,
        id: card.id.clone(),
        item_name: lang.pick(&card.name, &card.name_en).to_owned(),
        questions: guided.asked.iter().map(question).collect(),
        errors,
    };
    let title = lang.t("算一算要带什么", "What to bring");
    Context::html(status, context.frame(Area::Public, title, Width::Page), move || guidance(page))
}

fn done(context: &Context, state: &AppState, guided: &Guided, answers: &Answers) -> Response {
    let Now::Done(found) = &guided.now else {
        return ask(context, state, guided, answers, Vec::new());
    };
    let page = sheet(context.lang, state, guided, found, answers);
    let title = page.item_name.clone();
    context.page(Area::Public, title, Width::Page, move || outcome(page))
}

fn sheet(lang: Lang, state: &AppState, guided: &Guided, found: &Outcome, answers: &Answers) -> OutcomePage {
    let card = &guided.guide.card;
    let said = |spec: &FieldSpec| {
        let value = answers.get(&spec.key).map(|said| said.trim()).unwrap_or_default();
        (label_of(lang, spec), words(&state.services, lang, spec, value))
    };
    let situation = answers.get(SITUATION).map(|code| (SITUATION.to_owned(), code.clone()));
    OutcomePage {
        lang,
        id: card.id.clone(),
        item_name: lang.pick(&card.name, &card.name_en).to_owned(),
        answers: guided.asked.iter().map(said).collect(),
        materials: materials(lang, found),
        body: found.office.as_ref().map(|office| office.body.clone()).unwrap_or_default(),
        hall: found.office.as_ref().and_then(|office| office.hall.as_ref()).map(|hall| hall_line(lang, hall)),
        kind: found.kind,
        promised: found.limits.promised,
        statutory: found.limits.statutory,
        fees: fees(lang, found),
        steps: found
            .steps
            .iter()
            .map(|step| {
                (lang.pick(&step.name, &step.name_en).to_owned(), super::guide::step_words(lang, step))
            })
            .collect(),
        channels: found.channels.clone(),
        online: card.flags.online && card.state == ItemState::Active && !found.by_agent,
        visits: found.visits,
        carried: situation.into_iter().chain(guided.kept.clone()).collect(),
    }
}

fn fees(lang: Lang, found: &Outcome) -> Vec<(String, String)> {
    let listed = found.fees.iter().map(|fee| {
        (lang.pick(&fee.name, &fee.name_en).to_owned(), lang.pick(&fee.standard, &fee.standard_en).to_owned())
    });
    let plain = Some(found.fee_text.clone()).filter(|text| !text.is_empty());
    listed.chain(plain.map(|text| (String::new(), text))).collect()
}

fn materials(lang: Lang, found: &Outcome) -> Vec<ToBring> {
    let agent = found.by_agent.then(|| {
        [
            (
                lang.t("代办人的身份证", "The identity card of who acts for you"),
                lang.t("原件", "The original"),
            ),
            (
                lang.t("授权委托书", "A written authorisation"),
                lang.t(
                    "写明委托谁、办什么事、到哪天为止，由您签名",
                    "Who, for what, until when; with your signature",
                ),
            ),
        ]
    });
    let agent = agent.into_iter().flatten().map(|(name, detail)| ToBring {
        name: name.to_owned(),
        way: Way::Bring,
        detail: detail.to_owned(),
    });
    found.materials.iter().map(|one| material(lang, one)).chain(agent).collect()
}

fn material(lang: Lang, one: &Needed) -> ToBring {
    let Needed { material, come } = one;
    let certificate = material.certificate_name.as_deref().unwrap_or(&material.name);
    let certificate = lang.pick(certificate, &material.certificate_name_en).to_owned();
    let way = match (come.is_free(), material.required) {
        (true, _) => Way::Spared,
        (false, true) => Way::Bring,
        (false, false) => Way::Helps,
    };
    let detail = match come {
        Come::Held => lang
            .t(format!("您的电子证照“{certificate}”有效"), format!("Your electronic {certificate} is valid")),
        Come::Fetched => super::guide::origin_of(lang, material),
        Come::NotHeld => lang.t(
            format!("证照库里没有您有效的“{certificate}”，请带原件"),
            format!("The library has no valid {certificate} of yours: bring the original"),
        ),
        Come::Bring => [material.source.as_str(), material.format.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
    };
    let later = (material.deferrable && way != Way::Spared)
        .then(|| lang.t("可以后补", "may follow later").to_owned());
    ToBring {
        name: lang.pick(&material.name, &material.name_en).to_owned(),
        way,
        detail: Some(detail)
            .filter(|text| !text.is_empty())
            .into_iter()
            .chain(later)
            .collect::<Vec<_>>()
            .join(" · "),
    }
}
