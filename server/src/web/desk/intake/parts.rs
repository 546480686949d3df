//! A posted intake: text fields, and files that stream straight into the store.

use crate::state::AppState;
use crate::web::error::{PageError, broken};
use axum::extract::Multipart;
use axum::extract::multipart::Field;
use backend::uploads::{self, NewUpload};
use backend::{Error, Kind};
use domain::permission::Actor;
use uuid::Uuid;

/// What was posted.
#[derive(Default)]
pub(super) struct Posted {
    /// Names with values, in order.
    pub fields: Vec<(String, String)>,
    /// Materials with the files that came for them.
    pub files: Vec<(Uuid, Uuid)>,
    /// A file that was not taken: its name, and why.
    pub refused: Option<(String, Error)>,
}

impl Posted {
    pub(super) fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }
}

/// Reads everything. A file that cannot be taken is told of; nothing else is lost for it.
pub(super) async fn read(
    state: &AppState,
    actor: &Actor,
    draft: Uuid,
    mut form: Multipart,
) -> Result<Posted, PageError> {
    let mut posted = Posted::default();
    while let Some(field) = form.next_field().await.map_err(broken)? {
        let name = field.name().unwrap_or_default().to_owned();
        match name.strip_prefix("file-").and_then(|id| id.parse().ok()) {
            Some(material) => file(state, actor, draft, material, field, &mut posted).await?,
            None => {
                let value = field.text().await.map_err(broken)?;
                posted.fields.push((name, value));
            }
        }
    }
    Ok(posted)
}

async fn file(
    state: &AppState,
    actor: &Actor,
    draft: Uuid,
    material: Uuid,
    field: Field<'_>,
    posted: &mut Posted,
) -> Result<(), PageError> {
    let name = field.file_name().unwrap_or_default().to_owned();
    if name.is_empty() {
        return Ok(());
    }
    let new = NewUpload { file_name: name.clone(), draft_id: Some(draft) };
    match uploads::receive(&state.services, actor, new, field).await {
        Ok(upload) => posted.files.push((material, upload.id)),
        Err(error) => match error.kind() {
            Kind::TooLarge { .. } | Kind::WrongType | Kind::Full | Kind::Invalid(_) => {
                posted.refused = Some((name, error));
            }
            Kind::NotFound
            | Kind::Denied
            | Kind::Stale { .. }
            | Kind::Refused(_)
            | Kind::Conflict
            | Kind::Unavailable
            | Kind::Internal => return Err(error.into()),
        },
    }
    Ok(())
}
