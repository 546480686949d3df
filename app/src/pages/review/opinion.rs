//! 环节: taking a step, saying what the department thinks, sending a step back.

use super::filters::ListQuery;
use super::form::{Form, address, hidden};
use super::input::{choose, line, select, unique};
use super::offers::OwnStep;
use super::pane::CasePane;
use crate::lang::Lang;
use domain::case::ActionKind;
use leptos::prelude::*;

/// A button for each step that can be taken.
pub(super) fn take_steps(lang: Lang, case: &CasePane, query: &ListQuery) -> Vec<AnyView> {
    let steps = case.offers.steps.iter().filter(|step| step.take);
    let button = |step: &OwnStep| {
        let text = lang.t(format!("取环节：{}", step.name), format!("Take the step: {}", step.name));
        view! {
            <form class="row" method="post" action=address(case)>
                {hidden(case, query)}
                <input type="hidden" name="step" value=step.key.clone()/>
                <button class="button secondary" name="action" value=ActionKind::TakeStep.as_str()>{text}</button>
            </form>
        }
        .into_any()
    };
    steps.map(button).collect()
}

/// 意见: of which step, whether one agrees, and why.
pub(super) fn give_opinion(form: Form<'_>) -> AnyView {
    let lang = form.lang;
    let mine: Vec<&OwnStep> = form.case.offers.steps.iter().filter(|step| step.speak).collect();
    let options = mine.iter().map(|step| (step.key.clone(), step.name.clone())).collect();
    let agrees = vec![("yes", lang.t("同意", "Agree")), ("no", lang.t("不同意", "Do not agree"))];
    let reason = form.field("reason", lang.t("意见", "Opinion"), "");
    let second = mine.iter().any(|step| step.site).then(|| second(&form));
    let fields = view! {
        {step(&form, lang.t("环节", "Step"), options)}
        {choose(&form, "agrees", lang.t("结论", "Conclusion"), agrees)}
        {unique(reason, form.name, 2)}
        {second}
    };
    form.view(fields.into_any())
}

/// 实地核查: at least two go (行政许可法 art. 34).
fn second(form: &Form<'_>) -> AnyView {
    let lang = form.lang;
    let hint = lang.t("实地核查须有两名以上工作人员", "A site visit needs two members of the staff");
    line(form.field("second", lang.t("同行的工作人员", "Who went along"), "").hint(hint), form.name)
}

/// 退回: to be done again, with all that followed.
pub(super) fn return_step(form: Form<'_>) -> AnyView {
    let lang = form.lang;
    let reason = form.field("reason", lang.t("退回理由", "Why"), "").hint(lang.t(
        "这一环节和它之后的环节都要重做；总期限继续计算",
        "This step and those after it are done again; the whole limit runs on",
    ));
    let fields = view! {
        {step(&form, lang.t("退回到", "Back to"), form.case.offers.returnable.clone())}
        {unique(reason, form.name, 2)}
    };
    form.view(fields.into_any())
}

/// One step needs no choice.
fn step(form: &Form<'_>, label: &str, options: Vec<(String, String)>) -> AnyView {
    match options.as_slice() {
        [(key, name)] => view! {
            <p><strong>{format!("{label}{}{name}", form.lang.t("：", ": "))}</strong></p>
            <input type="hidden" name="step" value=key.clone()/>
        }
        .into_any(),
        _ => select(form.field("step", label, ""), form.name, options),
    }
}
