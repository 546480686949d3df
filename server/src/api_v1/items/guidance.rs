//! `POST /api/v1/items/{code}/guidance`

use super::LimitBody;
use super::guide::{Limits, MaterialBody, OfficeBody, Question, SituationBody};
use crate::api_v1::body::Body;
use crate::api_v1::problem::{ApiError, Problem};
use crate::state::AppState;
use axum::Json;
use axum::extract::{Path, State};
use backend::guidance::{Guided, Needed, Now, Outcome, guided};
use backend::{Error, codes};
use domain::guidance::SITUATION;
use domain::intake::Answers;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What was answered so far, by the key of each question. Nothing of it is kept.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub(in crate::api_v1) struct GuidanceWanted {
    #[schema(value_type = Object)]
    answers: Answers,
}

/// The next question, or what all answers lead to: one of the two.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api_v1) struct GuidanceBody {
    /// How many questions these answers lead to, answered or not.
    questions: usize,
    question: Option<Question>,
    outcome: Option<OutcomeBody>,
}

/// Exactly what somebody with these answers needs.
#[derive(Debug, Serialize, ToSchema)]
struct OutcomeBody {
    situation: Option<SituationBody>,
    materials: Vec<NeededBody>,
    /// Somebody else applies: their identity card and a written authorisation come along.
    by_agent: bool,
    #[schema(value_type = Vec<Object>)]
    steps: Vec<backend::catalogue::Step>,
    /// The body that decides, and the hall one goes to.
    office: Option<OfficeBody>,
    /// instant (即办件) or promise (承诺件).
    kind: &'static str,
    limits: Limits,
    /// What is charged; empty where it is free.
    #[schema(value_type = Vec<Object>)]
    fees: Vec<backend::catalogue::FeeItem>,
    /// The fee in words, where it has no items of its own.
    fee: String,
    /// window, online, mobile or kiosk.
    channels: Vec<&'static str>,
    visits: u16,
    /// The answers that `form` in `POST /cases` takes over.
    #[schema(value_type = Object)]
    form: Answers,
}

#[derive(Debug, Serialize, ToSchema)]
struct NeededBody {
    #[serde(flatten)]
    material: MaterialBody,
    /// fetched (nobody brings it) or bring.
    come: &'static str,
}

/// Asks question by question for exactly what is needed.
#[utoipa::path(
    post, path = "/items/{code}/guidance", tag = "items", request_body = GuidanceWanted,
    params(("code" = String, Path, description = "`RS-001`, or a code of 12, 31 or 33 characters")),
    responses(
        (status = 200, description = "The next question, or the outcome", body = GuidanceBody),
        (status = 404, description = "No such item", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "An answer that was not offered", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(in crate::api_v1) async fn guidance(
    State(app): State<AppState>,
    Path(code): Path<String>,
    Body(GuidanceWanted { mut answers }): Body<GuidanceWanted>,
) -> Result<Json<GuidanceBody>, ApiError> {
    let named = codes::item(&app.services, &code).await?;
    if let Some(situation) = named.situation {
        answers.entry(SITUATION.to_owned()).or_insert(situation);
    }
    let found = guided(&app.services, &named.item_id, &answers, None).await?;
    if !found.errors.is_empty() {
        return Err(Error::invalid(found.errors).into());
    }
    Ok(Json(found.into()))
}

impl From<Guided> for GuidanceBody {
    fn from(found: Guided) -> Self {
        let Guided { asked, now, kept, .. } = found;
        let (question, outcome) = match now {
            Now::Ask(field) => (Some((*field).into()), None),
            Now::Done(outcome) => (None, Some(OutcomeBody::new(*outcome, kept))),
        };
        Self { questions: asked.len(), question, outcome }
    }
}

impl OutcomeBody {
    fn new(outcome: Outcome, form: Answers) -> Self {
        let Outcome {
            situation,
            materials,
            by_agent,
            steps,
            office,
            kind,
            limits,
            fees,
            fee_text,
            channels,
            visits,
        } = outcome;
        Self {
            situation: situation.map(Into::into),
            materials: materials.into_iter().map(NeededBody::from).collect(),
            by_agent,
            steps,
            office: office.map(Into::into),
            kind: kind.as_str(),
            limits: Limits {
                statutory: limits.statutory.map(LimitBody::from),
                promised: limits.promised.map(LimitBody::from),
            },
            fees,
            fee: fee_text,
            channels: channels.into_iter().map(|channel| channel.as_str()).collect(),
            visits,
            form,
        }
    }
}

impl From<Needed> for NeededBody {
    fn from(needed: Needed) -> Self {
        let Needed { material, come } = needed;
        Self { material: material.into(), come: come.as_str() }
    }
}
