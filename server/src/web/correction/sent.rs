//! What an applicant, or the counter for them, sent for a case: words, and files that go straight to
//! the store. A file that is not taken costs nothing of the rest.

use crate::state::AppState;
use crate::web::citizen::materials::refusal;
use crate::web::error::{PageError, broken};
use app::lang::Lang;
use axum::extract::Multipart;
use axum::extract::multipart::Field;
use backend::uploads::{self, NewUpload, Upload};
use backend::{Error, Kind};
use domain::case::{Action, ActionKind, Enclosed};
use domain::permission::Actor;
use http::StatusCode;
use uuid::Uuid;

/// Most bytes kept of a text: far more than any field takes, so that what is too long comes back.
const TEXT_BYTES: usize = 16 * 1024;
/// Most files kept from a try before.
const KEPT: usize = 50;

/// What was sent.
#[derive(Default)]
pub(in crate::web) struct Sent {
    /// What is to be done.
    pub action: Option<ActionKind>,
    /// The version of the case that the page showed.
    pub version: u32,
    /// Why an application is withdrawn.
    pub reason: String,
    /// The words to a correction.
    pub note: String,
    /// The counter has the papers.
    pub papers: bool,
    /// Files that came with it, and those kept from a try before.
    pub files: Vec<Upload>,
    /// The first file that was not taken, and why.
    refused: Option<(String, Error)>,
}

impl Sent {
    /// Reads everything.
    pub async fn read(state: &AppState, actor: &Actor, mut form: Multipart) -> Result<Self, PageError> {
        let (mut sent, mut kept) = (Self::default(), Vec::new());
        while let Some(field) = form.next_field().await.map_err(broken)? {
            match field.name().unwrap_or_default() {
                "action" => sent.action = ActionKind::parse(&text(field).await?),
                "version" => sent.version = text(field).await?.parse().unwrap_or_default(),
                "reason" => sent.reason = text(field).await?.chars().take(500).collect(),
                "note" => sent.note = text(field).await?,
                "papers" => sent.papers = !text(field).await?.is_empty(),
                "upload" => kept.extend(text(field).await?.parse::<Uuid>().ok()),
                "file" => sent.take(state, actor, field).await?,
                _ => {}
            }
        }
        kept.truncate(KEPT);
        sent.files.extend(uploads::waiting(&state.services, actor, kept).await?);
        Ok(sent)
    }

    /// An empty file field is no file.
    async fn take(&mut self, state: &AppState, actor: &Actor, field: Field<'_>) -> Result<(), PageError> {
        let name = field.file_name().unwrap_or_default().to_owned();
        if name.is_empty() {
            return Ok(());
        }
        let new = NewUpload { file_name: name.clone(), draft_id: None };
        match uploads::receive(&state.services, actor, new, field).await {
            Ok(file) => self.files.push(file),
            Err(error) if refusal(Lang::Zh, error.kind()).is_some() => {
                self.refused.get_or_insert((name, error));
            }
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }

    /// Which file was not taken and why, with the status of such an answer.
    pub fn refused(&self, lang: Lang) -> Option<(StatusCode, String)> {
        let (name, error) = self.refused.as_ref()?;
        let (status, why) = match error.kind() {
            Kind::Invalid(_) => (
                StatusCode::UNPROCESSABLE_ENTITY,
                lang.t(
                    "文件是空的，或没有传完，请再选一次",
                    "It is empty or did not arrive; choose it again",
                )
                .to_owned(),
            ),
            kind => refusal(lang, kind)?,
        };
        Some((status, lang.t(format!("“{name}”：{why}"), format!("“{name}”: {why}"))))
    }

    /// The answer to a correction.
    pub fn answer(&self) -> Action {
        let enclosed = Enclosed { files: self.files.len(), papers: self.papers };
        Action::AnswerCorrection { note: self.note.clone(), enclosed }
    }

    /// The files, by key.
    pub fn uploads(&self) -> Vec<Uuid> {
        self.files.iter().map(|file| file.id).collect()
    }
}

async fn text(mut field: Field<'_>) -> Result<String, PageError> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(broken)? {
        bytes.extend(chunk.iter().take(TEXT_BYTES.saturating_sub(bytes.len())));
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
