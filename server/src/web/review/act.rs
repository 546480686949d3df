//! What a reviewer decided. Whatever happens to it, nothing typed is lost.

use super::list::{Opened, Wanted, show};
use super::posted::Posted;
use super::read;
use crate::state::AppState;
use crate::web::context::Context;
use crate::web::error::{PageError, refusal_sentence, refusal_status};
use app::lang::Lang;
use app::pages::review::{ListQuery, Stale};
use app::ui::flash::Flash;
use app::ui::status::action_name;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::Kind;
use backend::cases::{self, CaseView, Deed};
use domain::case::{Action, ActionKind, Refusal};
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Role;

pub(super) async fn act(
    context: Context,
    State(state): State<AppState>,
    Path(case_no): Path<String>,
    request: Request,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Reviewer)?.actor();
    let posted = Posted::read(&state, &actor, request).await?;
    let kind = ActionKind::parse(posted.value("action")).ok_or_else(PageError::not_found)?;
    let opened = match ready(context.lang, kind, &posted)? {
        Ok(action) => {
            let version = posted.value("version").parse().unwrap_or_default();
            let deed = Deed { uploads: posted.uploads(), ..Deed::from(action) };
            match cases::act(&state.services, &actor, &case_no, version, deed).await {
                Ok(case) => return done(&context, kind, &case, &posted).await,
                Err(error) => refused(context.lang, error.kind()).ok_or(error)?,
            }
        }
        Err(opened) => opened,
    };
    let opened = Opened { case: Some(&case_no), typed: posted.typed(), ..opened };
    show(&context, &state, &back(&posted), opened).await
}

/// The action, or what has to be put right before it can be one.
fn ready(
    lang: Lang,
    kind: ActionKind,
    posted: &Posted,
) -> Result<Result<Action, Opened<'static>>, PageError> {
    if let Some((status, why)) = posted.untaken(lang) {
        return Ok(Err(told(why, status)));
    }
    Ok(match read::action(lang, kind, posted) {
        Ok(action) => Ok(action.ok_or_else(PageError::not_found)?),
        Err(error) => Err(Opened { errors: vec![error], ..Opened::default() }),
    })
}

/// Why it was not done, where the person can do something about it.
fn refused(lang: Lang, kind: &Kind) -> Option<Opened<'static>> {
    let stale =
        |held_by: Option<String>| Opened { stale: Some(Stale { held_by, why: None }), ..Opened::default() };
    Some(match kind {
        Kind::Stale { held_by } => stale(held_by.clone()),
        Kind::Refused(Refusal::HeldBy(name)) => stale(Some(name.clone())),
        Kind::Refused(Refusal::Missing(what)) => {
            let field = if *what == "opinion" { "reason" } else { *what };
            Opened { errors: vec![FieldError::new(field, FieldCode::Missing)], ..Opened::default() }
        }
        Kind::Refused(refusal) => told(refusal_sentence(lang, refusal), refusal_status(refusal)),
        Kind::Invalid(errors) => Opened { errors: errors.clone(), ..Opened::default() },
        Kind::NotFound
        | Kind::Denied
        | Kind::Conflict
        | Kind::TooLarge { .. }
        | Kind::WrongType
        | Kind::Full
        | Kind::Unavailable
        | Kind::Internal => return None,
    })
}

/// A sentence above the case, with the status of the answer.
fn told(why: String, status: StatusCode) -> Opened<'static> {
    let stale = Some(Stale { held_by: None, why: Some(why) });
    Opened { stale, status: Some(status), ..Opened::default() }
}

/// The list that the form came from.
fn back(posted: &Posted) -> ListQuery {
    let query = posted.value("back").split_once('?').map_or("", |(_, query)| query);
    let pairs = form_urlencoded::parse(query.as_bytes());
    pairs.fold(Wanted::default(), Wanted::with).query()
}

/// On to the case that follows; what goes on in the same hands stays open.
async fn done(
    context: &Context,
    kind: ActionKind,
    case: &CaseView,
    posted: &Posted,
) -> Result<Response, PageError> {
    let next = Some(posted.value("next")).filter(|next| next.chars().all(|c| c.is_ascii_alphanumeric()));
    let same = Some(case.case_no.as_str());
    let next = if goes_on(kind) { same } else { next.filter(|next| !next.is_empty()) };
    let path = back(posted).address(next);
    context.redirect_with(said(kind, case), &path).await
}

/// Whether the same person has more to do with it.
fn goes_on(kind: ActionKind) -> bool {
    matches!(
        kind,
        ActionKind::Take
            | ActionKind::Receive
            | ActionKind::PreReview
            | ActionKind::TakeStep
            | ActionKind::Resume
            | ActionKind::Suspend
            | ActionKind::AskExtension
            | ActionKind::MakeCertificate
            | ActionKind::Deliver
    )
}

/// What was done to which item: the case itself may have left the list already.
fn said(kind: ActionKind, case: &CaseView) -> Flash {
    let (zh, en) = (action_name(Lang::Zh, kind), action_name(Lang::En, kind));
    let (item, item_en) = (&case.item_name, Lang::En.pick(&case.item_name, &case.item_name_en));
    Flash::done(format!("{item}：{zh}，已办。"), format!("{item_en}: {en} – done."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_is_always_the_list() {
        let evil = Posted::of(&[("back", "//evil.example/?whose=mine&item=<b>")]);
        assert_eq!(back(&evil).address(None), "/review?whose=mine&item=b");
    }

    #[test]
    fn what_is_missing_is_told_at_its_field() {
        let opened = refused(Lang::Zh, &Kind::Refused(Refusal::Missing("opinion"))).unwrap_or_default();
        assert_eq!(opened.errors, [FieldError::new("reason", FieldCode::Missing)]);
    }
}
