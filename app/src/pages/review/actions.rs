//! What the reviewer can do now: one key for what needs no words, a folded form for the rest.

use super::decision::{grant, not_accept, refuse};
use super::filters::ListQuery;
use super::form::{Form, address, hidden};
use super::once::corrections;
use super::pane::CasePane;
use crate::lang::Lang;
use crate::ui::status::action_name;
use domain::case::ActionKind;
use leptos::prelude::*;

/// All that the viewer may do, in the order in which it is usually done.
pub(super) fn actions(lang: Lang, case: &CasePane, query: &ListQuery) -> AnyView {
    let open = |kind: ActionKind| case.actions.contains(&kind);
    let forms: Vec<AnyView> = case.actions.iter().flat_map(|&kind| forms(lang, case, query, kind)).collect();
    let unsent = unsent(lang, case);
    view! {
        <div class="decide stack">
            {at_once(lang, case, query, |kind| kind != ActionKind::Release)}
            {forms}
            {unsent}
            {at_once(lang, case, query, |kind| kind == ActionKind::Release)}
            {nothing(lang, case, open(ActionKind::Take))}
        </div>
    }
    .into_any()
}

/// Actions without words, as buttons of one form.
fn at_once(
    lang: Lang,
    case: &CasePane,
    query: &ListQuery,
    wanted: fn(ActionKind) -> bool,
) -> Option<AnyView> {
    let kinds = case.actions.iter().copied().filter(|&kind| wanted(kind));
    let buttons: Vec<AnyView> = kinds.filter_map(|kind| button(lang, case, kind)).collect();
    (!buttons.is_empty()).then(|| {
        view! {
            <form class="row" method="post" action=address(case)>
                {hidden(case, query)}
                {buttons}
            </form>
        }
        .into_any()
    })
}

fn button(lang: Lang, case: &CasePane, kind: ActionKind) -> Option<AnyView> {
    let (key, class) = match kind {
        ActionKind::Take => ("T", "button"),
        ActionKind::Receive => ("Y", "button secondary"),
        ActionKind::Accept if case.immediate => ("A", "button secondary"),
        ActionKind::Accept => ("A", "button"),
        ActionKind::Close => ("S", "button"),
        ActionKind::Release => ("L", "button secondary"),
        ActionKind::Submit
        | ActionKind::AskCorrection
        | ActionKind::AnswerCorrection
        | ActionKind::NotAccept
        | ActionKind::Decide
        | ActionKind::DecideNow
        | ActionKind::Withdraw => return None,
    };
    Some(
        view! {
            <button class=class name="action" value=kind.as_str() accesskey=key.to_lowercase()>
                {action_name(lang, kind)}" "<kbd class="kbd">{format!("Alt {key}")}</kbd>
            </button>
        }
        .into_any(),
    )
}

/// Actions that need words. A decision has two forms: the usual sentence of a grant must never
/// end up under a refusal.
fn forms(lang: Lang, case: &CasePane, query: &ListQuery, kind: ActionKind) -> Vec<AnyView> {
    let form = |name, verb, key, outcome, danger| Form {
        lang,
        case,
        query,
        name,
        action: kind,
        outcome,
        verb,
        key,
        danger,
        open: false,
    };
    match kind {
        ActionKind::DecideNow => vec![
            grant(Form {
                open: true,
                ..form("now-granted", lang.t("当场准予并办结", "Grant and close now"), "G", "granted", false)
            }),
            refuse(form("now-refused", lang.t("当场不予", "Refuse now"), "R", "refused", true)),
        ],
        ActionKind::Decide => vec![
            grant(Form {
                open: true,
                ..form("decide-granted", lang.t("准予", "Grant"), "G", "granted", false)
            }),
            refuse(form("decide-refused", lang.t("不予", "Refuse"), "R", "refused", true)),
        ],
        ActionKind::AskCorrection => {
            vec![corrections(form(
                "ask_correction",
                lang.t("一次性告知补正", "Ask for corrections"),
                "C",
                "",
                false,
            ))]
        }
        ActionKind::NotAccept => {
            vec![not_accept(form("not_accept", lang.t("不予受理", "Do not accept"), "X", "", true))]
        }
        ActionKind::Submit
        | ActionKind::Receive
        | ActionKind::Take
        | ActionKind::Release
        | ActionKind::AnswerCorrection
        | ActionKind::Accept
        | ActionKind::Close
        | ActionKind::Withdraw => vec![],
    }
}

/// What was typed for an action that is no longer possible: shown, so that it can be copied.
fn unsent(lang: Lang, case: &CasePane) -> Option<AnyView> {
    let typed = &case.typed;
    let possible = match typed.action.as_str() {
        "" => true,
        "now-granted" | "now-refused" => case.actions.contains(&ActionKind::DecideNow),
        "decide-granted" | "decide-refused" => case.actions.contains(&ActionKind::Decide),
        other => ActionKind::parse(other).is_some_and(|kind| case.actions.contains(&kind)),
    };
    let text =
        [typed.reason.clone(), typed.ticks.join("\n"), typed.list.clone(), typed.competent_body.clone()];
    let text: Vec<String> = text.into_iter().filter(|part| !part.is_empty()).collect();
    (!possible && !text.is_empty()).then(|| {
        view! {
            <div class="field">
                <label for="unsent">{lang.t("您刚才写的（没有提交）", "What you wrote (not sent)")}</label>
                <textarea id="unsent" rows="4" class="width-full" readonly>{text.join("\n")}</textarea>
            </div>
        }
        .into_any()
    })
}

fn nothing(lang: Lang, case: &CasePane, can_take: bool) -> Option<AnyView> {
    let held = !can_take && case.actions.is_empty() && case.status.is_open() && !case.holder.is_empty();
    let text = if held {
        lang.t(
            format!("由 {} 办理，您可以看，不能办。", case.holder),
            format!("{} has it; you may read it.", case.holder),
        )
    } else if case.actions.is_empty() {
        lang.t("现在没有要您做的。", "Nothing for you to do now.").to_owned()
    } else {
        return None;
    };
    Some(view! { <p class="meta">{text}</p> }.into_any())
}
