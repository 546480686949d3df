//! 容缺: what is to follow, and what was brought of it.

use super::points::material_name;
use super::{Sent, Untaken, megabytes};
use crate::web::context::Context;
use crate::web::error::PageError;
use app::lang::Lang;
use app::ui::file_field::RefusedFile;
use app::ui::supplement::Supplement;
use backend::cases::{self, CaseView};
use domain::case::ActionKind;
use domain::permission::Actor;
use http::StatusCode;

/// What is owed; nothing unless this person can bring it.
pub(in crate::web) fn owed(lang: Lang, case: &CaseView) -> Option<Supplement> {
    let deferral = case.case.work.deferral.as_ref()?;
    case.actions.contains(&ActionKind::Supplement).then(|| Supplement {
        materials: deferral
            .materials
            .iter()
            .map(|id| {
                let name = material_name(case, *id);
                (id.to_string(), name.unwrap_or_else(|| lang.t("后补的材料", "What is to follow").to_owned()))
            })
            .collect(),
        due: deferral.due,
        version: case.case.version,
        megabytes: megabytes(),
        papers: false,
        files: Vec::new(),
        refused: RefusedFile::default(),
    })
}

/// Hands it in; gives it back where something did not come.
pub(in crate::web) async fn supplement(
    context: &Context,
    actor: &Actor,
    case: &CaseView,
    sent: &Sent,
) -> Result<Option<Untaken<Supplement>>, PageError> {
    let lang = context.lang;
    if let Some(owed) = owed(lang, case) {
        let lacks = || Some((StatusCode::UNPROCESSABLE_ENTITY, missing(lang, &owed, sent)?));
        if let Some((status, refused)) = sent.refused(lang).or_else(lacks) {
            let tried = Supplement { papers: sent.papers, files: sent.kept(), refused, ..owed };
            return Ok(Some(Untaken { status, tried }));
        }
    }
    let services = &context.state.services;
    cases::act(services, actor, &case.case_no, sent.version, sent.supplement()).await?;
    Ok(None)
}

/// The first of the materials that nothing came for. Papers are seen at the counter.
fn missing(lang: Lang, owed: &Supplement, sent: &Sent) -> Option<RefusedFile> {
    let came =
        |id: &str| sent.files.iter().any(|(material, _)| material.is_some_and(|at| at.to_string() == id));
    let (material, name) = owed.materials.iter().find(|(id, _)| !came(id)).filter(|_| !sent.papers)?;
    let why = lang.t(format!("请选择“{name}”的照片或文件"), format!("Choose a photo or file of “{name}”"));
    Some(RefusedFile { material: material.clone(), why })
}
