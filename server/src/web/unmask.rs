//! 查看完整号码: the number of somebody whose business is in hand, for a reason that is written down.
//! The number stands in the answer to the form and nowhere else: in no address, session or cache.

use crate::state::AppState;
use crate::web::address::At;
use crate::web::context::Context;
use crate::web::desk::{answer, client};
use crate::web::error::PageError;
use app::pages::unmask::{NumberPage, UnmaskPage, Why, number, unmask as form};
use app::shell::Area;
use axum::extract::{Form, State};
use axum::response::Response;
use backend::persons::{self, PersonView};
use backend::{Error, Kind, cases};
use domain::field_error::{FieldCode, FieldError};
use domain::permission::{Actor, Role};
use http::StatusCode;
use serde::Deserialize;
use uuid::Uuid;

/// The reason as given.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    why: String,
    words: String,
}

/// Whose number, for whom, and where the page leads back to.
struct Asked {
    actor: Actor,
    person: Uuid,
    area: Area,
    back: String,
}

impl Asked {
    /// The applicant of a case, for the department that decides.
    async fn of_case(context: &Context, state: &AppState, case_no: &str) -> Result<Self, PageError> {
        let actor = context.require(Role::Reviewer)?.actor();
        let case = cases::get(&state.services, &actor, case_no).await?;
        let back = format!("/review/cases/{}", case.case_no);
        Ok(Self { person: case.applicant.person_id, area: Area::Review, back, actor })
    }

    /// The person at the counter.
    fn at_counter(context: &Context) -> Result<Self, PageError> {
        let actor = context.require(Role::Clerk)?.actor();
        let person = client::current(context).ok_or_else(PageError::not_found)?;
        Ok(Self { actor, person, area: Area::Desk, back: "/desk/person".to_owned() })
    }

    /// The person, for those who may see the number; to all others there is no such page.
    async fn known(&self, state: &AppState) -> Result<PersonView, PageError> {
        if !persons::sight(&state.services, &self.actor, self.person).await?.may_unmask() {
            return Err(PageError::not_found());
        }
        Ok(persons::get(&state.services, self.person).await?)
    }
}

pub(super) async fn of_case(
    context: Context,
    State(state): State<AppState>,
    At(case_no): At<String>,
) -> Result<Response, PageError> {
    let asked = Asked::of_case(&context, &state, &case_no).await?;
    ask(&context, &state, &asked, Typed::default(), Vec::new()).await
}

pub(super) async fn show_of_case(
    context: Context,
    State(state): State<AppState>,
    At(case_no): At<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let asked = Asked::of_case(&context, &state, &case_no).await?;
    show(&context, &state, &asked, typed).await
}

pub(super) async fn at_counter(
    context: Context,
    State(state): State<AppState>,
) -> Result<Response, PageError> {
    let asked = Asked::at_counter(&context)?;
    ask(&context, &state, &asked, Typed::default(), Vec::new()).await
}

pub(super) async fn show_at_counter(
    context: Context,
    State(state): State<AppState>,
    Form(typed): Form<Typed>,
) -> Result<Response, PageError> {
    let asked = Asked::at_counter(&context)?;
    show(&context, &state, &asked, typed).await
}

async fn ask(
    context: &Context,
    state: &AppState,
    asked: &Asked,
    typed: Typed,
    errors: Vec<FieldError>,
) -> Result<Response, PageError> {
    let known = asked.known(state).await?;
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = UnmaskPage {
        lang: context.lang,
        name: known.name,
        masked: known.number_masked,
        address: number_of(&asked.back),
        back: asked.back.clone(),
        why: Why::parse(&typed.why),
        words: typed.words,
        errors,
    };
    let title = context.lang.t("查看完整号码", "Show the full number");
    answer::page(context, asked.area, status, title, move || form(page)).await
}

async fn show(
    context: &Context,
    state: &AppState,
    asked: &Asked,
    typed: Typed,
) -> Result<Response, PageError> {
    let known = asked.known(state).await?;
    let reason = match reason(&typed) {
        Ok(reason) => reason,
        Err(error) => return ask(context, state, asked, typed, vec![error]).await,
    };
    let revealed = match persons::reveal(&state.services, &asked.actor, asked.person, &reason).await {
        Ok(revealed) => revealed,
        Err(error) => {
            let errors = wrong(&error).ok_or(error)?;
            return ask(context, state, asked, typed, errors).await;
        }
    };
    let page = NumberPage {
        lang: context.lang,
        name: known.name,
        number: revealed.reveal().to_owned(),
        reason,
        back: asked.back.clone(),
    };
    let title = context.lang.t("完整号码", "The full number");
    answer::page(context, asked.area, StatusCode::OK, title, move || number(page)).await
}

fn number_of(back: &str) -> String {
    format!("{back}/number")
}

/// In the words that the person will read, whatever language the clerk works in.
fn reason(typed: &Typed) -> Result<String, FieldError> {
    let why = Why::parse(&typed.why).ok_or_else(|| FieldError::new("why", FieldCode::Missing))?;
    let words = typed.words.trim();
    match (why, words) {
        (Why::Other, "") => Err(FieldError::new("words", FieldCode::Missing)),
        (Why::Other, words) => Ok(words.to_owned()),
        (why, "") => Ok(why.recorded().to_owned()),
        (why, words) => Ok(format!("{}：{words}", why.recorded())),
    }
}

/// What is wrong with the reason, at the field where it was typed.
fn wrong(error: &Error) -> Option<Vec<FieldError>> {
    let Kind::Invalid(errors) = error.kind() else { return None };
    Some(errors.iter().map(|error| FieldError::new("words", error.code)).collect())
}
