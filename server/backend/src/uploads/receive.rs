//! Takes in a file while it arrives.

use bytes::{Bytes, BytesMut};
use domain::{
    field_error::{FieldCode, FieldError},
    permission::{Actor, Role},
};
use entity::{draft, upload};
use futures::{Stream, StreamExt};
use object_store::MultipartUpload;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{MAX_SIZE, Upload, files::timed, sniff};
use crate::{
    Error, Kind, Portal, Result,
    audit::{self, Entry},
    idempotency::{self, Claim},
};

/// A file to be taken in.
#[derive(Clone, Debug)]
pub struct NewUpload {
    /// Name as the browser gives it.
    pub file_name: String,
    /// Draft it is given for.
    pub draft_id: Option<Uuid>,
}

/// Streams a file into the store and records it. On any error nothing is kept.
///
/// # Errors
/// [`Kind::TooLarge`], [`Kind::WrongType`], [`Kind::Full`]; [`Kind::Invalid`] on `file` when it is
/// empty or breaks off; [`Kind::NotFound`] for a draft of someone else.
pub async fn receive<S, E>(portal: &Portal, actor: &Actor, new: NewUpload, bytes: S) -> Result<Upload>
where
    S: Stream<Item = Result<Bytes, E>> + Send + Unpin,
    E: std::error::Error + Send + Sync + 'static,
{
    receive_under(portal, actor, new, None, bytes).await
}

/// As [`receive`]; under the same key the same file, sent again, is the upload that there is.
///
/// # Errors
/// As [`receive`]; also [`Kind::Conflict`] where the key was used for something else.
pub async fn receive_under<S, E>(
    portal: &Portal,
    actor: &Actor,
    new: NewUpload,
    once: Option<&str>,
    bytes: S,
) -> Result<Upload>
where
    S: Stream<Item = Result<Bytes, E>> + Send + Unpin,
    E: std::error::Error + Send + Sync + 'static,
{
    let owner = may_give(portal, actor, new.draft_id).await?;
    let id = Uuid::now_v7();
    let key = format!("{}/{id}", portal.clock.today());
    let received = store(portal, &key, bytes).await?;
    let row = upload::Model {
        id,
        owner_account_id: owner,
        draft_id: new.draft_id,
        case_id: None,
        file_name: clean_name(&new.file_name),
        content_type: received.content_type.to_owned(),
        size: received.size,
        sha256: received.sha256,
        storage_key: key.clone(),
        created_at: portal.clock.now(),
    };
    let kept = write(portal, actor, owner, once, row).await;
    if !matches!(&kept, Ok(upload) if upload.id == id) {
        // Best effort: the row is what counts, and there is none for this file.
        portal.files.delete(&key).await.ok();
    }
    kept
}

/// Citizens and clerks give files, each to drafts of their own; reviewers put some to what they do.
async fn may_give(portal: &Portal, actor: &Actor, draft: Option<Uuid>) -> Result<Uuid> {
    let gives = [Role::Citizen, Role::Clerk, Role::Reviewer].into_iter().any(|role| actor.is(role));
    let Some(owner) = actor.account.filter(|_| gives) else {
        return Err(Error::denied());
    };
    if let Some(id) = draft {
        let draft = draft::Entity::find_by_id(id).one(&portal.db.read).await?;
        draft.filter(|draft| draft.account_id == owner).ok_or_else(Error::not_found)?;
    }
    Ok(owner)
}

/// Records the file, or finds the one that the same request brought before.
async fn write(
    portal: &Portal,
    actor: &Actor,
    owner: Uuid,
    once: Option<&str>,
    row: upload::Model,
) -> Result<Upload> {
    let entry = Entry::new(actor, "upload.receive", format!("upload/{}", row.id));
    let tx = portal.db.begin().await?;
    let now = portal.clock.now();
    if let Some(key) = once {
        if let Claim::Used { kept, .. } = idempotency::claim(&tx, key, owner, &fingerprint(&row), now).await?
        {
            let first = before(&tx, kept).await?;
            // The first may not be durable yet; this waits for it.
            tx.commit().await?;
            return Ok(first);
        }
        idempotency::settle(&tx, key, owner, None, serde_json::to_value(row.id)?).await?;
    }
    upload::Entity::insert(new_row(row.clone())).exec_without_returning(&tx).await?;
    audit::record(&tx, now, entry).await?;
    tx.commit().await?;
    Ok(row.into())
}

/// The same bytes under the same name.
fn fingerprint(row: &upload::Model) -> String {
    hex::encode(Sha256::digest(format!("{} {}", row.sha256, row.file_name)))
}

