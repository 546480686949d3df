//! What a posted intake leads to. Whatever it is, what was typed is stored first.

use super::materials::given;
use super::parts::{self, Posted};
use super::{Open, counter, outcome, screen};
use crate::state::AppState;
use crate::web::context::Context;
use crate::web::desk::answer::answer;
use crate::web::desk::{client, find};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::desk;
use app::ui::flash::Flash;
use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::catalogue::Material;
use backend::drafts::{self, Manner};
use backend::{Kind, intake, persons};
use domain::field_error::FieldError;
use domain::intake::Answers;
use domain::permission::{Actor, Role};
use domain::resident_id::ResidentId;
use uuid::Uuid;

pub(in crate::web::desk) async fn send(
    context: Context,
    State(state): State<AppState>,
    Path(id): Path<Uuid>,
    form: Multipart,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Clerk)?.actor();
    let posted = parts::read(&state, &actor, id, form).await?;
    if posted.value("then") == "submit" {
        return submit(&context, &state, &actor, id, !posted.value("person").is_empty()).await;
    }
    let open = Open::load(&context, &state, id).await?;
    if posted.value("then") == "discard" {
        return discard(&context, &state, &actor, &open).await;
    }
    let open = save(&context, &state, &actor, open, &posted).await?;
    if !posted.value("scan").is_empty() {
        return scanned(&context, &state, &open, posted.value("scan")).await;
    }
    if let Some((name, error)) = &posted.refused {
        let told = refused(context.lang, name, error.kind());
        return again(&context, &state, &open, Vec::new(), Some(told)).await;
    }
    if posted.value("then") == "save" {
        let saved = Flash::done("已保存，右边按新填的重新算过。", "Saved and computed anew.");
        return context.redirect_with(saved, &open.address()).await;
    }
    let preview = outcome::preview(&context, &state, &open).await?;
    if preview.errors.is_empty() {
        return Ok(context.redirect(&format!("{}?check=1", open.address())));
    }
    again(&context, &state, &open, preview.errors, None).await
}

/// The screen once more, with what is wrong.
async fn again(
    context: &Context,
    state: &AppState,
    open: &Open,
    errors: Vec<FieldError>,
    refused_file: Option<String>,
) -> Result<Response, PageError> {
    let preview = outcome::preview(context, state, open).await?;
    let page = screen::intake(context, state, open, &preview, errors, refused_file).await?;
    let title = page.item.clone();
    answer(context, StatusCode::UNPROCESSABLE_ENTITY, title, move || desk::intake(page)).await
}

async fn save(
    context: &Context,
    state: &AppState,
    actor: &Actor,
    open: Open,
    posted: &Posted,
) -> Result<Open, PageError> {
    let (services, id) = (&state.services, open.draft.id);
    let asked = |key: &str| open.item.form.field(key).is_some();
    let typed = posted.fields.iter().filter(|(key, _)| asked(key));
    let typed: Answers = typed.map(|(key, value)| (key.clone(), value.clone())).collect();
    drafts::save(services, actor, id, typed).await?;
    for material in &open.item.materials {
        save_material(state, actor, &open, material, posted).await?;
    }
    let situation = posted.value("situation");
    if open.item.situations.iter().any(|one| one.code == situation)
        && open.draft.situation.as_deref() != Some(situation)
    {
        drafts::set_situation(services, actor, id, Some(situation.to_owned())).await?;
    }
    Open::load(context, state, id).await
}

async fn save_material(
    state: &AppState,
    actor: &Actor,
    open: &Open,
    material: &Material,
    posted: &Posted,
) -> Result<(), PageError> {
    let before = given(open, material);
    let mut answer = before.clone();
    let said = Manner::parse(posted.value(&format!("manner-{}", material.id)));
    answer.manner = said.unwrap_or(before.manner);
    answer.uploads.extend(posted.files.iter().filter(|(id, _)| *id == material.id).map(|(_, file)| *file));
    // A file that has just come says how the material came.
    if answer.uploads.len() > before.uploads.len() && matches!(answer.manner, Manner::Missing) {
        answer.manner = Manner::Upload;
    }
    let stored = open.draft.materials.iter().any(|known| known.material_id == material.id);
    if !stored || answer != before {
        drafts::set_material(&state.services, actor, open.draft.id, answer).await?;
    }
    Ok(())
}

/// A card was read while the intake stood open: the same person goes on, another one comes next.
async fn scanned(
    context: &Context,
    state: &AppState,
    open: &Open,
    text: &str,
) -> Result<Response, PageError> {
    let number = ResidentId::parse(text, state.services.clock.today()).ok();
    let known = match &number {
        Some(number) => persons::find_by_number(&state.services, number).await?,
        None => None,
    };
    if known.is_some_and(|person| Some(person.id) == client::current(context)) {
        let same = Flash::done(
            "已读卡：还是这位办事人，填的都已保存。",
            "Card read: the same person. All is saved.",
        );
        return context.redirect_with(same, &open.address()).await;
    }
    find::by(context, state, text).await
}

async fn discard(
    context: &Context,
    state: &AppState,
    actor: &Actor,
    open: &Open,
) -> Result<Response, PageError> {
    drafts::discard(&state.services, actor, open.draft.id).await?;
    let done = Flash::done("这份没收完的件已删掉。", "The unfinished intake was discarded.");
    context.redirect_with(done, "/desk/person").await
}

/// Takes it in. A second press of the button gets the first receipt.
async fn submit(
    context: &Context,
    state: &AppState,
    actor: &Actor,
    id: Uuid,
    person: bool,
) -> Result<Response, PageError> {
    match Open::load(context, state, id).await {
        Ok(open) => {
            for material in &open.item.materials {
                save_material(state, actor, &open, material, &Posted::default()).await?;
            }
            if open.item.process.automatic.is_some() && open.draft.person_wanted != person {
                drafts::want_person(&state.services, actor, id, person).await?;
            }
        }
        Err(PageError::Trouble(_)) => {}
        Err(error) => return Err(error),
    }
    let clerk = context.require(Role::Clerk)?;
    match intake::submit_draft(&state.services, actor, id, Some(counter(clerk)), true).await {
        Ok(receipt) => Ok(context.redirect(&format!("/desk/receipts/{}?new=1", receipt.case_no))),
        Err(error) => match error.kind() {
            Kind::Invalid(errors) => {
                let open = Open::load(context, state, id).await?;
                again(context, state, &open, errors.clone(), None).await
            }
            _ => Err(error.into()),
        },
    }
}

fn refused(lang: Lang, name: &str, kind: &Kind) -> String {
    match kind {
        Kind::TooLarge { limit } => {
            let megabytes = limit / (1024 * 1024);
            lang.t(
                format!("“{name}”太大，每个文件不超过 {megabytes} MB。其他内容都已保存。"),
                format!("“{name}” is too large: at most {megabytes} MB each. Everything else is saved."),
            )
        }
        Kind::WrongType => lang.t(
            format!("“{name}”不是 JPG、PNG 或 PDF。其他内容都已保存。"),
            format!("“{name}” is not a JPG, PNG or PDF. Everything else is saved."),
        ),
        Kind::Full => lang.t(
            format!("存储空间已满，“{name}”没有存下。其他内容都已保存，请告诉管理员。"),
            format!(
                "Storage is full: “{name}” was not kept. Everything else is saved; tell the administrator."
            ),
        ),
        _ => lang.t(
            format!("“{name}”没有传完，请再选一次。其他内容都已保存。"),
            format!("“{name}” did not arrive; choose it again. Everything else is saved."),
        ),
    }
}
