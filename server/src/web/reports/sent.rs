//! A report as the head sent it: figures and words, and files that go straight to the store. A file that
//! is not taken costs nothing of the rest.

use crate::state::AppState;
use crate::web::citizen::materials::refusal;
use crate::web::desk::intake::size;
use crate::web::error::{PageError, broken};
use app::lang::Lang;
use app::pages::reports::ReportForm;
use app::ui::file_field::{KeptFile, RefusedFile};
use axum::extract::Multipart;
use axum::extract::multipart::Field;
use backend::Error;
use backend::assessment::reports::Draft;
use backend::uploads::{self, NewUpload, Upload};
use domain::assessment::report::Act;
use domain::permission::Actor;
use http::StatusCode;
use uuid::Uuid;

/// Most bytes kept of a text: more than any field takes, so that what is too long comes back.
const TEXT_BYTES: usize = 16 * 1024;
/// Most files kept from a try before.
const KEPT: usize = 100;

/// What was sent.
#[derive(Default)]
pub(super) struct Sent {
    /// What is to be done.
    pub act: Option<Act>,
    /// The figures and words, and what is to be taken out.
    pub draft: Draft,
    /// Files that came with it, and those kept from a try before; with their points.
    files: Vec<(u32, Upload)>,
    /// The first file that was not taken: its point, its name, and why.
    refused: Option<(u32, String, Error)>,
}

impl Sent {
    /// Reads everything.
    pub async fn read(state: &AppState, actor: &Actor, mut form: Multipart) -> Result<Self, PageError> {
        let (mut sent, mut kept) = (Self::default(), Vec::new());
        while let Some(field) = form.next_field().await.map_err(broken)? {
            let name = field.name().unwrap_or_default().to_owned();
            match name.as_str() {
                "act" => sent.act = Act::parse(&text(field).await?),
                "version" => sent.draft.version = text(field).await?.parse().unwrap_or_default(),
                "numerator" => sent.draft.numerator = text(field).await?,
                "denominator" => sent.draft.denominator = text(field).await?,
                "text" => sent.draft.text = text(field).await?,
                "remove" => sent.draft.removed.extend(text(field).await?.parse::<Uuid>().ok()),
                _ => sent.of_point(state, actor, &name, field, &mut kept).await?,
            }
        }
        kept.truncate(KEPT);
        let ids = kept.iter().map(|(_, file)| *file).collect();
        for file in uploads::waiting(&state.services, actor, ids).await? {
            let point = kept.iter().find(|(_, id)| *id == file.id).map(|(point, _)| *point);
            sent.files.push((point.unwrap_or_default(), file));
        }
        sent.draft.files = sent.files.iter().map(|(point, file)| (*point, file.id)).collect();
        Ok(sent)
    }

    /// A file of a point, or one that a try before has brought.
    async fn of_point(
        &mut self,
        state: &AppState,
        actor: &Actor,
        name: &str,
        field: Field<'_>,
        kept: &mut Vec<(u32, Uuid)>,
    ) -> Result<(), PageError> {
        let of = |prefix: &str| name.strip_prefix(prefix).and_then(|number| number.parse::<u32>().ok());
        if let Some(point) = of("upload-") {
            kept.extend(text(field).await?.parse().ok().map(|file: Uuid| (point, file)));
        } else if let Some(point) = of("file-") {
            self.take(state, actor, point, field).await?;
        }
        Ok(())
    }

    /// An empty file field is no file.
    async fn take(
        &mut self,
        state: &AppState,
        actor: &Actor,
        point: u32,
        field: Field<'_>,
    ) -> Result<(), PageError> {
        let name = field.file_name().unwrap_or_default().to_owned();
        if name.is_empty() {
            return Ok(());
        }
        let new = NewUpload { file_name: name.clone(), draft_id: None };
        match uploads::receive(&state.services, actor, new, field).await {
            Ok(file) => self.files.push((point, file)),
            Err(error) if refusal(Lang::Zh, error.kind()).is_some() => {
                self.refused.get_or_insert((point, name, error));
            }
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }

    /// Which file was not taken and why, with the status of such an answer.
    pub fn refused(&self, lang: Lang) -> Option<(StatusCode, RefusedFile)> {
        let (point, name, error) = self.refused.as_ref()?;
        let (status, why) = refusal(lang, error.kind())?;
        let why = lang.t(format!("“{name}”：{why}"), format!("“{name}”: {why}"));
        Some((status, RefusedFile { material: point.to_string(), why }))
    }

    /// All of it, to be shown again.
    pub fn form(&self, action: String) -> ReportForm {
        let kept = |(point, file): &(u32, Upload)| KeptFile {
            id: file.id.to_string(),
            name: file.file_name.clone(),
            size: size(file.size),
            material: point.to_string(),
        };
        ReportForm {
            action,
            version: self.draft.version,
            numerator: self.draft.numerator.clone(),
            denominator: self.draft.denominator.clone(),
            text: self.draft.text.clone(),
            removed: self.draft.removed.iter().map(Uuid::to_string).collect(),
            kept: self.files.iter().map(kept).collect(),
            megabytes: uploads::MAX_SIZE / (1024 * 1024),
            ..ReportForm::default()
        }
    }
}

async fn text(mut field: Field<'_>) -> Result<String, PageError> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(broken)? {
        bytes.extend(chunk.iter().take(TEXT_BYTES.saturating_sub(bytes.len())));
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