/// What a key was used for; an upload that has gone since cannot be given twice.
async fn before<C: ConnectionTrait>(tx: &C, kept: serde_json::Value) -> Result<Upload> {
    let id: Uuid = serde_json::from_value(kept).map_err(|_| Error::conflict())?;
    upload::Entity::find_by_id(id).one(tx).await?.map(Upload::from).ok_or_else(Error::conflict)
}

fn new_row(row: upload::Model) -> upload::ActiveModel {
    upload::ActiveModel {
        id: Set(row.id),
        owner_account_id: Set(row.owner_account_id),
        draft_id: Set(row.draft_id),
        case_id: Set(row.case_id),
        file_name: Set(row.file_name),
        content_type: Set(row.content_type),
        size: Set(row.size),
        sha256: Set(row.sha256),
        storage_key: Set(row.storage_key),
        created_at: Set(row.created_at),
    }
}

struct Received {
    content_type: &'static str,
    size: i64,
    sha256: String,
}

async fn store<S, E>(portal: &Portal, key: &str, mut bytes: S) -> Result<Received>
where
    S: Stream<Item = Result<Bytes, E>> + Send + Unpin,
    E: std::error::Error + Send + Sync + 'static,
{
    // The type is known before anything is written.
    let mut head = BytesMut::new();
    while head.len() < sniff::NEEDED {
        match bytes.next().await {
            Some(chunk) => head.extend_from_slice(&chunk.map_err(broken_off)?),
            None => break,
        }
    }
    if head.is_empty() {
        return Err(Error::invalid(vec![FieldError::new("file", FieldCode::Missing)]));
    }
    let content_type = sniff::content_type(&head).ok_or_else(|| Error::new(Kind::WrongType))?;
    let mut sink = Sink::begin(portal.files.begin(key).await?, portal.files.part());
    match fill(&mut sink, head.freeze(), bytes).await {
        Ok(()) => {
            Ok(Received { content_type, size: sink.length()?, sha256: hex::encode(sink.hash.finalize()) })
        }
        Err(error) => {
            sink.upload.abort().await.ok();
            Err(error)
        }
    }
}

async fn fill<S, E>(sink: &mut Sink, head: Bytes, mut rest: S) -> Result<()>
where
    S: Stream<Item = Result<Bytes, E>> + Send + Unpin,
    E: std::error::Error + Send + Sync + 'static,
{
    sink.take(head).await?;
    while let Some(chunk) = rest.next().await {
        sink.take(chunk.map_err(broken_off)?).await?;
    }
    sink.complete().await
}

/// Counts, hashes and hands on in parts.
struct Sink {
    upload: Box<dyn MultipartUpload>,
    part: BytesMut,
    /// Bytes handed on at once.
    enough: usize,
    size: u64,
    hash: Sha256,
}

impl Sink {
    fn begin(upload: Box<dyn MultipartUpload>, enough: usize) -> Self {
        Self { upload, part: BytesMut::new(), enough, size: 0, hash: Sha256::new() }
    }

    async fn take(&mut self, chunk: Bytes) -> Result<()> {
        self.size = self.size.saturating_add(u64::try_from(chunk.len()).map_err(Error::internal)?);
        if self.size > MAX_SIZE {
            return Err(Error::new(Kind::TooLarge { limit: MAX_SIZE }));
        }
        self.hash.update(&chunk);
        self.part.extend_from_slice(&chunk);
        while self.part.len() >= self.enough {
            self.hand_on().await?;
        }
        Ok(())
    }

    async fn hand_on(&mut self) -> Result<()> {
        // S3 wants all parts but the last of one size.
        let part = self.part.split_to(self.part.len().min(self.enough)).freeze();
        timed("part", self.upload.put_part(part.into())).await
    }

    async fn complete(&mut self) -> Result<()> {
        if !self.part.is_empty() {
            self.hand_on().await?;
        }
        timed("complete", self.upload.complete()).await.map(drop)
    }

    fn length(&self) -> Result<i64> {
        i64::try_from(self.size).map_err(Error::internal)
    }
}

/// The connection broke: the person has to choose the file again.
#[track_caller]
fn broken_off(cause: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::because(Kind::Invalid(vec![FieldError::new("file", FieldCode::Missing)]), cause)
}

/// Without folders and control characters, and of a length that every page can show.
fn clean_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let clean: String = last.chars().filter(|c| !c.is_control()).take(120).collect();
    if clean.trim().is_empty() { "file".to_owned() } else { clean }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_no_folder_and_no_control_character() {
        assert_eq!(clean_name("C:\\x\\身份证.pdf"), "身份证.pdf");
        assert_eq!(clean_name("../../etc/pass\r\nwd"), "passwd");
        assert_eq!(clean_name(" "), "file");
    }
}
