//! The materials of a draft.

use super::draft::{Draft, plain_name};
use crate::state::AppState;
use crate::web::address::At;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use crate::web::evidence::{source_words, why_words};
use crate::web::public::origin_of;
use app::lang::Lang;
use app::pages::citizen::materials::{DraftMaterial, MaterialsPage, UploadLine, materials as view};
use app::shell::Area;
use axum::Form;
use axum::extract::{Multipart, Query, State};
use axum::response::Response;
use backend::catalogue::Material;
use backend::drafts::{self, Manner, MaterialAnswer};
use backend::intake::Source;
use backend::uploads::{self, NewUpload, Upload};
use backend::{Error, Kind};
use http::StatusCode;
use serde::Deserialize;
use uuid::Uuid;

/// Bytes of a megabyte as people count them.
const MEGABYTE: u64 = 1024 * 1024;

pub(super) async fn page(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let draft = Draft::open(&context, &state, id).await?;
    show(context, &state, &draft, StatusCode::OK, asked.other, None).await
}

/// What the page is asked for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// The material for which another file is to be given.
    other: Option<String>,
}

/// Takes one file for one material; what went wrong is said at its place.
pub(super) async fn upload(
    context: Context,
    State(state): State<AppState>,
    At((id, material)): At<(Uuid, Uuid)>,
    mut form: Multipart,
) -> Result<Response, PageError> {
    let draft = Draft::open(&context, &state, id).await?;
    known(&draft, material)?;
    match take(&state, &draft, &mut form).await {
        Ok(file) => {
            add(&state, &draft, material, file.id).await?;
            Ok(context.redirect(&format!("/drafts/{id}/materials#upload-{material}")))
        }
        Err(error) => match refusal(context.lang, error.kind()) {
            Some((status, why)) => {
                show(context, &state, &draft, status, None, Some((material.to_string(), why))).await
            }
            None => Err(error.into()),
        },
    }
}

async fn take(state: &AppState, draft: &Draft, form: &mut Multipart) -> backend::Result<Upload> {
    while let Some(field) = form.next_field().await.map_err(|error| Error::because(Kind::WrongType, error))? {
        let Some(name) = field.file_name().map(plain_name).filter(|name| !name.is_empty()) else { continue };
        let new = NewUpload { file_name: name, draft_id: Some(draft.draft.id) };
        return uploads::receive(&state.services, &draft.actor, new, field).await;
    }
    Err(Error::invalid(Vec::new()))
}

/// The sentence at the field, for what the person can put right.
pub(in crate::web) fn refusal(lang: Lang, kind: &Kind) -> Option<(StatusCode, String)> {
    let say = |status, zh: String, en: String| Some((status, lang.t(zh, en)));
    match kind {
        Kind::TooLarge { limit } => {
            let most = limit / MEGABYTE;
            say(
                StatusCode::PAYLOAD_TOO_LARGE,
                format!("文件太大：每个最多 {most} MB。请选小一点的照片，或分成几个文件"),
                format!("Too large: at most {most} MB each. Choose a smaller photo or split it"),
            )
        }
        Kind::WrongType => say(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "这种文件不能用：请上传照片（JPG、PNG）或 PDF、OFD 文件".into(),
            "This type of file is not taken: use a photo (JPG, PNG), PDF or OFD".into(),
        ),
        Kind::Invalid(_) => say(
            StatusCode::UNPROCESSABLE_ENTITY,
            "请先选择文件，再点“上传”".into(),
            "Choose a file first, then upload".into(),
        ),
        Kind::Full => say(
            StatusCode::INSUFFICIENT_STORAGE,
            "现在存不下了，请稍后再传；您填的内容都还在".into(),
            "There is no room at the moment; try again later. Everything you typed is still there".into(),
        ),
        Kind::NotFound
        | Kind::Denied
        | Kind::Stale { .. }
        | Kind::Refused(_)
        | Kind::Conflict
        | Kind::Unavailable
        | Kind::Internal => None,
    }
}

async fn add(state: &AppState, draft: &Draft, material: Uuid, file: Uuid) -> Result<(), PageError> {
    let known = draft.draft.materials.iter().find(|answer| answer.material_id == material);
    let mut files = known.map(|answer| answer.uploads.clone()).unwrap_or_default();
    files.push(file);
    set(state, draft, material, files).await
}

