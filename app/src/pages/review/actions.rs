//! What the reviewer can do now: one key for what needs no words, a folded form for the rest, and
//! what is rare or cannot be undone folded behind both.

use super::decision::{grant, not_accept, refuse};
use super::deferral::accept_deferred;
use super::ending::{certificate, deliver, verify, with_reason};
use super::filters::ListQuery;
use super::form::{Form, address, hidden};
use super::hands::{assign, hand_over};
use super::interruption::{answer_extension, ask_extension, resume, suspend};
use super::once::corrections;
use super::opinion::{give_opinion, return_step, take_steps};
use super::pane::CasePane;
use super::unsent::unsent;
use crate::lang::Lang;
use crate::ui::status::action_name;
use domain::case::ActionKind;
use leptos::prelude::*;

/// All that the viewer may do, in the order in which it is usually done.
pub(super) fn actions(lang: Lang, case: &CasePane, query: &ListQuery) -> AnyView {
    let open = |kind: ActionKind| case.actions.contains(&kind);
    let forms = |rare| {
        let kinds = case.actions.iter().filter(move |&&kind| is_rare(kind) == rare);
        kinds.flat_map(|&kind| forms(lang, case, query, kind)).collect::<Vec<AnyView>>()
    };
    view! {
        <div class="decide stack">
            {at_once(lang, case, query, |kind| kind != ActionKind::Release)}
            {open(ActionKind::TakeStep).then(|| take_steps(lang, case, query))}
            {forms(false)}
            {unsent(lang, case)}
            {more(lang, case, forms(true))}
            {at_once(lang, case, query, |kind| kind == ActionKind::Release)}
            {nothing(lang, case, open(ActionKind::Take))}
        </div>
    }
    .into_any()
}

/// 更多: open where what was typed belongs into it.
fn more(lang: Lang, case: &CasePane, forms: Vec<AnyView>) -> Option<AnyView> {
    let open = ActionKind::parse(&case.typed.form).is_some_and(is_rare);
    (!forms.is_empty()).then(|| {
        view! {
            <details class="disclosure more" open=open>
                <summary>{lang.t("更多", "More")}</summary>
                <div class="stack">{forms}</div>
            </details>
        }
        .into_any()
    })
}

fn is_rare(kind: ActionKind) -> bool {
    matches!(
        kind,
        ActionKind::ReturnStep
            | ActionKind::Suspend
            | ActionKind::AskExtension
            | ActionKind::Assign
            | ActionKind::HandOver
            | ActionKind::Terminate
            | ActionKind::Void
    )
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
    let (key, class) = look(case, kind)?;
    Some(
        view! {
            <button class=class name="action" value=kind.as_str() accesskey=key.to_lowercase()>
                {action_name(lang, kind)}" "<kbd class="kbd">{format!("Alt {key}")}</kbd>
            </button>
        }
        .into_any(),
    )
}

/// Key and look of what needs no words; nothing for what does, or is not a reviewer's.
fn look(case: &CasePane, kind: ActionKind) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        ActionKind::Take => ("T", "button"),
        ActionKind::PreReview => ("P", "button secondary"),
        ActionKind::Receive => ("Y", "button secondary"),
        ActionKind::Accept if case.immediate => ("A", "button secondary"),
        ActionKind::Accept => ("A", "button"),
        ActionKind::Close => ("S", "button"),
        ActionKind::Release => ("L", "button secondary"),
        ActionKind::Submit
        | ActionKind::AnswerCorrection
        | ActionKind::Supplement
        | ActionKind::DecideNow
        | ActionKind::AcceptDeferred
        | ActionKind::AskCorrection
        | ActionKind::NotAccept
        | ActionKind::TakeStep
        | ActionKind::GiveOpinion
        | ActionKind::ReturnStep
        | ActionKind::Decide
        | ActionKind::Resume
        | ActionKind::Suspend
        | ActionKind::ApproveExtension
        | ActionKind::RefuseExtension
        | ActionKind::AskExtension
        | ActionKind::MakeCertificate
        | ActionKind::Deliver
        | ActionKind::VerifyCommitment
        | ActionKind::AskPerson
        | ActionKind::Withdraw
        | ActionKind::WithdrawConsent
        | ActionKind::Assign
        | ActionKind::HandOver
        | ActionKind::Terminate
        | ActionKind::Void
        | ActionKind::DeemAccept
        | ActionKind::Abandon
        | ActionKind::DecideByRule
        | ActionKind::MoveDates => return None,
    })
}

