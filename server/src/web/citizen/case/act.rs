//! The applicant answers corrections, or withdraws.

use super::show;
use crate::state::AppState;
use crate::web::address::At;
use crate::web::citizen::draft::plain_name;
use crate::web::citizen::materials::refusal;
use crate::web::context::Context;
use crate::web::error::PageError;
use app::ui::flash::Flash;
use axum::extract::multipart::Field;
use axum::extract::{Multipart, State};
use axum::response::Response;
use backend::uploads::{self, NewUpload};
use backend::{Error, Kind, cases};
use domain::case::Action;
use domain::permission::{Actor, Role};
use uuid::Uuid;

/// What came with the form.
#[derive(Default)]
struct Sent {
    action: String,
    version: u32,
    reason: String,
    files: Vec<Uuid>,
}

pub(in crate::web::citizen) async fn act(
    context: Context,
    State(state): State<AppState>,
    At(case_no): At<String>,
    form: Multipart,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Citizen)?.actor();
    let case = cases::get(&state.services, &actor, &case_no).await?;
    let sent = match receive(&state, &actor, form).await {
        Ok(sent) => sent,
        Err(error) => {
            return match refusal(context.lang, error.kind()) {
                Some((status, why)) => Ok(show(&context, &state.services, &case, status, why)),
                None => Err(error.into()),
            };
        }
    };
    let (action, done) = match sent.action.as_str() {
        "answer_correction" => (
            Action::AnswerCorrection,
            Flash::done("补正已提交，审批部门会继续办理", "Corrections sent; the department goes on"),
        ),
        "withdraw" => (
            Action::Withdraw { reason: sent.reason },
            Flash::done("申请已撤回", "The application was withdrawn"),
        ),
        _ => return Err(Error::not_found().into()),
    };
    cases::act(&state.services, &actor, &case_no, sent.version, action, sent.files).await?;
    context.redirect_with(done, &format!("/my/cases/{case_no}")).await
}

async fn receive(state: &AppState, actor: &Actor, mut form: Multipart) -> backend::Result<Sent> {
    let mut sent = Sent::default();
    while let Some(field) = form.next_field().await.map_err(broken)? {
        match field.name().unwrap_or_default() {
            "action" => sent.action = field.text().await.map_err(broken)?,
            "version" => sent.version = field.text().await.map_err(broken)?.parse().unwrap_or_default(),
            "reason" => sent.reason = field.text().await.map_err(broken)?.chars().take(500).collect(),
            "file" => sent.files.extend(file(state, actor, field).await?),
            _ => {}
        }
    }
    if sent.action == "answer_correction" && sent.files.is_empty() {
        return Err(Error::invalid(Vec::new()));
    }
    Ok(sent)
}

/// An empty file field is no file.
async fn file(state: &AppState, actor: &Actor, field: Field<'_>) -> backend::Result<Option<Uuid>> {
    let name = field.file_name().map(plain_name).unwrap_or_default();
    if name.is_empty() {
        return Ok(None);
    }
    let new = NewUpload { file_name: name, draft_id: None };
    Ok(Some(uploads::receive(&state.services, actor, new, field).await?.id))
}

fn broken(error: axum::extract::multipart::MultipartError) -> Error {
    Error::because(Kind::WrongType, error)
}
