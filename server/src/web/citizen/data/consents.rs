//! 我的同意.

use super::item_name;
use crate::state::AppState;
use crate::web::address::At;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::citizen::data::{
    ConsentLine, ConsentsPage, WithdrawConsentPage, consents as view, withdraw_consent,
};
use app::shell::Area;
use app::ui::flash::Flash;
use axum::extract::State;
use axum::response::Response;
use backend::consents::{self, Consent, How, Withdrawal};
use backend::{Services, certificates, extracts, own_data};
use domain::permission::Role;
use uuid::Uuid;

pub(in crate::web::citizen) async fn consents(
    context: Context,
    State(state): State<AppState>,
) -> Result<Response, PageError> {
    let lang = context.lang;
    let actor = context.require(Role::Citizen)?.actor();
    let lines = lines(&state.services, lang, own_data::owner(&actor)?).await?;
    let page = ConsentsPage { lang, lines };
    Ok(context.page(Area::Citizen, lang.t("我的同意", "My consents"), Width::Page, move || view(page)))
}

/// Asks, and tells what follows.
pub(in crate::web::citizen) async fn withdraw(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
) -> Result<Response, PageError> {
    let lang = context.lang;
    let actor = context.require(Role::Citizen)?.actor();
    let lines = lines(&state.services, lang, own_data::owner(&actor)?).await?;
    let open = |one: &ConsentLine| one.id == id.to_string() && one.withdrawn_at.is_none();
    let line = lines.into_iter().find(open).ok_or_else(PageError::not_found)?;
    let page = WithdrawConsentPage { lang, line };
    let title = lang.t("撤回同意", "Take back a consent");
    Ok(context.page(Area::Citizen, title, Width::Page, move || withdraw_consent(page)))
}

pub(in crate::web::citizen) async fn take_back(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Citizen)?.actor();
    let told = match consents::withdraw(&state.services, &actor, id).await? {
        Withdrawal::Stopped { materials } => {
            let (zh, en) = (materials.join("、"), materials.join(", "));
            Flash::done(
                format!("同意已撤回。办理部门不再使用：{zh}；需要时会请您补交。"),
                format!("Taken back. The department no longer uses: {en}; it may ask you for them."),
            )
        }
        Withdrawal::NoEffect => Flash::done(
            "同意已撤回。已经办完的事不受影响。",
            "Taken back. What was done before stays as it was.",
        ),
    };
    context.redirect_with(told, "/my/data/consents").await
}

async fn lines(services: &Services, lang: Lang, person: Uuid) -> Result<Vec<ConsentLine>, PageError> {
    let given = consents::of_person(services, person).await?;
    let kinds = certificates::kinds(&services.db.read).await?;
    let named = |name: &String| {
        let kind = kinds.iter().find(|kind| kind.code == *name);
        let kind = kind.map(|kind| lang.pick(&kind.name, &kind.name_en).to_owned());
        let registry = extracts::registry(name).map(|one| lang.t(one.name, one.name_en).to_owned());
        kind.or(registry).unwrap_or_else(|| name.clone())
    };
    let line = |one: Consent| ConsentLine {
        id: one.id.to_string(),
        item: one.item_id.as_deref().map(|id| item_name(services, lang, id)).unwrap_or_default(),
        case_no: one.case_no,
        scope: one.scope.iter().map(named).collect(),
        at_counter: one.how == How::Counter,
        given_at: one.given_at,
        withdrawn_at: one.withdrawn_at,
        effective: one.effective,
    };
    Ok(given.into_iter().map(line).collect())
}