/// Actions that need words. A decision has two forms: the usual sentence of a grant must never
/// end up under a refusal.
fn forms(lang: Lang, case: &CasePane, query: &ListQuery, kind: ActionKind) -> Vec<AnyView> {
    let form = Form::new(lang, case, query, kind);
    let keyed = |key| Form { key, ..form };
    let filed = |key| Form { key, files: true, ..form };
    match kind {
        ActionKind::DecideNow => decisions(
            Form {
                name: "now-granted", verb: lang.t("当场准予并办结", "Grant and close now"), ..form
            },
            Form { name: "now-refused", verb: lang.t("当场不予", "Refuse now"), ..form },
        ),
        ActionKind::Decide => decisions(
            Form { name: "decide-granted", verb: lang.t("准予", "Grant"), ..form },
            Form { name: "decide-refused", verb: lang.t("不予", "Refuse"), ..form },
        ),
        ActionKind::AskCorrection => vec![corrections(keyed("C"))],
        ActionKind::NotAccept => vec![not_accept(Form { danger: true, ..keyed("X") })],
        ActionKind::AcceptDeferred => vec![accept_deferred(keyed("Q"))],
        ActionKind::GiveOpinion => vec![give_opinion(Form { open: true, ..filed("O") })],
        ActionKind::ReturnStep => vec![return_step(form)],
        ActionKind::Resume => vec![resume(Form { open: true, ..filed("M") })],
        ActionKind::Suspend => vec![suspend(filed(""))],
        ActionKind::AskExtension => vec![ask_extension(form)],
        ActionKind::ApproveExtension => {
            vec![answer_extension(Form { open: true, ..keyed("V") }, lang.t("同意延期。", "Approved."))]
        }
        ActionKind::RefuseExtension => vec![answer_extension(Form { danger: true, ..keyed("N") }, "")],
        ActionKind::MakeCertificate => vec![certificate(Form { open: true, ..filed("Z") })],
        ActionKind::Deliver => vec![deliver(filed("W"))],
        ActionKind::VerifyCommitment => verdicts(filed("")),
        ActionKind::Assign => vec![assign(form)],
        ActionKind::HandOver => vec![hand_over(form)],
        ActionKind::Terminate => vec![terminate(filed(""))],
        ActionKind::Void => vec![void(form)],
        ActionKind::Submit
        | ActionKind::AnswerCorrection
        | ActionKind::Supplement
        | ActionKind::Take
        | ActionKind::PreReview
        | ActionKind::Receive
        | ActionKind::Accept
        | ActionKind::TakeStep
        | ActionKind::Close
        | ActionKind::AskPerson
        | ActionKind::Withdraw
        | ActionKind::WithdrawConsent
        | ActionKind::Release
        | ActionKind::DeemAccept
        | ActionKind::Abandon
        | ActionKind::DecideByRule
        | ActionKind::MoveDates => vec![],
    }
}

fn decisions(granted: Form<'_>, refused: Form<'_>) -> Vec<AnyView> {
    vec![
        grant(Form { outcome: "granted", key: "G", open: true, files: true, ..granted }),
        refuse(Form { outcome: "refused", key: "R", danger: true, files: true, ..refused }),
    ]
}

fn verdicts(form: Form<'_>) -> Vec<AnyView> {
    let lang = form.lang;
    let broken = lang.t(
        "我确认承诺不实：决定将被撤销，并记录申请人失信",
        "I confirm that it was broken: the decision is revoked, and it is recorded against the applicant",
    );
    vec![
        verify(Form { name: "commitment-kept", verb: lang.t("承诺属实", "Commitment kept"), ..form }, true),
        verify(
            Form {
                name: "commitment-broken",
                verb: lang.t("承诺不实", "Commitment broken"),
                danger: true,
                confirm: broken,
                ..form
            },
            false,
        ),
    ]
}

fn terminate(form: Form<'_>) -> AnyView {
    let lang = form.lang;
    let confirm =
        lang.t("我确认终止这件办件，不能恢复", "I confirm that it ends here and cannot be taken up again");
    let hint =
        lang.t("申请人会收到终止办理通知书和这个理由", "The applicant is told in writing, with this reason");
    with_reason(Form { danger: true, confirm, ..form }, hint)
}

fn void(form: Form<'_>) -> AnyView {
    let lang = form.lang;
    let confirm = lang.t(
        "我确认这件是工作人员录入错误，作废后不能恢复",
        "I confirm that it is an error of the staff and cannot be taken up again",
    );
    let hint = lang.t("只用于工作人员的差错，写明错在哪里", "Only for an error of the staff: say which");
    with_reason(Form { danger: true, confirm, ..form }, hint)
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
