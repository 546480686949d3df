//! What an applicant, or the counter for them, sent for a case: words, answers, and files that go
//! straight to the store. A file that is not taken costs nothing of the rest.

use super::size;
use crate::state::AppState;
use crate::web::citizen::materials::refusal;
use crate::web::error::{PageError, broken};
use app::lang::Lang;
use app::ui::file_field::{KeptFile, RefusedFile};
use axum::extract::Multipart;
use axum::extract::multipart::Field;
use backend::cases::Deed;
use backend::uploads::{self, NewUpload, Upload};
use backend::{Error, Kind};
use domain::case::{Action, ActionKind, Enclosed};
use domain::intake::Answers;
use domain::permission::Actor;
use http::StatusCode;
use uuid::Uuid;

/// Most bytes kept of a text: far more than any field takes, so that what is too long comes back.
const TEXT_BYTES: usize = 16 * 1024;
/// Most characters of a reason.
const REASON_MAX: usize = 500;
/// Most files kept from a try before.
const KEPT: usize = 50;

/// What was sent.
#[derive(Default)]
pub(in crate::web) struct Sent {
    /// What is to be done.
    pub action: Option<ActionKind>,
    /// The version of the case that the page showed.
    pub version: u32,
    /// Why an application is withdrawn, or a person asked.
    pub reason: String,
    /// Who signed for the result.
    pub proof: String,
    /// The words to a correction.
    pub note: String,
    /// The counter has the papers.
    pub papers: bool,
    /// Answers, by question.
    pub answers: Answers,
    /// Files that came with it, and those kept from a try before; with the material they are for.
    pub files: Vec<(Option<Uuid>, Upload)>,
    /// The first file that was not taken: what for, its name, and why.
    refused: Option<(Option<Uuid>, String, Error)>,
}

impl Sent {
    /// Reads everything.
    pub async fn read(state: &AppState, actor: &Actor, mut form: Multipart) -> Result<Self, PageError> {
        let (mut sent, mut kept) = (Self::default(), Vec::new());
        while let Some(field) = form.next_field().await.map_err(broken)? {
            let name = field.name().unwrap_or_default().to_owned();
            match name.as_str() {
                "action" => sent.action = ActionKind::parse(&text(field).await?),
                "version" => sent.version = text(field).await?.parse().unwrap_or_default(),
                "reason" => sent.reason = text(field).await?.chars().take(REASON_MAX).collect(),
                "proof" => sent.proof = text(field).await?.chars().take(REASON_MAX).collect(),
                "note" => sent.note = text(field).await?,
                "papers" => sent.papers = !text(field).await?.is_empty(),
                "upload" => kept.extend(text(field).await?.parse().ok().map(|file: Uuid| (None, file))),
                "file" => sent.take(state, actor, None, field).await?,
                _ => sent.about_one(state, actor, &name, field, &mut kept).await?,
            }
        }
        kept.truncate(KEPT);
        let ids = kept.iter().map(|(_, file)| *file).collect();
        for file in uploads::waiting(&state.services, actor, ids).await? {
            let material = kept.iter().find(|(_, id)| *id == file.id).and_then(|(material, _)| *material);
            sent.files.push((material, file));
        }
        Ok(sent)
    }

    /// A field that belongs to one answer or one material.
    async fn about_one(
        &mut self,
        state: &AppState,
        actor: &Actor,
        name: &str,
        field: Field<'_>,
        kept: &mut Vec<(Option<Uuid>, Uuid)>,
    ) -> Result<(), PageError> {
        let of = |prefix: &str| name.strip_prefix(prefix);
        if let Some(key) = of("answer-") {
            self.answers.insert(key.to_owned(), text(field).await?);
        } else if let Some(material) = of("upload-").and_then(|id| id.parse::<Uuid>().ok()) {
            kept.extend(text(field).await?.parse().ok().map(|file: Uuid| (Some(material), file)));
        } else if let Some(material) = of("file-").and_then(|id| id.parse::<Uuid>().ok()) {
            self.take(state, actor, Some(material), field).await?;
        }
        Ok(())
    }

    /// An empty file field is no file.
    async fn take(
        &mut self,
        state: &AppState,
        actor: &Actor,
        material: Option<Uuid>,
        field: Field<'_>,
    ) -> Result<(), PageError> {
        let name = field.file_name().unwrap_or_default().to_owned();
        if name.is_empty() {
            return Ok(());
        }
        let new = NewUpload { file_name: name.clone(), draft_id: None };
        match uploads::receive(&state.services, actor, new, field).await {
            Ok(file) => self.files.push((material, file)),
            Err(error) if refusal(Lang::Zh, error.kind()).is_some() => {
                self.refused.get_or_insert((material, name, error));
            }
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }

    /// Which file was not taken and why, with the status of such an answer.
    pub fn refused(&self, lang: Lang) -> Option<(StatusCode, RefusedFile)> {
        let (material, name, error) = self.refused.as_ref()?;
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
        let why = lang.t(format!("“{name}”：{why}"), format!("“{name}”: {why}"));
        Some((status, RefusedFile { material: named(*material), why }))
    }

    /// The files, to be shown again.
    pub fn kept(&self) -> Vec<KeptFile> {
        let line = |(material, file): &(Option<Uuid>, Upload)| KeptFile {
            id: file.id.to_string(),
            name: file.file_name.clone(),
            size: size(file.size),
            material: named(*material),
        };
        self.files.iter().map(line).collect()
    }

    /// The answer to a correction.
    pub fn answer(&self) -> Deed {
        let enclosed = Enclosed { files: 0, papers: self.papers };
        let note = self.note.clone();
        let action = Action::AnswerCorrection { note, enclosed, changed: Vec::new() };
        Deed { answers: self.answers.clone(), ..self.with_files(action) }
    }

    /// 容缺补交.
    pub fn supplement(&self) -> Deed {
        self.with_files(Action::Supplement { files: 0, papers: self.papers })
    }

    fn with_files(&self, action: Action) -> Deed {
        let loose = self.files.iter().filter(|(material, _)| material.is_none());
        let bound = self.files.iter().filter_map(|(material, file)| Some(((*material)?, file.id)));
        Deed {
            uploads: loose.map(|(_, file)| file.id).collect(),
            files: bound.collect(),
            ..Deed::from(action)
        }
    }
}

fn named(material: Option<Uuid>) -> String {
    material.map(|id| id.to_string()).unwrap_or_default()
}

async fn text(mut field: Field<'_>) -> Result<String, PageError> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(broken)? {
        bytes.extend(chunk.iter().take(TEXT_BYTES.saturating_sub(bytes.len())));
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
