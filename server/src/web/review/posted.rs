//! A form as a reviewer sent it: plain, or with files that go straight to the store. Whatever is wrong
//! with it, all of it can be shown again.

use super::super::desk::intake::size;
use crate::state::AppState;
use crate::web::citizen::materials::refusal;
use crate::web::error::{PageError, broken};
use app::lang::Lang;
use app::pages::review::{PaneUpload, Typed};
use axum::extract::multipart::Field;
use axum::extract::{Form, FromRequest as _, Multipart, Request};
use backend::Error;
use backend::uploads::{self, NewUpload, Upload};
use domain::permission::Actor;
use http::{StatusCode, header};
use uuid::Uuid;

/// Most bytes kept of a text.
const TEXT_BYTES: usize = 64 * 1024;
/// Most files kept from a try before.
const KEPT: usize = 50;
/// What every form carries and nobody typed.
const CARRIED: [&str; 6] = ["version", "back", "next", "action", "form", "outcome"];

/// Names with values, and the files.
#[derive(Debug, Default)]
pub(in crate::web) struct Posted {
    fields: Vec<(String, String)>,
    /// Files that came with it, and those kept from a try before.
    files: Vec<Upload>,
    /// A file came that cannot be taken.
    untaken: Option<Error>,
}

impl Posted {
    /// Reads everything.
    pub async fn read(state: &AppState, actor: &Actor, request: Request) -> Result<Self, PageError> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        if kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
            let form = Multipart::from_request(request, state).await.map_err(|_| PageError::not_found())?;
            return Self::parts(state, actor, form).await;
        }
        let form = Form::<Vec<(String, String)>>::from_request(request, state).await;
        let Form(fields) = form.map_err(|_| PageError::not_found())?;
        Ok(Self { fields, ..Self::default() })
    }

    async fn parts(state: &AppState, actor: &Actor, mut form: Multipart) -> Result<Self, PageError> {
        let (mut posted, mut kept) = (Self::default(), Vec::new());
        while let Some(field) = form.next_field().await.map_err(broken)? {
            let name = field.name().unwrap_or_default().to_owned();
            match name.as_str() {
                "file" => posted.take(state, actor, field).await?,
                "upload" => kept.extend(text(field).await?.parse::<Uuid>().ok()),
                _ => posted.fields.push((name, text(field).await?)),
            }
        }
        kept.truncate(KEPT);
        posted.files.extend(uploads::waiting(&state.services, actor, kept).await?);
        Ok(posted)
    }

    /// An empty file field is no file.
    async fn take(&mut self, state: &AppState, actor: &Actor, field: Field<'_>) -> Result<(), PageError> {
        let file_name = field.file_name().unwrap_or_default().to_owned();
        if file_name.is_empty() {
            return Ok(());
        }
        match uploads::receive(&state.services, actor, NewUpload { file_name, draft_id: None }, field).await {
            Ok(file) => self.files.push(file),
            Err(error) if refusal(Lang::Zh, error.kind()).is_some() => self.untaken = Some(error),
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }

    /// The first value of a field; empty where it was not sent.
    pub fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }

    /// The first value without blanks around it.
    pub fn text(&self, name: &str) -> String {
        self.value(name).trim().to_owned()
    }

    /// Every value of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether a box was ticked.
    pub fn ticked(&self, name: &str) -> bool {
        !self.value(name).is_empty()
    }

    /// The files, by key.
    pub fn uploads(&self) -> Vec<Uuid> {
        self.files.iter().map(|file| file.id).collect()
    }

    /// Why a file was not taken, with the status of such an answer.
    pub fn untaken(&self, lang: Lang) -> Option<(StatusCode, String)> {
        refusal(lang, self.untaken.as_ref()?.kind())
    }

    /// All of it, to be shown again.
    pub fn typed(&self) -> Typed {
        let form = self.value("form");
        let typed = self.fields.iter().filter(|(name, _)| !CARRIED.contains(&name.as_str()));
        Typed {
            form: if form.is_empty() { self.value("action") } else { form }.to_owned(),
            fields: typed.cloned().collect(),
            files: self.files.iter().map(|file| (file.id.to_string(), shown(file))).collect(),
        }
    }
}

#[cfg(test)]
impl Posted {
    /// A plain form.
    pub fn of(pairs: &[(&str, &str)]) -> Self {
        let fields = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Self { fields: fields.collect(), ..Self::default() }
    }
}

fn shown(file: &Upload) -> PaneUpload {
    PaneUpload { href: format!("/uploads/{}", file.id), name: file.file_name.clone(), size: size(file.size) }
}

async fn text(mut field: Field<'_>) -> Result<String, PageError> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(broken)? {
        bytes.extend(chunk.iter().take(TEXT_BYTES.saturating_sub(bytes.len())));
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
