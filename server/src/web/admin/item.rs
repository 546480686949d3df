//! One item: shown with what the rules find, changed as a whole.

use super::typed::{Posted, form, typed, values};
use crate::state::AppState;
use crate::web::address::At;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::pages::admin::item::{ItemPage, item as view};
use app::pages::admin::values::Values;
use app::shell::Area;
use app::ui::flash::Flash;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use backend::Kind;
use backend::catalogue::{GuideQuery, ItemForm};
use domain::permission::Role;
use http::StatusCode;

pub(super) async fn show(
    context: Context,
    State(state): State<AppState>,
    At(id): At<String>,
) -> Result<Response, PageError> {
    context.require(Role::Admin)?;
    let values = values(&state.services.catalogue.edit_form(&id).await?)?;
    shown(&context, &state, &id, values, StatusCode::OK, false).await
}

pub(super) async fn edit(
    context: Context,
    State(state): State<AppState>,
    At(id): At<String>,
    Form(posted): Posted,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Admin)?.actor();
    let mut typed = typed(posted);
    let form: ItemForm = form(&typed)?;
    let error = match state.services.catalogue.edit(&actor, &id, &form).await {
        Ok(findings) => return saved(&context, &id, findings.len()).await,
        Err(error) => error,
    };
    match error.kind() {
        Kind::Invalid(errors) => {
            let values = Values { errors: errors.clone(), typed };
            shown(&context, &state, &id, values, StatusCode::UNPROCESSABLE_ENTITY, false).await
        }
        Kind::Stale { .. } => {
            // What was typed stays; the next saving is of the version that now lies there.
            let now = state.services.catalogue.edit_form(&id).await?;
            typed.insert("version".to_owned(), now.version);
            let values = Values { errors: Vec::new(), typed };
            shown(&context, &state, &id, values, StatusCode::CONFLICT, true).await
        }
        _ => Err(error.into()),
    }
}

async fn saved(context: &Context, id: &str, findings: usize) -> Result<Response, PageError> {
    let flash = match findings {
        0 => Flash::done("已保存，各项一致。", "Saved. Everything is consistent."),
        n => Flash::done(
            format!("已保存。一致性检查还有 {n} 处，见右侧。"),
            format!("Saved. The check still finds {n}; see beside the form."),
        ),
    };
    context.redirect_with(flash, &format!("/admin/items/{id}")).await
}

async fn shown(
    context: &Context,
    state: &AppState,
    id: &str,
    values: Values,
    status: StatusCode,
    stale: bool,
) -> Result<Response, PageError> {
    let (lang, catalogue) = (context.lang, &state.services.catalogue);
    let guide = catalogue.guide(id, &GuideQuery::default()).await?;
    let mut themes: Vec<(String, String)> = catalogue
        .themes()
        .into_iter()
        .map(|theme| (theme.key.clone(), lang.pick(&theme.name, &theme.name_en).to_owned()))
        .collect();
    let stored = values.get("theme").to_owned();
    if !themes.iter().any(|(key, _)| *key == stored) {
        themes.push((stored.clone(), stored));
    }
    let page = ItemPage {
        lang,
        id: id.to_owned(),
        department: lang.pick(&guide.card.department, &guide.card.department_en).to_owned(),
        base_code: guide.base_code,
        implementations: catalogue.implementations(id).await?.len(),
        findings: catalogue.lint_item(id).await?,
        values,
        themes,
        stale,
    };
    let frame = context.frame(Area::Admin, guide.card.name, Width::Full);
    Ok(Context::html(status, frame, move || view(page)))
}
