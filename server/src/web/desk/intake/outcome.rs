//! What will happen if it is taken in now.

use super::Open;
use crate::state::AppState;
use crate::web::by_rule::foreseen;
use crate::web::context::Context;
use crate::web::dates;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::desk::{Outcome, Promise};
use backend::catalogue::Material;
use backend::drafts::Manner;
use backend::intake::{self, Preview};
use domain::case::RECEIPT_LIMIT;
use domain::deadline::due;
use domain::item::CaseKind;

use super::materials::given;

/// The prediction of the very rules that will decide.
pub(super) async fn preview(context: &Context, state: &AppState, open: &Open) -> Result<Preview, PageError> {
    let actor = context.signed_in()?.actor();
    let mut application = intake::application_of(&open.draft, Some(open.counter))?;
    application.materials = open.item.materials.iter().map(|material| given(open, material)).collect();
    Ok(intake::preview(&state.services, &actor, &application).await?)
}

/// The panel.
pub(super) async fn outcome(
    context: &Context,
    state: &AppState,
    open: &Open,
    preview: &Preview,
) -> Result<Outcome, PageError> {
    let lang = context.lang;
    let calendar = state.services.reference.calendar();
    let immediate = open.item.kind == CaseKind::Instant;
    let start = lang.t("收件", "Taken in");
    let promised = open.item.limits.promised;
    let why = dates::why(&state.services, preview.receipt_day, promised, preview.promised.as_ref(), start);
    let due_on = preview.promised.as_ref().map(|deadline| deadline.due);
    let by_rule = foreseen(&state.services, lang, &open.item.process, open.draft.person_wanted).await?;
    Ok(Outcome {
        by_rule,
        body: preview.route.as_ref().map(|route| route.body.clone()).unwrap_or_default(),
        reason: preview
            .route
            .as_ref()
            .map(|route| lang.t(route.reason_zh(), route.reason_en()))
            .unwrap_or_default(),
        immediate,
        promise: due_on.zip(why).map(|(due, why)| Promise { due, why }),
        receipt_due: due(&calendar, preview.receipt_day, RECEIPT_LIMIT, &[])
            .map(|deadline| deadline.due)
            .filter(|_| !immediate),
        fee: fee(lang, state, open),
        missing: missing(lang, open),
    })
}

/// The fee as the item states it.
fn fee(lang: Lang, state: &AppState, open: &Open) -> String {
    match state.services.catalogue.card(&open.item.id) {
        Some(card) if card.charged => card.fee_text,
        Some(_) => lang.t("不收费", "Free").to_owned(),
        None => String::new(),
    }
}

fn missing(lang: Lang, open: &Open) -> Vec<String> {
    let lacks = |material: &&Material| material.required && given(open, material).manner == Manner::Missing;
    let name = |material: &Material| lang.pick(&material.name, &material.name_en).to_owned();
    open.item.materials.iter().filter(lacks).map(name).collect()
}
