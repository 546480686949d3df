//! What a reviewer decided. Whatever happens to it, nothing typed is lost.

use super::list::{Opened, Wanted, show};
use crate::state::AppState;
use crate::web::context::Context;
use crate::web::error::{PageError, refusal_sentence};
use app::lang::Lang;
use app::pages::review::{ListQuery, Stale, Typed};
use app::ui::flash::Flash;
use app::ui::status::action_name;
use axum::extract::{Form, Path, State};
use axum::response::Response;
use backend::Kind;
use backend::cases::{self, CaseView};
use domain::case::{Action, ActionKind, Outcome, Refusal};
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Role;

/// A posted decision, names with values.
pub(super) type Posted = Vec<(String, String)>;

pub(super) async fn act(
    context: Context,
    State(state): State<AppState>,
    Path(case_no): Path<String>,
    Form(posted): Form<Posted>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Reviewer)?.actor();
    let kind = ActionKind::parse(value(&posted, "action")).ok_or_else(PageError::not_found)?;
    let action = action(kind, &posted).ok_or_else(PageError::not_found)?;
    let version = value(&posted, "version").parse().unwrap_or_default();
    match cases::act(&state.services, &actor, &case_no, version, action, Vec::new()).await {
        Ok(case) => done(&context, kind, &case, &posted).await,
        Err(error) => {
            let opened = opened(context.lang, &case_no, &posted, error.kind());
            let opened = opened.ok_or(error)?;
            show(&context, &state, &back(&posted), opened).await
        }
    }
}

fn value<'a>(posted: &'a Posted, name: &str) -> &'a str {
    posted.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
}

/// The action with all it carries; nothing for what a reviewer has no form for.
fn action(kind: ActionKind, posted: &Posted) -> Option<Action> {
    let text = |name: &str| value(posted, name).trim().to_owned();
    Some(match kind {
        ActionKind::Take => Action::Take,
        ActionKind::Release => Action::Release,
        ActionKind::Receive => Action::Receive,
        ActionKind::Accept => Action::Accept,
        ActionKind::Close => Action::Close,
        ActionKind::AskCorrection => Action::AskCorrection { list: corrections(posted) },
        ActionKind::NotAccept => Action::NotAccept {
            reason: text("reason"),
            competent_body: text("competent_body"),
            remedies: text("remedies"),
        },
        ActionKind::Decide => {
            Action::Decide { outcome: Outcome::parse(value(posted, "outcome"))?, reason: opinion(posted) }
        }
        ActionKind::DecideNow => {
            Action::DecideNow { outcome: Outcome::parse(value(posted, "outcome"))?, reason: opinion(posted) }
        }
        ActionKind::Submit | ActionKind::AnswerCorrection | ActionKind::Withdraw => return None,
    })
}

/// Ticked materials first, then what was written, a line each.
fn corrections(posted: &Posted) -> Vec<String> {
    let ticks = posted.iter().filter(|(name, _)| name == "tick").map(|(_, line)| line.clone());
    ticks
        .chain(value(posted, "list").lines().map(str::to_owned))
        .filter(|line| !line.trim().is_empty())
        .collect()
}

/// The opinion; of a refusal, with how to object (行政许可法 art. 38). Remedies alone are no reason.
fn opinion(posted: &Posted) -> String {
    let (reason, remedies) = (value(posted, "reason").trim(), value(posted, "remedies").trim());
    if reason.is_empty() || remedies.is_empty() { reason.to_owned() } else { format!("{reason}\n{remedies}") }
}

fn typed(posted: &Posted) -> Typed {
    let text = |name: &str| value(posted, name).to_owned();
    let form = text("form");
    Typed {
        action: if form.is_empty() { text("action") } else { form },
        reason: text("reason"),
        list: text("list"),
        ticks: posted.iter().filter(|(name, _)| name == "tick").map(|(_, line)| line.clone()).collect(),
        competent_body: text("competent_body"),
        remedies: text("remedies"),
    }
}

/// The case once more with what was typed: somebody was faster, or something is missing.
fn opened<'a>(lang: Lang, case: &'a str, posted: &Posted, kind: &Kind) -> Option<Opened<'a>> {
    let mut opened = Opened { case: Some(case), typed: typed(posted), ..Opened::default() };
    match kind {
        Kind::Stale { held_by } => opened.stale = Some(Stale { held_by: held_by.clone(), why: None }),
        Kind::Refused(Refusal::HeldBy(name)) => {
            opened.stale = Some(Stale { held_by: Some(name.clone()), why: None });
        }
        Kind::Refused(Refusal::Missing(what)) => {
            let field = if *what == "opinion" { "reason" } else { *what };
            opened.errors = vec![FieldError::new(field, FieldCode::Missing)];
        }
        Kind::Refused(refusal) => {
            opened.stale = Some(Stale { held_by: None, why: Some(refusal_sentence(lang, refusal)) });
        }
        Kind::Invalid(errors) => opened.errors.clone_from(errors),
        Kind::NotFound
        | Kind::Denied
        | Kind::Conflict
        | Kind::TooLarge { .. }
        | Kind::WrongType
        | Kind::Full
        | Kind::Unavailable
        | Kind::Internal => return None,
    }
    Some(opened)
}

/// The list that the form came from.
fn back(posted: &Posted) -> ListQuery {
    let query = value(posted, "back").split_once('?').map_or("", |(_, query)| query);
    let pairs = form_urlencoded::parse(query.as_bytes());
    pairs.fold(Wanted::default(), Wanted::with).query()
}

/// On to the case that follows; what has only just begun stays open.
async fn done(
    context: &Context,
    kind: ActionKind,
    case: &CaseView,
    posted: &Posted,
) -> Result<Response, PageError> {
    let begun = matches!(kind, ActionKind::Take | ActionKind::Receive);
    let next = Some(value(posted, "next")).filter(|next| next.chars().all(|c| c.is_ascii_alphanumeric()));
    let next = if begun { Some(case.case_no.as_str()) } else { next.filter(|next| !next.is_empty()) };
    let path = back(posted).address(next);
    context.redirect_with(said(kind, case), &path).await
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

    fn posted(pairs: &[(&str, &str)]) -> Posted {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn corrections_are_ticks_and_lines() {
        let posted =
            posted(&[("tick", "请补交：照片"), ("list", "签名\n\n  \n日期"), ("tick", "请补交：户口簿")]);
        assert_eq!(corrections(&posted), ["请补交：照片", "请补交：户口簿", "签名", "日期"]);
    }

    #[test]
    fn a_refusal_needs_a_reason_of_its_own() {
        assert_eq!(opinion(&posted(&[("remedies", "可申请复议")])), "");
        assert_eq!(
            opinion(&posted(&[("reason", "收入超标"), ("remedies", "可申请复议")])),
            "收入超标\n可申请复议"
        );
    }

    #[test]
    fn the_way_back_is_always_the_list() {
        let evil = posted(&[("back", "//evil.example/?whose=mine&item=<b>")]);
        assert_eq!(back(&evil).address(None), "/review?whose=mine&item=b");
    }
}