async fn set(
    state: &AppState,
    draft: &Draft,
    material_id: Uuid,
    uploads: Vec<Uuid>,
) -> Result<(), PageError> {
    // What is known speaks again where nothing is left of what was given.
    if uploads.is_empty() {
        drafts::forget_material(&state.services, &draft.actor, draft.draft.id, material_id).await?;
    } else {
        let answer = MaterialAnswer::new(material_id, Manner::Upload, uploads);
        drafts::set_material(&state.services, &draft.actor, draft.draft.id, answer).await?;
    }
    Ok(())
}

/// The file to take back.
#[derive(Deserialize)]
pub(super) struct Removed {
    upload: Uuid,
}

pub(super) async fn remove(
    context: Context,
    State(state): State<AppState>,
    At((id, material)): At<(Uuid, Uuid)>,
    Form(removed): Form<Removed>,
) -> Result<Response, PageError> {
    let draft = Draft::open(&context, &state, id).await?;
    known(&draft, material)?;
    let given = draft.draft.materials.iter().find(|answer| answer.material_id == material);
    let kept =
        given.into_iter().flat_map(|answer| &answer.uploads).copied().filter(|&file| file != removed.upload);
    set(&state, &draft, material, kept.collect()).await?;
    uploads::remove(&state.services, &draft.actor, removed.upload).await?;
    Ok(context.redirect(&format!("/drafts/{id}/materials#upload-{material}")))
}

/// Where one gets it, where it is not the department that has it.
fn origin(lang: Lang, material: &Material) -> String {
    if material.certificate_code.is_some() { String::new() } else { origin_of(lang, material) }
}

fn known(draft: &Draft, material: Uuid) -> Result<(), PageError> {
    let there = draft.item.materials.iter().any(|one| one.id == material);
    if there { Ok(()) } else { Err(Error::not_found().into()) }
}

async fn show(
    context: Context,
    state: &AppState,
    draft: &Draft,
    status: StatusCode,
    other: Option<String>,
    refused: Option<(String, String)>,
) -> Result<Response, PageError> {
    let files = uploads::of_draft(&state.services, &draft.actor, draft.draft.id).await?;
    let back = draft.asked().next_back().map_or_else(|| draft.home(), |spec| draft.href(&spec.key));
    let page = MaterialsPage {
        lang: draft.lang,
        id: draft.draft.id.to_string(),
        item_name: draft.item_name(),
        materials: draft.item.materials.iter().map(|one| line(state, draft, one, &files)).collect(),
        megabytes: uploads::MAX_SIZE / MEGABYTE,
        saved_at: draft.draft.updated_at,
        errors: Vec::new(),
        other,
        refused,
        back,
    };
    let title = draft.lang.t("材料", "Papers");
    Ok(Context::html(status, context.frame(Area::Citizen, title, Width::Page), move || view(page)))
}

fn line(state: &AppState, draft: &Draft, material: &Material, files: &[Upload]) -> DraftMaterial {
    let handed = draft.handed(material);
    let spared = handed.filter(|handed| handed.spared());
    let source = spared.map(|handed| source_words(&state.services, draft.lang, material, handed));
    let given = draft.given(material).map(|answer| answer.uploads.as_slice()).unwrap_or_default();
    let file = |file: &Upload| UploadLine {
        id: file.id.to_string(),
        file_name: file.file_name.clone(),
        size: u64::try_from(file.size).unwrap_or_default(),
    };
    DraftMaterial {
        id: material.id.to_string(),
        name: draft.lang.pick(&material.name, &material.name_en).to_owned(),
        detail: source.unwrap_or_else(|| origin(draft.lang, material)),
        grade: spared.and_then(|handed| handed.grade),
        why: handed
            .filter(|one| one.uploads.is_empty())
            .map_or_else(Vec::new, |one| why_words(draft.lang, material, one)),
        replaceable: matches!(spared.and_then(|one| one.source.as_ref()), Some(Source::Holding(_))),
        manner: draft.manner(material),
        required: material.required,
        deferrable: material.deferrable,
        uploads: files.iter().filter(|one| given.contains(&one.id)).map(file).collect(),
    }
}
