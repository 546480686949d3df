//! One item: shown with what the rules find, changed as a whole.

use super::administrator::{Administrator, Answer};
use super::typed::{Posted, form, refused, status, typed, values};
use crate::web::address::At;
use app::lang::Lang;
use app::pages::admin::item::{ItemPage, item as view};
use app::pages::admin::values::Values;
use app::ui::flash::Flash;
use axum::Form;
use backend::Kind;
use backend::catalogue::{Catalogue, GuideQuery, ItemForm};
use http::StatusCode;

pub(super) async fn show(admin: Administrator, At(id): At<String>) -> Answer {
    let values = values(&admin.services().catalogue.edit_form(&id).await?)?;
    shown(&admin, &id, values, false).await
}

pub(super) async fn edit(admin: Administrator, At(id): At<String>, Form(posted): Posted) -> Answer {
    let mut typed = typed(posted);
    let form: ItemForm = form(&typed)?;
    let catalogue = &admin.services().catalogue;
    match catalogue.edit(&admin.actor, &id, &form).await {
        Ok(findings) => saved(&admin, &id, findings.len()).await,
        Err(error) if matches!(error.kind(), Kind::Stale { .. }) => {
            // What was typed stays; the next saving is of the version that now lies there.
            typed.insert("version".to_owned(), catalogue.edit_form(&id).await?.version);
            shown(&admin, &id, Values { errors: Vec::new(), typed }, true).await
        }
        Err(error) => shown(&admin, &id, refused(typed, error)?, false).await,
    }
}

async fn saved(admin: &Administrator, id: &str, findings: usize) -> Answer {
    let flash = match findings {
        0 => Flash::done("已保存，各项一致。", "Saved. Everything is consistent."),
        n => Flash::done(
            format!("已保存。一致性检查还有 {n} 处，见右侧。"),
            format!("Saved. The check still finds {n}; see beside the form."),
        ),
    };
    admin.done(flash, &format!("/admin/items/{id}")).await
}

async fn shown(admin: &Administrator, id: &str, values: Values, stale: bool) -> Answer {
    let (lang, catalogue) = (admin.lang(), &admin.services().catalogue);
    let guide = catalogue.guide(id, &GuideQuery::default()).await?;
    let status = if stale { StatusCode::CONFLICT } else { status(&values) };
    let page = ItemPage {
        lang,
        id: id.to_owned(),
        department: lang.pick(&guide.card.department, &guide.card.department_en).to_owned(),
        base_code: guide.base_code,
        implementations: catalogue.implementations(id).await?.len(),
        findings: catalogue.lint_item(id).await?,
        themes: themes(lang, catalogue, values.get("theme")),
        values,
        stale,
    };
    Ok(admin.form(status, &guide.card.name, format!("/admin/items/{id}"), move || view(page)))
}

/// The themes; and the one stored, should it be none of them.
fn themes(lang: Lang, catalogue: &Catalogue, stored: &str) -> Vec<(String, String)> {
    let themes = catalogue.themes().into_iter();
    let mut themes: Vec<(String, String)> =
        themes.map(|theme| (theme.key.clone(), lang.pick(&theme.name, &theme.name_en).to_owned())).collect();
    if !themes.iter().any(|(key, _)| key == stored) {
        themes.push((stored.to_owned(), stored.to_owned()));
    }
    themes
}
